import { describe, expect, it } from 'vitest';
import { imported, pod, saidOf, web } from './fixtures.ts';

const confidential = async (text: string) => {
  const result = await imported({ 'all.yaml': text });
  expect(JSON.stringify(result)).not.toContain('hidden-');
  return result;
};

describe('what is confidential in a pod', () => {
  it('is a variable from the Secret in its command: flags, logins, and what a variable has elsewhere', async () => {
    const { definition, settings } = await confidential(
      web(`          command: [run, --broker, "amqp://me:hidden-one-1@far.example.com/x"]
          args: ["--client-secret=hidden-2", "--password", "hidden-3", "--auth", "admin:hidden-4", "-Ddb.password=hidden-5", "see hidden-six-6"]
          env: [{ name: UPLOAD_TOKEN, value: hidden-six-6 }]`),
    );
    expect(definition.workloads.main).toMatchObject({
      command: ['run', '--broker', 'amqp://me:$(WEB_URL_PASSWORD)@far.example.com/x'],
      args: [
        ...['--client-secret=$(WEB_CLIENT_SECRET)', '--password', '$(WEB_PASSWORD)'],
        ...['--auth', 'admin:$(WEB_AUTH_PASSWORD)', '-Ddb.password=$(WEB_DDB_PASSWORD)'],
        'see $(UPLOAD_TOKEN)',
      ],
    });
    expect(JSON.stringify(settings)).toContain('"x-env":"WEB_CLIENT_SECRET"');
  });

  it('has a number where two values would have one name', async () => {
    const { definition } = await confidential(
      web('          args: ["--token=hidden-1", "--token=hidden-2"]'),
    );
    expect(definition.workloads.main?.args).toEqual(['--token=$(WEB_TOKEN)', '--token=$(WEB_TOKEN_2)']);
  });

  it('is among the settings of a sidecar, and of it alone', async () => {
    const result = await confidential(
      `${web(`          env: [{ name: API_PASSWORD, valueFrom: { secretKeyRef: { name: s, key: api } } }]
        - name: agent
          image: agent:1
          args: ["--password=hidden-2"]
          env:
            - { name: ADMIN_PASSWORD, value: hidden-1 }
            - { name: DATABASE_URL, value: "postgres://me:hidden-3@far.example.com/x" }
            - { name: PASSWORD, valueFrom: { secretKeyRef: { name: s, key: api } } }
            - { name: LEVEL, value: info }
            - { name: LOGIN, value: "me:$(PASSWORD)" }
          livenessProbe: { exec: { command: [ok, "--password=hidden-2"] } }`)}
---
apiVersion: v1
kind: Secret
metadata: { name: s }
stringData: { api: hidden-api-key }
`,
    );
    const { main } = result.definition.workloads;
    expect(main?.settings).toEqual(['API_PASSWORD']);
    expect(main?.sidecars?.agent).toMatchObject({
      args: ['--password=$(WEB_PASSWORD)'],
      env: { LEVEL: 'info' },
      settings: {
        WEB_PASSWORD: 'WEB_PASSWORD',
        ADMIN_PASSWORD: 'WEB_ADMIN_PASSWORD',
        DATABASE_URL: 'WEB_DATABASE_URL',
        PASSWORD: 'API_PASSWORD',
        LOGIN: 'WEB_LOGIN',
      },
      liveness: { exec: { command: ['sh', '-c', '"ok" "--password=$WEB_PASSWORD"'] } },
    });
    expect(saidOf(result, 'Deployment/web spec.template.spec.containers.1.env.0')).toBe(
      'carried: `settings` of the sidecar, from the Secret',
    );
  });

  it('is a variable of the workload in init containers', async () => {
    const { definition } = await confidential(
      web(
        '',
        '',
        `      initContainers:
        - name: migrate
          image: example.com/web:1.2
          command: [migrate, "--password=hidden-1"]
          env: [{ name: ADMIN_PASSWORD, value: hidden-2 }]`,
      ),
    );
    expect(definition.workloads.main?.init?.migrate).toMatchObject({
      command: ['migrate', '--password=$(WEB_PASSWORD)'],
      env: { ADMIN_PASSWORD: '$(WEB_ADMIN_PASSWORD)' },
    });
  });

  it('is filled in by a shell in hooks and checks, and no request says it', async () => {
    const result = await confidential(
      web(`          livenessProbe: { httpGet: { path: /h, port: 8080, httpHeaders: [{ name: Authorization, value: "Bearer hidden-1" }] } }
          readinessProbe: { exec: { command: [check, "--token", "hidden-2"] } }
          lifecycle:
            postStart: { exec: { command: [sh, -c, "curl -H 'Authorization: Bearer hidden-bearer' -u admin:hidden-3 http://far.example.com"] } }
            preStop: { httpGet: { path: /, port: 8080, httpHeaders: [{ name: X-Api-Key, value: hidden-4 }] } }`),
    );
    expect(result.definition.workloads.main).toMatchObject({
      probes: {
        liveness: { tcpSocket: { port: 8080 } },
        readiness: { exec: { command: ['sh', '-c', '"check" "--token" "$WEB_TOKEN"'] } },
      },
      values: {
        lifecycle: {
          postStart: {
            exec: {
              command: [
                ...['sh', '-c'],
                `curl -H 'Authorization: Bearer '"$WEB_AUTHORIZATION"'' -u admin:$WEB_LOGIN_PASSWORD http://far.example.com`,
              ],
            },
          },
        },
      },
    });
    expect(result.definition.workloads.main?.values?.lifecycle).not.toHaveProperty('preStop');
    const container = 'Deployment/web spec.template.spec.containers.0';
    expect(saidOf(result, `${container}.lifecycle.preStop`)).toBe(
      'asked: no request takes its login from a Secret: write a command that does',
    );
    expect(saidOf(result, `${container}.livenessProbe.httpGet`)).toBe(
      'asked: the probe opens the port: none takes its login from a Secret',
    );
  });
});

