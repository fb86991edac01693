import { expect, test } from 'vitest';
import { chartOf, coversFeature, mistakesIn } from '../../../testing/feature.ts';
import { inside, named, type RenderedObject } from '../../../testing/rendered.ts';

coversFeature(import.meta.url, 'worker');

const schema = (properties: object) => ({ type: 'object', description: 'The workers.', properties });
const settings = {
  $schema: '../../../schemas/meta.schema.json',
  title: 'Workers',
  description: 'Workers with tasks.',
  properties: {
    worker: schema({
      tasks: {
        type: 'array',
        description: 'Tasks that they do.',
        default: ['all'],
        items: { type: 'string', pattern: '^[a-z]+$', description: 'One task.' },
      },
    }),
  },
};
const worker = {
  kind: 'StatefulSet',
  description: 'Does the work.',
  image: 'main',
  groups: true,
  ports: { http: 9000 },
  args: [{ template: '{{ join "," .Values.worker.tasks | quote }}' }],
  storage: { name: 'data', mountPath: '/data', size: '1Gi' },
  features: {
    autoscaling: {},
    keda: {},
    rbac: { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] },
  },
};
const chart = {
  main: { ports: { http: 8080 } },
  workloads: { worker, workerX: { ...worker, groups: undefined, args: ['more'], description: 'Does more.' } },
  sources: { 'values.schema.json': JSON.stringify(settings) },
};
const { rendered, objects, refused } = chartOf(chart);

const ofWorker = (all: readonly RenderedObject[], group: string) =>
  all
    .filter(({ metadata: { name } }) => name === `r-web-worker${group && `-${group}`}`)
    .filter(({ kind }) => group !== '' || !['Service', 'Role', 'RoleBinding'].includes(kind))
    .map((object) => JSON.stringify(object).replaceAll(`-worker-${group}"`, '-worker"'))
    .map((text): unknown => JSON.parse(text.replaceAll(`"track":"${group}"`, '"track":"stable"')));

test('the pods of a group are those that the workload itself has with its values', async () => {
  const own = [
    '{ tasks: [train], replicaCount: 3, resources: { limits: { nvidia.com/gpu: 1 } }, podDisruptionBudget: { maxUnavailable: 2 } }',
    '{ nodeSelector: { accelerator: nvidia }, tolerations: [{ operator: Exists }], pod: { dnsConfig: { nameservers: [10.0.0.1] } } }',
    '{ extraEnv: [{ name: SIZE, value: large }], persistence: { size: 2Gi, labels: { kept: "yes" } }, lifecycle: { postStart: { sleep: { seconds: 1 } } } }',
    '{ autoscaling: { enabled: true, maxReplicas: 9 }, topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule }] }',
    '{ keda: { enabled: true, triggers: [{ type: cpu, metadata: { value: "50" } }] }, updateStrategy: { type: OnDelete } }',
    '{ persistence: { enabled: false }, podDisruptionBudget: { enabled: false }, extraContainers: [{ name: side, image: busybox, resources: { requests: { cpu: 1m, memory: 1Mi }, limits: { memory: 1Mi } } }] }',
  ];
  const { storage: _, ...stateless } = worker;
  const deployment = chartOf({ ...chart, workloads: { worker: { ...stateless, kind: 'Deployment' } } });
  const all = [
    ...own.map((values) => [values, rendered] as const),
    ...own.slice(0, 2).map((values) => [values, deployment.rendered] as const),
  ];
  for (const [values, render] of all) {
    const groups = ofWorker(await render(`worker: { groups: { gpu: ${values} } }`), 'gpu');
    expect(groups.length).toBeGreaterThanOrEqual(2);
    expect(groups).toEqual(ofWorker(await render(`worker: ${values}`), ''));
  }
});

