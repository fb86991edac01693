import { describe, expect, it } from 'vitest';
import { imported, pod, saidOf, web } from './fixtures.ts';

describe('references', () => {
  const of = async (value: string, namespace = '') => {
    const text = `${web(`          env: [{ name: API_URL, value: "${value}" }]`)}${pod('api', 'image: "api:1", ports: [{ containerPort: 9000 }]')}`;
    const placed = namespace === '' ? text : text.replaceAll('{ name: ', `{ namespace: ${namespace}, name: `);
    const { definition } = await imported({ 'all.yaml': namespace === '' ? text : placed });
    return definition.connections?.api?.env;
  };
  it.each([
    ['http://api:9000/x', { API_URL: '{url}/x' }],
    ['api:9000', { API_URL: '{host}:{port}' }],
    ['api', { API_URL: 'host' }],
    ['http://api.default:9000', { API_URL: 'url' }],
    ['http://api.default.svc.cluster.local:9000', { API_URL: 'url' }],
    ['http://api.elsewhere:9000', undefined],
  ])('by %s', async (value, env) => {
    expect(await of(value)).toEqual(env);
  });
});

describe('a service that no variable names', () => {
  const api = pod('api', 'image: "api:1", ports: [{ containerPort: 9000 }]');

  it('is reached by the file or the sidecar that names it', async () => {
    const { definition, files } = await imported({
      'all.yaml': `${web(
        `          volumeMounts: [{ name: conf, mountPath: /etc/nginx }]
        - { name: agent, image: "agent:1", args: ["--to=http://api:9000/in"], livenessProbe: { exec: { command: [ok] } } }`,
        '',
        '      volumes: [{ name: conf, configMap: { name: conf } }]',
      )}---
apiVersion: v1
kind: ConfigMap
metadata: { name: conf }
data: { default.conf: "location / { proxy_pass http://api:9000; } # {{ kept }}" }
${api}`,
    });
    const { main } = definition.workloads;
    expect(main?.connections).toEqual(['api']);
    expect(definition.connections?.api).toEqual({
      ...{ type: 'tcp', workload: 'api', orders: false },
    });
    expect(main?.files).toEqual({ 'conf/default.conf.tpl': '/etc/nginx/default.conf' });
    const host = '{{ include "shop.fullname" . }}-api:{{ int64 .Values.api.service.port }}';
    expect(files['files/conf/default.conf.tpl']).toBe(
      `location / { proxy_pass http://${host}; } # {{ "{{" }} kept }}`,
    );
    expect(main?.sidecars?.agent?.args).toEqual([{ template: `"--to=http://${host}/in"` }]);
  });

  it('is none where people open it', async () => {
    const text = web('').replace('spec: { selector', 'spec: { type: NodePort, selector');
    const grafana = pod('grafana', 'image: "grafana/grafana:12.0.0", ports: [{ containerPort: 3000 }]');
    const exporter = pod('node', 'image: "prom/node-exporter:v1", ports: [{ containerPort: 9100 }]');
    const { definition } = await imported({ 'all.yaml': text + grafana + exporter });
    expect(definition.workloads.main?.connections).toEqual(['node']);
    expect(definition.workloads.node?.connections).toEqual([]);
  });

  it('is none that a plain server of data calls, but its replicas do', async () => {
    const text = web('').replace('spec: { selector', 'spec: { type: NodePort, selector');
    const leader = pod('leader', 'image: "registry.example.com/redis:7", ports: [{ containerPort: 6379 }]');
    const replica = pod('replica', 'image: "redis-replica:7", ports: [{ containerPort: 6379 }]');
    const { definition } = await imported({ 'all.yaml': text + leader + replica });
    const { main, leader: first, replica: second } = definition.workloads;
    expect([main, first, second].map((one) => one?.connections)).toEqual([
      ['leader', 'replica'],
      [],
      ['leader'],
    ]);
  });

  it('may be named by a program: every workload reaches it, and it keeps its name', async () => {
    const db = pod('db', 'image: "postgres:17", ports: [{ containerPort: 9000 }]');
    const text = web('').replace('spec: { selector', 'spec: { type: NodePort, selector');
    const result = await imported({ 'all.yaml': text + api + db });
    const { main, api: other } = result.definition.workloads;
    expect([main?.connections, other?.connections]).toEqual([['api', 'db'], ['db']]);
    expect(other).toMatchObject({
      features: { serviceReach: {} },
      values: { service: { aliases: ['api'] } },
    });
    expect(saidOf(result, 'Service/api metadata.name')).toContain('assumed: nothing names it');
    expect(saidOf(result, 'Service/db metadata.name')).toContain('asked: nothing names it');
  });

  it('is what people open, where nothing is published', async () => {
    const client = web('          env: [{ name: API_URL, value: "http://api:9000" }]');
    const { definition } = await imported({ 'all.yaml': client + api });
    expect(definition.workloads.main?.values).toBeUndefined();
    expect(definition.workloads.api?.connections).toEqual([]);
  });

  it('leads outside', async () => {
    const outside =
      '---\napiVersion: v1\nkind: Service\nmetadata: { name: out }\nspec: { type: ExternalName, externalName: db.example.com }\n';
    expect(saidOf(await imported({ 'all.yaml': web('') + outside }), 'Service/out spec')).toBe(
      'asked: it leads outside: name db.example.com in `connections`',
    );
  });
});

