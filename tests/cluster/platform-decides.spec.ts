import { join } from 'node:path';
import type { V1Node, V1Pod } from '@kubernetes/client-node';
import { beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf, baseOf, cases, hardwareOf } from '../../tools/cases/cases.ts';
import { podSecurityOf } from '../render/release.ts';
import { livePods } from './observe.ts';
import { type Space, useCluster } from './testbed.ts';
import { until } from './until.ts';

const WAIT = ['--wait', '--timeout', '400s'];
const RANGE = { from: 1_000_720_000, to: 1_000_729_999 };
const CHOSEN = 'example.com/ids';

const testbed = useCluster('default');
const loaded = await load(process.cwd());
const umbrellas = loaded.umbrellas.map(({ name }) => name);
const charts = [...new Set(cases().map(({ chart }) => chart))].filter((chart) => !umbrellas.includes(chart));
const bases = charts
  .map((chart) => baseOf(cases().find((one) => one.chart === chart) ?? { chart, name: '', values: '' }))
  .filter((one) => hardwareOf(one) === 'default' && podSecurityOf(one, loaded) === 'restricted')
  .map((one) => [one.chart, one] as const);

/** Every id that a pod brings is one of the range of its namespace, as OpenShift's restricted-v2 demands. */
const within = (path: string) => `!has(${path}) || (${path} >= ${RANGE.from} && ${path} <= ${RANGE.to})`;
const inPod = (key: string) => {
  const path = `object.spec.securityContext.${key}`;
  return `!has(object.spec.securityContext) || ${within(path)}`;
};
const inContainers = (list: string) =>
  `!has(object.spec.${list}) || object.spec.${list}.all(c, !has(c.securityContext) || ${within('c.securityContext.runAsUser')})`;

const POLICY = {
  metadata: { name: 'ids-of-the-namespace' },
  spec: {
    failurePolicy: 'Fail',
    matchConstraints: {
      resourceRules: [
        { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['pods'] },
      ],
    },
    validations: [
      inPod('runAsUser'),
      inPod('fsGroup'),
      `!has(object.spec.securityContext) || !has(object.spec.securityContext.supplementalGroups)`,
      inContainers('containers'),
      inContainers('initContainers'),
    ].map((expression) => ({ expression, message: `ids are not those of the namespace: ${expression}` })),
  },
};

const BINDING = {
  metadata: { name: 'ids-of-the-namespace' },
  spec: {
    policyName: 'ids-of-the-namespace',
    validationActions: ['Deny'],
    matchResources: { namespaceSelector: { matchLabels: { [CHOSEN]: 'chosen' } } },
  },
};

beforeAll(async () => {
  const { api } = testbed;
  await api.create('admissionregistration.k8s.io/v1/validatingadmissionpolicies', '', POLICY);
  await api.create('admissionregistration.k8s.io/v1/validatingadmissionpolicybindings', '', BINDING);
  const taint = { key: 'example.com/reserved', value: 'ai', effect: 'NoSchedule' };
  for (const { metadata, spec } of await api.list<V1Node>('nodes', ''))
    await api.patch('nodes', '', metadata?.name ?? '', {
      spec: { taints: [...(spec?.taints ?? []), taint] },
    });
  const probe = await chosen();
  await until(
    () => refusal(probe),
    (message) => message.includes('ids are not those of the namespace'),
  );
});

/** A namespace that chooses the ids of its pods. */
async function chosen(): Promise<Space> {
  const space = await testbed.space();
  await testbed.api.patch('namespaces', '', space.name, { metadata: { labels: { [CHOSEN]: 'chosen' } } });
  return space;
}

/** What the API server says to a pod with an id of its own. */
async function refusal({ name }: Space): Promise<string> {
  const container = {
    name: 'main',
    image: 'busybox',
    resources: { requests: { cpu: '1m', memory: '1Mi' }, limits: { memory: '1Mi' } },
    securityContext: {
      runAsUser: 1000,
      runAsNonRoot: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    },
  };
  try {
    await testbed.api.create('pods', name, {
      metadata: { generateName: 'probe-' },
      spec: { containers: [container] },
    });
    return '';
  } catch (error) {
    return String(error);
  }
}

/** Of the API of OpenShift that says which ids pods may have, no more than that it is there. */
const CONSTRAINTS = {
  metadata: { name: 'securitycontextconstraints.security.openshift.io' },
  spec: {
    group: 'security.openshift.io',
    scope: 'Cluster',
    names: { kind: 'SecurityContextConstraints', plural: 'securitycontextconstraints' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
  },
};

const platform = (openshift: string) => [
  '--set',
  `global.openshift=${openshift},global.tolerations[0].key=example.com/reserved,global.tolerations[0].operator=Exists`,
];

async function comesUp(chart: string, values: string, openshift = 'true'): Promise<void> {
  const space = await chosen();
  const archive = await archiveOf(chart);
  await space.helm('install', 'app', archive, '--values', values, ...platform(openshift), ...WAIT);
  await space.helm('test', 'app', '--timeout', '180s');
  const pods = await livePods(space);
  expect(pods.flatMap(outside)).toEqual([]);
  await space.helm('uninstall', 'app', '--wait', '--timeout', '180s');
}

function outside({ metadata, spec }: V1Pod): readonly string[] {
  const contexts = [spec?.securityContext, ...(spec?.containers ?? []).map((one) => one.securityContext)];
  return contexts.flatMap((context) => (context?.runAsUser === undefined ? [] : [metadata?.name ?? '']));
}

describe('all nodes are tainted, and the namespace chooses the ids of pods', () => {
  test('the API server refuses a pod with an id of its own, and the charts as they are', async () => {
    const space = await chosen();
    expect(await refusal(space)).toContain('ids are not those of the namespace');
  });

  test('the preset minikube comes up, verified', { timeout: 900_000 }, async () => {
    await comesUp('ai-platform', join(CHARTS, 'ai-platform', 'presets', 'minikube.yaml'));
  });

  test.each(bases)('%s comes up, and its test passes', { timeout: 600_000 }, async (chart, { values }) => {
    await comesUp(chart, values);
  });

  test('a cluster that serves OpenShift’s API is known by that', { timeout: 600_000 }, async () => {
    const [, base] = bases.find(([chart]) => chart === 'redis') ?? [];
    await testbed.api.create('apiextensions.k8s.io/v1/customresourcedefinitions', '', CONSTRAINTS);
    const serves = () => testbed.api.call('GET', '/apis/security.openshift.io/v1').then(Boolean, () => false);
    expect(await until(serves, Boolean)).toBe(true);
    await comesUp('redis', base?.values ?? '', 'auto');
  });
});