test('each group has a set, policy and budget of its own, and the Services lead to all', async () => {
  const all = await objects('worker: { groups: { gpu: { replicaCount: 2 }, "on": {} } }');
  expect(
    [...String(all).matchAll(/^(\S+)\/(r-web-worker\S*?):?$/gm)].map(([, kind, name]) => `${kind} ${name}`),
  ).toMatchInlineSnapshot(`
    [
      "NetworkPolicy r-web-worker-gpu",
      "NetworkPolicy r-web-worker-on",
      "NetworkPolicy r-web-worker",
      "NetworkPolicy r-web-worker-x",
      "PodDisruptionBudget r-web-worker-gpu",
      "PodDisruptionBudget r-web-worker-on",
      "PodDisruptionBudget r-web-worker",
      "PodDisruptionBudget r-web-worker-x",
      "Role r-web-worker",
      "Role r-web-worker-x",
      "RoleBinding r-web-worker",
      "RoleBinding r-web-worker-x",
      "Service r-web-worker-headless",
      "Service r-web-worker",
      "Service r-web-worker-x-headless",
      "Service r-web-worker-x",
      "StatefulSet r-web-worker-gpu",
      "StatefulSet r-web-worker-on",
      "StatefulSet r-web-worker",
      "StatefulSet r-web-worker-x",
    ]
  `);
  const found = await rendered('worker: { groups: { gpu: {} } }');
  const selectors = found
    .filter(({ kind, metadata: { name } }) => kind === 'Service' && /^r-web-worker(-headless)?$/.test(name))
    .map((service) => inside(service, 'spec', 'selector'));
  const pods = ['r-web-worker', 'r-web-worker-gpu'].map((name) =>
    inside(named(found, 'StatefulSet', name), 'spec', 'template', 'metadata', 'labels'),
  );
  for (const labels of pods) for (const selector of selectors) expect(labels).toMatchObject(Object(selector));
  expect(selectors).toHaveLength(2);
});

test('maps come on top of those of the workload, key by key; all else replaces what is there', async () => {
  const beside =
    'nodeSelector: { disk: ssd }, keda: { enabled: true, triggers: [{ type: a }] }, extraEnv: [{ name: A, value: a }]';
  const group =
    'nodeSelector: { accelerator: nvidia }, keda: { enabled: false }, replicaCount: 0, extraEnv: [{ name: B, value: b }]';
  const all = await objects(
    `worker: { ${beside}, groups: { gpu: { ${group} } } }`,
    'StatefulSet/r-web-worker-gpu',
  );
  expect(String(all).match(/replicas:.*|nodeSelector:.*|name: [AB],.*/g)).toMatchInlineSnapshot(`
    [
      "replicas: 0",
      "nodeSelector: { accelerator: nvidia, disk: ssd }",
      "name: B, value: b } ]",
    ]
  `);
});

test('names are told that pods of the chart have, or that no pod can have', async () => {
  expect(await refused('worker: { groups: { stable: {}, x: {} } }')).toMatchInlineSnapshot(`
    "worker.groups: the name of stable is taken by other pods of the chart: choose another one.
    worker.groups: the name of x is taken by other pods of the chart: choose another one."
  `);
  expect(
    await refused(`{ fullnameOverride: ${'a'.repeat(38)}, worker: { groups: { tensorflow: {} } } }`),
  ).toMatchInlineSnapshot(
    `"worker.groups: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-worker-tensorflow is longer than the 52 characters that such a name may have: choose a shorter one for the group or the release."`,
  );
  expect(await refused('worker: { groups: { Gpu: {} } }')).toContain("'Gpu' does not match");
});

test('mistakes in the values of a group are told with its name', async () => {
  const values = [
    'resources: { requests: { memory: 8Gi }, limits: { memory: 1Gi } }',
    'extraEnv: [{ name: A, value: a }, { name: A, value: b }]',
    'keda: { enabled: true, triggers: [{ type: a }], minReplicas: 9 }',
  ];
  expect(await refused(`worker: { groups: { gpu: { ${values.join(', ')} } } }`)).toMatchInlineSnapshot(
    `
    "worker.groups.gpu.resources.requests.memory is 8Gi, and worker.groups.gpu.resources.limits.memory is 1Gi: raise the limit or lower the request.
    worker.groups.gpu.keda.minReplicas is greater than worker.groups.gpu.keda.maxReplicas: lower the one or raise the other.
    worker.groups.gpu.extraEnv sets A twice: keep one."
  `,
  );
  expect(await refused('worker: { groups: { gpu: { replicas: 1 } } }')).toContain('replicas');
  expect(await refused('worker: { groups: { gpu: { service: { port: 1 } } } }')).toContain('service');
});

test('a definition is told where pods come in no groups', async () => {
  const { storage: _, ...stateless } = worker;
  const wrong = { main: { groups: true }, workloads: { worker: { ...worker, kind: 'Deployment' } } };
  expect(await mistakesIn({ ...chart, ...wrong })).toMatchInlineSnapshot(`
    [
      "workloads.main.groups: pods come in groups where a StatefulSet, or a Deployment without volumes, stands beside main and is no singleton. Leave it out.",
      "workloads.worker.groups: pods come in groups where a StatefulSet, or a Deployment without volumes, stands beside main and is no singleton. Leave it out.",
    ]
  `);
  expect(await mistakesIn({ ...chart, workloads: { worker: { ...stateless, kind: 'Deployment' } } })).toEqual(
    [],
  );
});