describe('the variables that Kubernetes makes of a Service', () => {
  it('are what a connection says, in variables and scripts', async () => {
    const api = pod('my-api', 'image: "api:1", ports: [{ containerPort: 9000 }]');
    const { definition } = await imported({
      'all.yaml': `${web(`          command: [sh, -c, "serve --to http://$MY_API_SERVICE_HOST:\${MY_API_SERVICE_PORT}/in"]
          env: [{ name: API_URL, value: "http://$(MY_API_SERVICE_HOST):$(MY_API_SERVICE_PORT)/v1" }]`)}${api}`,
    });
    expect(definition.connections?.myApi?.env).toMatchObject({ API_URL: '{url}/v1' });
    expect(definition.workloads.main?.command?.[2]).toBe(
      'serve --to http://$(MY_API_HOST):$(MY_API_PORT)/in',
    );
  });
});

describe('one name in two namespaces', () => {
  it('is two Services, each with its own lines', async () => {
    const text = web('').replaceAll('metadata: { name: web', 'metadata: { namespace: one, name: web');
    const { lines } = await imported({
      'all.yaml': `${text}---${text.replaceAll('namespace: one', 'namespace: two')}`,
    });
    const said = lines.filter(({ path }) => path.startsWith('Service/web of two'));
    expect(said.map(({ says }) => says)).not.toContain('no pod here has the labels that it selects');
    expect(said.map(({ path }) => path)).toContain('Service/web of two spec.ports.0.port');
  });
});

describe('a role for an account', () => {
  it('is bound by a namespace that only the subject states', async () => {
    const { definition } = await imported({
      'all.yaml': `${web('', '', '      serviceAccountName: op')}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: op }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: op }
subjects: [{ kind: ServiceAccount, name: op, namespace: default }]
roleRef: { kind: Role, name: op, apiGroup: rbac.authorization.k8s.io }
`,
    });
    expect(definition.workloads.main?.features).toMatchObject({
      rbac: { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] },
    });
  });
});

describe('what is outside of the release', () => {
  it('is let out to where a policy names it, and said of a variable', async () => {
    const result = await imported({
      'all.yaml': `${web('          env: [{ name: PAY, value: "http://pay.billing.svc.cluster.local:8080" }]')}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Egress]
  ingress: [{ from: [{ namespaceSelector: {} }] }]
  egress:
    - { to: [{ ipBlock: { cidr: 10.20.0.0/16 } }], ports: [{ port: 5432 }] }
    - { to: [{ namespaceSelector: {} }], ports: [{ port: 53, protocol: UDP }] }
    - { ports: [{ port: 443 }] }
`,
    });
    expect(result.definition.values).toEqual({
      networkPolicy: {
        extraEgress: [{ to: [{ ipBlock: { cidr: '10.20.0.0/16' } }], ports: [{ port: 5432 }] }],
      },
    });
    expect(saidOf(result, 'Deployment/web spec.template.spec.containers.0.env.0')).toBe(
      'asked: a constant; policies let nothing out to pay.billing.svc.cluster.local: name the namespace billing in `networkPolicy.extraEgress`',
    );
    expect(saidOf(result, 'NetworkPolicy/web spec.egress.0')).toContain(
      'carried: `networkPolicy.extraEgress`',
    );
    expect(saidOf(result, 'NetworkPolicy/web spec.egress.2')).toContain('asked: it lets out to everywhere');
    expect(saidOf(result, 'NetworkPolicy/web spec.ingress.0')).toContain('asked: who sends requests');
  });
});

describe('a Secret that no variable takes', () => {
  it('is said to be brought: for an Ingress, for images, for what a chart serves', async () => {
    const secret = (name: string, type: string, key: string) => `
---
apiVersion: v1
kind: Secret
metadata: { name: ${name} }
type: ${type}
data: { ${key}: eA== }
`;
    const result = await imported({
      'all.yaml': `${web('')}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  tls: [{ secretName: certificate, hosts: [shop.example.com] }]
  rules: [{ host: shop.example.com, http: { paths: [{ path: /, backend: { service: { name: web, port: { number: 80 } } } }] } }]
${pod('cache', 'image: "redis:7", ports: [{ containerPort: 6379 }]').replace('spec: { containers:', 'spec: { volumes: [{ name: c, secret: { secretName: conf } }], containers:')}${secret('certificate', 'kubernetes.io/tls', 'tls.crt')}${secret('pull', 'kubernetes.io/dockerconfigjson', '.dockerconfigjson')}${secret('conf', 'Opaque', 'redis.conf')}${secret('spare', 'Opaque', 'a')}`,
    });
    expect(saidOf(result, 'Secret/certificate data.tls.crt')).toContain('asked: `ingress.tls`');
    expect(saidOf(result, 'Secret/pull data..dockerconfigjson')).toContain('`imagePullSecrets`');
    expect(saidOf(result, 'Secret/conf data.redis.conf')).toBe(
      'asked: cache mounts it, which the chart redis serves: say what it holds below `redis`',
    );
    expect(saidOf(result, 'Secret/spare data.a')).toBe('left out: no container takes it');
  });
});
