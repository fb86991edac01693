import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { value } from '../go/index.ts';
import { LONG_RUNNING } from '../model/feature.ts';
import {
  complaints,
  inside,
  named,
  nulls,
  podOf,
  type RenderedObject,
  rendering,
} from '../testing/rendered.ts';
import { chartFiles, createWorkspace, IMAGE, schemaText, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const execProbes = {
  probes: { liveness: { exec: { command: ['true'] } }, readiness: { exec: { command: ['true'] } } },
};
const job = { description: 'Does something.', image: 'main', command: ['true'] };
const alerts = [
  { alert: 'Down', expr: 'up{%selector%} == 0', for: '1m', severity: 'warning', summary: 'It is down.' },
];
const monitoring = { port: 'http', path: '/metrics', dashboards: ['board.json'], alerts };
const storage = { name: 'data', mountPath: '/data', size: '1Gi' };
const exposed = { ingress: {}, httpRoute: {}, monitoring, gpu: {} };

const store = chartFiles({
  name: 'store',
  workloads: { main: web({ kind: 'StatefulSet', storage }) },
  provides: { type: 'http' },
});

/** One chart for each kind of main workload. */
const kinds: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  deployment: { main: web({ storage, features: { ...exposed, autoscaling: {} } }) },
  statefulset: { main: web({ kind: 'StatefulSet', storage, features: { ...exposed, autoscaling: {} } }) },
  singleton: { main: web({ singleton: true, storage, features: exposed }) },
  daemonset: { main: web({ kind: 'DaemonSet', features: exposed }) },
  job: { main: { kind: 'Job', image: IMAGE, command: ['true'], features: { gpu: {} } } },
  cronjob: {
    main: {
      kind: 'CronJob',
      image: IMAGE,
      command: ['true'],
      egress: { web: { port: 443, description: 'the web' } },
    },
  },
  headless: {
    main: web({
      kind: 'StatefulSet',
      ports: undefined,
      ...execProbes,
      storage,
      features: { autoscaling: {}, gpu: {} },
    }),
  },
};

/** A chart of many workloads, as a workflow engine is. */
const flow = chartFiles(
  {
    name: 'flow',
    workloads: {
      main: web({ files: { 'conf/flow.cfg': '/etc/flow.cfg' }, features: { ...exposed, autoscaling: {} } }),
      scheduler: web({
        description: 'Plans the runs.',
        image: 'main',
        settings: true,
        storage: { name: 'logs', mountPath: '/logs', size: '1Gi' },
        sidecars: {
          logServer: {
            description: 'Serves logs.',
            image: { ...IMAGE, tag: '1' },
            ports: { logs: 8793 },
            settings: { TOKEN: 'TOKEN' },
            mounts: { logs: '/logs' },
          },
        },
        features: { monitoring: {} },
      }),
      worker: web({
        description: 'Runs the tasks.',
        kind: 'StatefulSet',
        image: 'main',
        ports: undefined,
        ...execProbes,
        storage,
        features: { gpu: {}, autoscaling: {} },
      }),
      nodeAgent: web({
        description: 'Looks at each node.',
        kind: 'DaemonSet',
        image: { ...IMAGE, repository: 'example/agent' },
        env: { NODE: { field: 'spec.nodeName' } },
      }),
      migrate: {
        ...job,
        kind: 'Job',
        script: 'migrate.sh',
        command: undefined,
        settings: true,
        connections: ['store'],
      },
      cleanUp: {
        ...job,
        kind: 'CronJob',
        image: 'toolbox',
        when: value('cleanUp.suspend'),
        files: { 'clean.sh': '/clean.sh' },
      },
      report: {
        ...job,
        kind: 'CronJob',
        image: { own: 'an image that writes reports' },
        connections: ['api'],
        egress: { mail: { port: 25, description: 'mail' } },
      },
    },
    connections: {
      store: { type: 'http', chart: 'store', description: 'The store.', env: { STORE: 'url' } },
      archive: {
        type: 'http',
        chart: 'store',
        description: 'The same store again.',
        orders: false,
        env: { ARCHIVE_HOST: 'host' },
      },
      api: { type: 'http', workload: 'main', description: 'The interface.', env: { API: 'url' } },
    },
    provides: { type: 'http', workload: 'scheduler', port: 'http' },
  },
  {
    'files/conf/flow.cfg': 'key: value\n',
    'files/clean.sh': 'true\n',
    'files/dashboards/board.json': '{}\n',
    'migrate.sh': 'echo migrate\n',
    'values.schema.json': schemaText({
      config: {
        type: 'object',
        description: 'Settings.',
        properties: {
          level: { type: 'string', description: 'How much it logs.', default: 'info', 'x-env': 'LEVEL' },
        },
      },
      secrets: {
        type: 'object',
        description: 'Confidential values.',
        properties: {
          token: {
            type: 'string',
            description: 'A token.',
            default: '',
            'x-env': 'TOKEN',
            'x-secret': 'token',
            'x-generate': 16,
          },
        },
      },
    }),
  },
);
/** A chart that uses the workload of another one that is not its main. */
const client = chartFiles({
  name: 'client',
  connections: { flow: { type: 'http', chart: 'flow', description: 'The scheduler.', env: { FLOW: 'url' } } },
});

