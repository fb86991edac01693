import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../generate.ts';
import { value } from '../go/index.ts';
import { complaints, inside, named, type RenderedObject, rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, mistakesOf, schemaText, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const namespaces = {
  edge: { description: 'What people see.' },
  data: { description: 'What is kept.', values: { quota: { hard: { pods: '9' } } } },
};
const own = { own: 'your program, which listens on port 8080' };
const definition = {
  name: 'split',
  namespaces,
  workloads: {
    main: web({
      namespace: 'edge',
      image: own,
      connections: ['kept', 'hub'],
      features: { rbac: { rules: [] } },
    }),
    kept: web({
      description: 'Keeps.',
      kind: 'StatefulSet',
      namespace: 'data',
      image: { ...own, instead: 'main' },
      connections: [],
      storage: { name: 'data', mountPath: '/data', size: '1Gi' },
      features: { autoscaling: {}, monitoring: {} },
    }),
    learn: {
      kind: 'Job',
      description: 'Learns.',
      namespace: 'data',
      image: { ...own, instead: 'main' },
      when: value('config.learn'),
      connections: ['kept'],
    },
  },
  connections: {
    kept: { type: 'http', workload: 'kept', description: 'What is kept.', env: { KEPT_URL: 'url' } },
    hub: { type: 'http', chart: 'hub', description: 'The hub.', bundled: false, env: { HUB_URL: 'url' } },
  },
};
const config = schemaText({
  config: {
    type: 'object',
    description: 'Settings.',
    properties: {
      learn: { type: 'boolean', description: 'Whether it learns.', default: true },
    },
  },
});
const files = {
  ...chartFiles(definition, { 'values.schema.json': config }),
  ...chartFiles({ name: 'hub', provides: { type: 'http' } }),
};
const IMAGE = ['--set', 'image.repository=mine,image.tag=v1'];
const HUB = ['--set', 'connections.hub.host=hub.other.svc'];
const MEMBER = ['--set', 'global.members.hub.enabled=true,global.namespaces={r-edge,r-data}'];

describe('a chart over namespaces of its own', () => {
  let chart = '';
  let objects: readonly RenderedObject[] = [];
  beforeAll(async () => {
    const { root } = createWorkspace(files);
    await applyChanges(root, changesOf(root, await generate(root)));
    chart = join(root, 'charts/split');
    const rendered = await rendering(chart, [...IMAGE, ...MEMBER]);
    expect(rendered.stderr).toBe('');
    objects = rendered.objects;
  });
  const placeOf = (kind: string, name: string) => inside(named(objects, kind, name), 'metadata', 'namespace');

  it('is what Helm takes', async () => {
    expect(await complaints(chart, [...IMAGE, ...HUB])).toBe('');
  });

  it('puts every object of a workload where the workload is, and the test where Helm looks for it', () => {
    const places = objects.map(({ kind, metadata }) => {
      const name = metadata.name.replace(/-[0-9a-f]{8}$/, '');
      return `${String(inside(metadata, 'namespace') ?? '')} ${kind}/${name}`.trim();
    });
    expect(places.sort()).toMatchInlineSnapshot(`
      [
        "Namespace/r-data",
        "Namespace/r-edge",
        "NetworkPolicy/r-split-test",
        "Pod/r-split-test",
        "ServiceAccount/r-split",
        "r-data Job/r-split-learn",
        "r-data LimitRange/r-split",
        "r-data NetworkPolicy/r-split-kept",
        "r-data NetworkPolicy/r-split-learn",
        "r-data PodDisruptionBudget/r-split-kept",
        "r-data ResourceQuota/r-split",
        "r-data Service/r-split-kept",
        "r-data Service/r-split-kept-headless",
        "r-data ServiceAccount/r-split",
        "r-data StatefulSet/r-split-kept",
        "r-edge Deployment/r-split",
        "r-edge LimitRange/r-split",
        "r-edge NetworkPolicy/r-split",
        "r-edge PodDisruptionBudget/r-split",
        "r-edge ResourceQuota/r-split",
        "r-edge Role/r-split",
        "r-edge RoleBinding/r-split",
        "r-edge Service/r-split",
        "r-edge ServiceAccount/r-split",
      ]
    `);
  });

  it('labels the namespaces for Pod Security, keeps them and bounds them', () => {
    const namespace = named(objects, 'Namespace', 'r-data');
    expect(inside(namespace, 'metadata', 'labels', 'pod-security.kubernetes.io/enforce')).toBe('restricted');
    expect(inside(namespace, 'metadata', 'annotations')).toEqual({ 'helm.sh/resource-policy': 'keep' });
    const hard = objects
      .filter(({ kind }) => kind === 'ResourceQuota')
      .map(({ metadata, ...rest }) => [inside(metadata, 'namespace'), inside(rest, 'spec', 'hard')]);
    expect(hard.sort()).toEqual([
      ['r-data', { pods: '9' }],
      ['r-edge', { pods: '50' }],
    ]);
  });

  it('finds services of other namespaces by their whole names', () => {
    const env = JSON.stringify(named(objects, 'Deployment', 'r-split'));
    expect(env).toContain('"http://r-split-kept.r-data.svc:8080"');
    expect(env).toContain('"http://r-hub.default.svc:8080"');
    expect(env).not.toContain('split-client');
    expect(JSON.stringify(named(objects, 'Pod', 'r-split-test'))).toContain(
      'http://r-split.r-edge.svc:8080/',
    );
  });

  it('names the other namespace on both sides of a connection', () => {
    const at = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } });
    const pods = (component: string) => ({
      matchLabels: expect.objectContaining({ 'app.kubernetes.io/component': component }),
    });
    expect(inside(named(objects, 'NetworkPolicy', 'r-split'), 'spec', 'egress')).toEqual(
      expect.arrayContaining([
        { to: [{ podSelector: pods('kept'), namespaceSelector: at('r-data') }], ports: expect.anything() },
        { to: [{ podSelector: pods('main'), namespaceSelector: at('default') }], ports: expect.anything() },
      ]),
    );
    expect(inside(named(objects, 'NetworkPolicy', 'r-split-kept'), 'spec', 'ingress', 0, 'from')).toEqual([
      { podSelector: pods('main'), namespaceSelector: at('r-edge') },
      { podSelector: pods('learn'), namespaceSelector: at('r-data') },
      {
        podSelector: { matchLabels: { 'r-split-kept-client': 'true' } },
        namespaceSelector: {
          matchExpressions: [
            { key: 'kubernetes.io/metadata.name', operator: 'In', values: ['default', 'r-edge', 'r-data'] },
          ],
        },
      },
    ]);
  });

  it('lets in nobody on behalf of a workload that is not there', async () => {
    const without = await rendering(chart, [...IMAGE, ...HUB, '--set', 'config.learn=false']);
    const policy = JSON.stringify(named(without.objects, 'NetworkPolicy', 'r-split-kept'));
    expect(policy).not.toContain('"learn"');
  });

  it('takes other names, and namespaces that are there already', async () => {
    const given = await rendering(chart, [
      ...IMAGE,
      ...HUB,
      '--set',
      'namespaces.data.name=vault,namespaces.data.create=false',
    ]);
    expect(named(given.objects, 'Namespace', 'vault')).toBeUndefined();
    expect(inside(named(given.objects, 'Service', 'r-split-kept'), 'metadata', 'namespace')).toBe('vault');
    expect(JSON.stringify(given.objects)).toContain('http://r-split-kept.vault.svc:8080');
  });

  it('gives a workload its own image, or that of another', async () => {
    const image = (all: readonly RenderedObject[], name: string) =>
      inside(
        all.find(({ kind, metadata }) => kind === 'StatefulSet' && metadata.name === name),
        ...['spec', 'template', 'spec', 'containers', 0, 'image'],
      );
    expect(image(objects, 'r-split-kept')).toBe('mine:v1');
    const other = await rendering(chart, [
      ...IMAGE,
      ...HUB,
      '--set',
      'kept.image.repository=vault,kept.image.tag=v1',
    ]);
    expect(image(other.objects, 'r-split-kept')).toBe('vault:v1');
    const none = await rendering(chart, HUB);
    expect(none.stderr).toContain('- image.repository is empty: name your image, your program');
    expect(none.stderr).not.toContain('kept.image');
  });

  it.each([
    ['namespaces.data.name=r-edge', 'must differ, and are default, r-edge, r-edge'],
    ['namespaces.data.name=default', 'must differ, and are default, r-edge, default'],
    [
      'connections.hub.host=,global.members.hub.enabled=true',
      'in the namespace r-data uses hub, which lets in nobody from there',
    ],
  ])('refuses %s', async (pair, message) => {
    const { stderr, code } = await rendering(chart, [...IMAGE, ...HUB, '--set', pair]);
    expect(code).not.toBe(0);
    expect(stderr).toContain(message);
  });

  it('is let in by who serves it', async () => {
    const hub = await rendering(join(chart, '../hub'), ['--set', 'global.namespaces={r-edge}']);
    expect(inside(named(hub.objects, 'NetworkPolicy', 'r-hub'), 'spec', 'ingress', 0, 'from')).toContainEqual(
      {
        podSelector: { matchLabels: { 'r-hub-client': 'true' } },
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'r-edge' } },
      },
    );
    expect(placeOf('Service', 'r-split-kept')).toBe('r-data');
  });
});

