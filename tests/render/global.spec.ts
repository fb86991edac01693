import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf, cases } from '../../tools/cases/cases.ts';
import { duplicates } from '../../tools/checks/rules/duplicates.ts';
import {
  containersOf,
  idOf,
  isHook,
  type KubeObject,
  podSourcesOf,
  specOf,
} from '../../tools/kubernetes/objects.ts';
import { objectsOf, titleOf } from './objects.ts';

const folder = mkdtempSync(join(tmpdir(), 'global-'));
const values = join(folder, 'values.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

const env = { name: 'HTTPS_PROXY', value: 'http://proxy.example.com:3128' };
const toleration = { operator: 'Exists' };
const global = {
  nodeSelector: { 'example.com/pool': 'ai' },
  tolerations: [toleration],
  priorityClassName: 'ai',
  commonLabels: { 'example.com/team': 'platform' },
  commonAnnotations: { 'example.com/owner': 'platform' },
  podLabels: { 'example.com/zone': 'inside' },
  podAnnotations: { 'example.com/scan': 'no' },
  extraEnv: [env, { name: 'NO_PROXY', value: '.svc' }],
  helperPods: {
    podLabels: { 'example.com/helper': 'yes' },
    podAnnotations: { 'sidecar.istio.io/inject': 'false' },
    runAsUser: 4321,
  },
  networkPolicy: { enabled: false },
};
writeFileSync(values, JSON.stringify({ global }));

const elsewhere = join(folder, 'elsewhere.yaml');
const server = { cidr: '10.9.9.9/32', port: 5399 };
const dns = { peers: [{ ipBlock: { cidr: server.cidr } }], ports: [server.port] };
writeFileSync(
  elsewhere,
  JSON.stringify({
    global: {
      openshift: true,
      listenAddress: '::',
      caBundle: { configMap: 'authorities' },
      networkPolicy: { dns },
    },
  }),
);

/** A login by ssh needs a user with a name; charts without git know no such values. */
const overHttps = (chart: string) =>
  chart === 'airflow'
    ? ['--set', 'gitSync.auth.sshSecret=,gitSync.repository=https://git.example.com/dags.git']
    : [];

const all = cases().map((one) => [titleOf(one), one] as const);

describe('what global says reaches every pod and every object', () => {
  it.concurrent.each(all)('%s', async (_title, one) => {
    const before = await objectsOf(one);
    const objects = await objectsOf(one, { args: ['--values', values] });
    const own = objects.filter((object) => !isGiven(object));
    expect(own.flatMap(lacksOfObject)).toEqual([]);
    expect(podSourcesOf(own).flatMap(lacksOfPod)).toEqual([]);
    expect(duplicates(own, 'apps')).toEqual([]);
    expect(policies(objects)).toEqual(policies(objects.filter(isGiven)));
    expect(podSourcesOf(objects)).toHaveLength(podSourcesOf(before).length);
  });
});

describe('in a namespace that chooses ids, with other servers for names, authorities and addresses of IPv6', () => {
  it.concurrent.each(all)('%s', async (_title, one) => {
    const objects = await objectsOf(one, { args: ['--values', elsewhere, ...overHttps(one.chart)] });
    const own = objects.filter((object) => !isGiven(object));
    expect(podSourcesOf(own).flatMap(idsOf)).toEqual([]);
    expect(own.flatMap(otherNameServers)).toEqual([]);
    expect(own.flatMap(mixedFamilies)).toEqual([]);
    expect(podSourcesOf(own).flatMap(ipv4Listeners)).toEqual([]);
    expect(podSourcesOf(own).flatMap(withoutAuthorities)).toEqual([]);
    expect(duplicates(own, 'apps')).toEqual([]);
  });
});

describe('the global of a chart that wraps ours', () => {
  const wrapper = wrapped('redis');

  it.each([
    ['{ postgresql: { auth: { username: app } }, security: { allowInsecureImages: true } }', ''],
    ['{ redis: { password: secret }, gcp: { project: shop } }', ''],
    ['{ imageRegistery: mirror.example.com }', 'did you mean global.imageRegistry?'],
    ['{ storageclass: fast }', 'did you mean global.storageClass?'],
    ['{ tolerations: Exists }', '/tolerations'],
  ])('%s', async (given, message) => {
    const file = join(folder, `${given.length}.yaml`);
    writeFileSync(file, `global: ${given}\n`);
    const { code, stderr } = await run(await pinnedHelm(), [
      'template',
      'w',
      await wrapper,
      '--values',
      file,
    ]);
    expect(stderr).toContain(message);
    expect(code === 0).toBe(message === '');
  });
});

/** The folder of a chart that has one of ours as its only dependency, as somebody else would write it. */
async function wrapped(chart: string): Promise<string> {
  const wrapper = join(folder, 'wrapper');
  const archive = await archiveOf(chart);
  mkdirSync(join(wrapper, 'charts'), { recursive: true });
  cpSync(archive, join(wrapper, 'charts', basename(archive)));
  const dependencies = [{ name: chart, version: '*', repository: 'https://charts.example.com' }];
  writeFileSync(
    join(wrapper, 'Chart.yaml'),
    JSON.stringify({ apiVersion: 'v2', name: 'wrapper', version: '1.0.0', dependencies }),
  );
  return wrapper;
}

const IDS = ['runAsUser', 'runAsGroup', 'fsGroup', 'supplementalGroups'];

/** Ids that a pod brings, but for user 0 of a privilege that values gave. */
function idsOf(pod: Pod): readonly string[] {
  const contexts = containersOf(pod)
    .map(({ id, container }) => ({ id, context: container.securityContext }))
    .filter(({ context }) => context?.runAsNonRoot !== false);
  return [{ id: pod.id, context: pod.spec.securityContext }, ...contexts].flatMap(({ id, context }) =>
    IDS.filter((key) => Object.hasOwn(context ?? {}, key)).map((key) => `${id}: ${key}`),
  );
}

interface Peer {
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

interface PolicySpec {
  readonly policyTypes: readonly string[];
  readonly egress: readonly {
    readonly to?: readonly Peer[];
    readonly ports?: readonly { readonly port?: number | string }[];
  }[];
}

/** Policies that do not ask the servers that global names, or others too. */
function otherNameServers(object: KubeObject): readonly string[] {
  if (object.kind !== 'NetworkPolicy') return [];
  const { policyTypes = [], egress = [] } = specOf<PolicySpec>(object);
  if (!policyTypes.includes('Egress')) return [];
  const asks = (port: number) =>
    egress.filter(({ ports = [] }) => ports.some((one) => one.port === port)).flatMap(({ to = [] }) => to);
  const named = asks(server.port).map(({ ipBlock }) => ipBlock?.cidr);
  return [
    ...(named.includes(server.cidr) ? [] : [`${idOf(object)}: no ${server.cidr}`]),
    ...asks(53).map(() => `${idOf(object)}: port 53`),
  ];
}

/** Exceptions from a network of the other family, and rules for all of one family alone. */
function mixedFamilies(object: KubeObject): readonly string[] {
  if (object.kind !== 'NetworkPolicy') return [];
  const rules = specOf<PolicySpec>(object).egress ?? [];
  return rules.flatMap(({ to = [] }) => {
    const blocks = to.flatMap(({ ipBlock }) => ipBlock ?? []);
    const mixed = blocks.filter(({ cidr, except = [] }) =>
      except.some((one) => one.includes(':') !== cidr.includes(':')),
    );
    const cidrs = blocks.map(({ cidr }) => cidr);
    const alone = cidrs.includes('0.0.0.0/0') && !cidrs.includes('::/0');
    return [
      ...mixed.map(({ cidr }) => `${idOf(object)}: ${cidr}`),
      ...(alone ? [`${idOf(object)}: no ::/0`] : []),
    ];
  });
}

/** Pods whose program does not find the authorities of the platform; tests and checks verify nobody by them. */
function withoutAuthorities({ id, object, spec }: Pod): readonly string[] {
  if (isHook(object)) return [];
  const [main] = spec.containers;
  const named = main?.env?.some(({ name }) => name === 'SSL_CERT_FILE');
  const mounted = main?.volumeMounts?.some(({ name }) => name === 'authorities');
  return named && mounted ? [] : [id];
}

/** Variables that keep a program from listening on IPv6. */
function ipv4Listeners(pod: Pod): readonly string[] {
  return containersOf(pod).flatMap(({ id, container }) =>
    (container.env ?? [])
      .filter(({ value = '' }) => value.includes('0.0.0.0'))
      .map(({ name }) => `${id}: ${name}`),
  );
}

/** What stands in `extraObjects` is the user's, word for word. */
function isGiven({ metadata: { labels } }: KubeObject): boolean {
  return labels?.['helm.sh/chart'] === undefined;
}

function policies(objects: readonly KubeObject[]): readonly string[] {
  return objects.filter(({ kind }) => kind === 'NetworkPolicy').map(idOf);
}

function lacksOfObject(object: KubeObject): readonly string[] {
  const { labels, annotations } = object.metadata;
  return [
    ...lacking(labels, global.commonLabels).map((key) => `${idOf(object)}: label ${key}`),
    ...lacking(annotations, global.commonAnnotations).map((key) => `${idOf(object)}: annotation ${key}`),
  ];
}

type Pod = ReturnType<typeof podSourcesOf>[number];

function lacksOfPod(pod: Pod): readonly string[] {
  const { nodeSelector, tolerations = [], priorityClassName } = pod.spec;
  const { helperPods } = global;
  const [labels, annotations] = isHelper(pod)
    ? [
        { ...global.podLabels, ...helperPods.podLabels },
        { ...global.podAnnotations, ...helperPods.podAnnotations },
      ]
    : [global.podLabels, global.podAnnotations];
  return [
    ...lacking(nodeSelector, global.nodeSelector).map((key) => `nodeSelector ${key}`),
    ...(tolerations.some(({ operator, key }) => operator === 'Exists' && key === undefined)
      ? []
      : ['tolerations']),
    ...(priorityClassName === undefined ? ['priorityClassName'] : []),
    ...lacking(pod.labels, labels).map((key) => `label ${key}`),
    ...lacking(pod.annotations, annotations).map((key) => `annotation ${key}`),
    ...(isHook(pod.object) && pod.spec.securityContext?.runAsUser !== helperPods.runAsUser ? ['user'] : []),
    ...containersOf(pod).flatMap(({ container }) =>
      container.env?.some(({ name, value }) => name === env.name && value === env.value)
        ? []
        : [`${env.name} in ${container.name}`],
    ),
  ].map((what) => `${pod.id}: ${what}`);
}

/** Pods beside the application; training is work of its own. */
function isHelper({ object }: Pod): boolean {
  if (isHook(object)) return true;
  const component = object.metadata.labels?.['app.kubernetes.io/component'];
  return (
    ['Job', 'CronJob'].includes(object.kind) &&
    !['main', 'learning-gpu', 'retraining'].includes(component ?? '')
  );
}

function lacking(
  there: Readonly<Record<string, string>> | undefined,
  wanted: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(wanted).flatMap(([key, value]) => (there?.[key] === value ? [] : [key]));
}