/** Everything off is on: what conditions guard must render too. */
const ALL_ON = [
  'ingress.enabled',
  'httpRoute.enabled',
  'autoscaling.enabled',
  'gpu.enabled',
  'monitoring.serviceMonitor.enabled',
  'monitoring.prometheusRule.enabled',
  'monitoring.annotations.enabled',
  'monitoring.rules.enabled',
  'monitoring.dashboards.enabled',
];
const API_VERSIONS = [
  'gateway.networking.k8s.io/v1/HTTPRoute',
  'monitoring.coreos.com/v1/ServiceMonitor',
  'monitoring.coreos.com/v1/PrometheusRule',
];

let charts = '';

beforeAll(async () => {
  const single = Object.entries(kinds).map(([name, workloads]) =>
    chartFiles({ name: `a-${name}`, workloads }, { 'files/dashboards/board.json': '{}\n' }),
  );
  const { root } = createWorkspace(Object.assign({}, store, flow, client, ...single));
  applyChanges(root, changesOf(root, await generate(root)));
  charts = join(root, 'charts');
  cpSync(join(charts, 'store'), join(charts, 'flow/charts/store'), { recursive: true });
  cpSync(join(charts, 'flow'), join(charts, 'client/charts/flow'), { recursive: true });
});

/** The objects of a chart that lints and renders. */
async function objectsOf(name: string, values: readonly string[]): Promise<readonly RenderedObject[]> {
  const path = join(charts, name);
  expect(await complaints(path, values)).toBe('');
  const versions = API_VERSIONS.flatMap((version) => ['--api-versions', version]);
  const { objects, stderr, code } = await rendering(path, [...versions, ...values]);
  expect(code, stderr).toBe(0);
  expect(nulls(objects)).toEqual([]);
  return objects;
}

/** `--set` for each value. */
function set(...values: readonly string[]): readonly string[] {
  return values.flatMap((value) => ['--set', value]);
}

describe('a chart with one workload', () => {
  test.each(Object.keys(kinds))('%s: lints and renders, everything off and everything on', async (name) => {
    const kind = inside(kinds[name], 'main', 'kind');
    const features = Object.keys(inside(kinds[name], 'main', 'features') ?? {});
    const on = ALL_ON.filter((path) => features.some((feature) => path.startsWith(`${feature}.`)));
    const values = {
      tolerations: [{ key: 'a', operator: 'Exists' }],
      extraEnv: [{ name: 'A', value: 'b' }],
      podAnnotations: { a: 'b' },
      ...(features.includes('ingress') && { 'global.ingress.domain': 'example.com' }),
      ...(features.includes('httpRoute') && { 'httpRoute.parentRefs': [{ name: 'gateway' }] }),
    };
    const given = Object.entries(values).flatMap(([key, value]) => [
      '--set-json',
      `${key}=${JSON.stringify(value)}`,
    ]);
    const off = await objectsOf(`a-${name}`, []);
    const all = await objectsOf(`a-${name}`, [...set(...on.map((path) => `${path}=true`)), ...given]);
    expect(off.filter((object) => object.kind === kind)).toHaveLength(1);
    const has = (wanted: string) => all.some((object) => object.kind === wanted);
    expect(has('NetworkPolicy')).toBe(true);
    expect(has('Service')).toBe(LONG_RUNNING.some((long) => long === kind));
    expect(has('HorizontalPodAutoscaler')).toBe(features.includes('autoscaling'));
    expect(has('ServiceMonitor')).toBe(features.includes('monitoring'));
  });
});

test('a chart without pods is made of its own templates, and has nothing that is for pods', async () => {
  const files = chartFiles(
    { name: 'rules', workloads: {} },
    {
      'templates/rules.yaml': [
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata:',
        '  name: {{ include "rules.fullname" . }}',
        '  labels:',
        '    {{- include "rules.labels" . | nindent 4 }}',
        'data:',
        '  text: {{ .Values.text | quote }}',
        '',
      ].join('\n'),
      'values.schema.json': schemaText({ text: { type: 'string', description: 'A text.', default: 'x' } }),
    },
  );
  const { root } = createWorkspace(files);
  applyChanges(root, changesOf(root, await generate(root)));
  const chart = join(root, 'charts/rules');
  expect(await complaints(chart)).toBe('');
  const { objects, stderr } = await rendering(chart, ['--set', 'text=y']);
  expect(stderr).toBe('');
  expect(objects.map(({ kind, metadata: { name } }) => `${kind}/${name}`)).toEqual(['ConfigMap/r-rules']);
  const refused = await rendering(chart, ['--set', 'serviceAccount.create=false']);
  expect(refused.stderr).toContain("additional properties 'serviceAccount' not allowed");
});