describe('what is confidential in a file', () => {
  const mounted = (data: string, more = '') =>
    `${web(
      `          env: [{ name: API_PASSWORD, value: hidden-api-key }]
          volumeMounts: [{ name: conf, mountPath: /etc/web }]`,
      '',
      '      volumes: [{ name: conf, configMap: { name: conf } }]',
    )}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: conf }
data: ${data}
${more}`;

  it.each([
    ['a header', 'proxy_set_header Authorization "Basic hidden-1";'],
    ['a line of a server', 'bind 0.0.0.0\\nrequirepass hidden-2'],
    ['a login of a client', 'curl -u admin:hidden-3 http://far.example.com'],
    ['a variable of a script', 'PGPASSWORD=hidden-4 psql'],
    ['what a variable has elsewhere', 'login me hidden-api-key'],
  ])('is brought in a Secret, beside files that come along: %s', async (_, text) => {
    const result = await confidential(
      mounted(`{ run.sh: "echo", a.conf: ${JSON.stringify(text.replace('\\n', '\n'))} }`),
    );
    expect(result.files).toEqual({ 'files/conf/run.sh': 'echo' });
    expect(result.definition.workloads.main).toMatchObject({
      files: { 'conf/run.sh': '/etc/web/run.sh' },
      mounts: { conf: { secret: 'conf', subPath: 'a.conf', path: '/etc/web/a.conf' } },
    });
    expect(saidOf(result, 'ConfigMap/conf data.a.conf')).toContain('asked: it seems to hold a secret');
    expect(saidOf(result, 'ConfigMap/conf data.run.sh')).toBe('carried: `src/files/conf/run.sh`');
  });

  it('is none in words about it', async () => {
    const text = '# The password is asked for; tokens: see the basic authentication of the proxy.';
    const { files } = await imported({ 'all.yaml': mounted(`{ a.conf: "${text}" }`) });
    expect(files).toEqual({ 'files/conf/a.conf': text });
  });

  it('is no variable, but names whom the workload calls', async () => {
    const database = pod('db', 'image: "example.com/db:1", ports: [{ containerPort: 9000 }]');
    const result = await confidential(`${web('          envFrom: [{ configMapRef: { name: conf } }]')}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: conf }
data: { LEVEL: info, app.properties: "url=jdbc:x://db:9000\\npassword=hidden-1" }
${database}`);
    expect(result.definition.workloads.main?.connections).toEqual(['db']);
    expect(JSON.stringify(result.settings)).not.toContain('appProperties');
    expect(saidOf(result, 'ConfigMap/conf data.app.properties')).toBe(
      'asked: it is a file, of which no program reads a variable: mount it, for `files`',
    );
  });
});
