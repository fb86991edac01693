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