describe('mistakes in namespaces', () => {
  const broken = (change: (copy: typeof definition) => object, sources = { 'values.schema.json': config }) =>
    mistakesOf({
      ...files,
      ...chartFiles({ name: 'split', ...change(structuredClone(definition)) }, sources),
    });
  const { main, kept, learn } = definition.workloads;

  it.each([
    [
      'a workload in none',
      { workloads: { main, kept: { ...kept, namespace: undefined }, learn } },
      'workloads.kept.namespace: the chart has namespaces, and it names none. Name one of edge, data.',
    ],
    [
      'a misspelt one',
      { workloads: { main, kept: { ...kept, namespace: 'dat' }, learn } },
      'workloads.kept.namespace: there is no namespace dat. Did you mean data?',
    ],
    [
      'an idle one',
      { namespaces: { ...namespaces, idle: { description: 'Idle.' } } },
      'namespaces.idle: no workload runs in it. Name it in a workload, or remove it.',
    ],
    [
      'an image that stands in for itself',
      { workloads: { main, kept: { ...kept, image: { ...own, instead: 'kept' } }, learn } },
      'workloads.kept.image.instead: no other workload named kept has an image that is always there. Name one of main.',
    ],
  ])('%s', async (_title, change, message) => {
    expect(await broken((copy) => ({ ...copy, ...change }))).toContain(
      `charts/split/src/chart.ts: ${message}`,
    );
  });

  it('a chart that connects to one that has them', async () => {
    const connections = { split: { type: 'http', chart: 'split', description: 'The other.' } };
    const served = chartFiles(
      { ...definition, provides: { type: 'http' } },
      { 'values.schema.json': config },
    );
    expect(await mistakesOf({ ...files, ...served, ...chartFiles({ name: 'web', connections }) })).toEqual([
      'charts/web/src/chart.ts: connections.split.chart: the chart split has namespaces whose names only its own values say. Give its address as a setting of the application.',
    ]);
  });

  it('a generated secret', async () => {
    const secret = schemaText({
      config: JSON.parse(config).properties.config,
      secrets: {
        type: 'object',
        description: 'Secrets.',
        properties: {
          token: {
            type: 'string',
            description: 'A token.',
            default: '',
            'x-secret': 'token',
            'x-generate': 32,
            'x-env': 'TOKEN',
          },
        },
      },
    });
    expect(await broken((copy) => copy, { 'values.schema.json': secret })).toContain(
      'charts/split/src/chart.ts: namespaces: token would be generated in each namespace, and differ. Leave x-generate out of src/values.schema.json.',
    );
  });
});