describe('a chart with many workloads', () => {
  let objects: readonly RenderedObject[] = [];
  beforeAll(async () => {
    objects = await objectsOf(
      'flow',
      set(
        'store.enabled=true',
        'report.image.repository=example/report,report.image.tag=v1',
        'cleanUp.suspend=true',
        'store.service.port=80',
      ),
    );
  });
  const container = (kind: string, name: string, index = 0) =>
    inside(podOf(named(objects, kind, name)), 'containers', index);

  test('each workload has its own objects', () => {
    const own = objects.filter(({ metadata }) => metadata.name.startsWith('r-flow'));
    const names = own.map(
      ({ kind, metadata }) => `${kind} ${metadata.name.replace(/-[0-9a-f]{8}$/, '-HASH')}`,
    );
    expect(names.sort()).toEqual([
      'ConfigMap r-flow-clean-up-files',
      'ConfigMap r-flow-files',
      'CronJob r-flow-clean-up',
      'CronJob r-flow-report',
      'DaemonSet r-flow-node-agent',
      'Deployment r-flow',
      'Deployment r-flow-scheduler',
      'Job r-flow-migrate-HASH',
      'NetworkPolicy r-flow',
      'NetworkPolicy r-flow-clean-up',
      'NetworkPolicy r-flow-migrate',
      'NetworkPolicy r-flow-node-agent',
      'NetworkPolicy r-flow-report',
      'NetworkPolicy r-flow-scheduler',
      'NetworkPolicy r-flow-test',
      'NetworkPolicy r-flow-worker',
      'PersistentVolumeClaim r-flow-scheduler',
      'Pod r-flow-test',
      'PodDisruptionBudget r-flow',
      'PodDisruptionBudget r-flow-scheduler',
      'PodDisruptionBudget r-flow-worker',
      'Service r-flow',
      'Service r-flow-node-agent',
      'Service r-flow-scheduler',
      'Service r-flow-worker-headless',
      'ServiceAccount r-flow',
      'StatefulSet r-flow-worker',
    ]);
  });

  test('a sidecar of another workload takes its place in the pod, the Service and the policy', () => {
    expect(container('Deployment', 'r-flow-scheduler')).toMatchObject({ name: 'scheduler' });
    expect(container('Deployment', 'r-flow-scheduler', 1)).toMatchObject({
      name: 'log-server',
      env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'r-flow', key: 'token' } } }],
      volumeMounts: [{ name: 'logs', mountPath: '/logs' }],
    });
    expect(inside(named(objects, 'Service', 'r-flow-scheduler'), 'spec', 'ports')).toMatchObject([
      { name: 'http', port: 8080 },
      { name: 'logs', port: 8793 },
    ]);
    expect(
      inside(named(objects, 'NetworkPolicy', 'r-flow-scheduler'), 'spec', 'ingress', 0, 'ports'),
    ).toEqual([
      { port: 8080, protocol: 'TCP' },
      { port: 8793, protocol: 'TCP' },
    ]);
  });

  test('files of a folder have a valid key and keep their place', () => {
    expect(inside(named(objects, 'ConfigMap', 'r-flow-files'), 'data')).toEqual({
      'conf.flow.cfg': 'key: value\n',
    });
    expect(inside(container('Deployment', 'r-flow'), 'volumeMounts')).toContainEqual({
      name: 'files',
      mountPath: '/etc/flow.cfg',
      subPath: 'conf.flow.cfg',
      readOnly: true,
    });
  });

  test('connections follow the ports of the Services', () => {
    const migrate = objects.find(({ kind }) => kind === 'Job')?.metadata.name ?? '';
    expect(inside(container('Job', migrate), 'env')).toEqual([
      { name: 'LEVEL', value: 'info' },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'r-flow', key: 'token' } } },
      { name: 'STORE', value: 'http://r-store:80' },
    ]);
    expect(inside(container('CronJob', 'r-flow-report'), 'env')).toEqual([
      { name: 'API', value: 'http://r-flow:8080' },
    ]);
  });

  test('two connections to one chart: both have variables, one is waited for, one label lets pods in', () => {
    expect(inside(container('Deployment', 'r-flow'), 'env')).toEqual([
      { name: 'LEVEL', value: 'info' },
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'r-flow', key: 'token' } } },
      { name: 'STORE', value: 'http://r-store:80' },
      { name: 'ARCHIVE_HOST', value: 'r-store' },
      { name: 'NVIDIA_VISIBLE_DEVICES', value: 'void' },
    ]);
    const pod = podOf(named(objects, 'Deployment', 'r-flow'));
    expect(inside(pod, 'initContainers')).toMatchObject([{ name: 'wait-for-store' }]);
    expect(
      inside(named(objects, 'Deployment', 'r-flow'), 'spec', 'template', 'metadata', 'labels'),
    ).toMatchObject({ 'r-store-client': 'true' });
  });

  test('clients of a workload that is not main find its Service', async () => {
    const values = set(
      'flow.enabled=true',
      'flow.store.enabled=true',
      'flow.report.image.repository=example/report,flow.report.image.tag=v1',
      'flow.scheduler.service.port=81',
    );
    const deployment = named(await objectsOf('client', values), 'Deployment', 'r-client');
    expect(inside(podOf(deployment), 'containers', 0, 'env')).toContainEqual({
      name: 'FLOW',
      value: 'http://r-flow-scheduler:81',
    });
  });
});
