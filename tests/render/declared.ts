import type { Loaded } from '../../generators/src/generate.ts';
import type { Connection, Workload } from '../../generators/src/model/model.ts';
import type { PodSource } from '../../tools/checks/kube.ts';
import { outsidePeers, type Peer, type Reach } from '../../tools/checks/reach.ts';
import type { Case } from '../cases.ts';
import { at, type Installed, installed, type Values } from './release.ts';

const NODE_LOCAL_DNS = '169.254.20.10';
const METADATA = '169.254.169.254';

/** Whom the releases of the tests meet: an ordinary cluster, an edge in kube-system and a DNS cache on the node. */
export const peers: readonly Peer[] = [
  ...outsidePeers('apps'),
  {
    name: 'traefik',
    namespace: 'kube-system',
    labels: { 'app.kubernetes.io/name': 'traefik' },
    addresses: ['10.244.1.6'],
    ports: [],
  },
  { name: 'gateway', namespace: 'gateways', labels: {}, addresses: ['10.244.1.7'], ports: [] },
  { name: 'DNS cache of the node', labels: {}, addresses: [NODE_LOCAL_DNS], ports: [] },
];

interface Client {
  readonly pod: PodSource;
  readonly workload: Workload;
  readonly in: Installed;
}

/**
 * Who may reach whom by the definitions and the values of a case, without a look at any policy: DNS, the declared
 * connections, what the application fetches from outside, and whom `ingress`, `httpRoute` and `monitoring` let in.
 */
export function declaredReach(one: Case, loaded: Loaded, pods: readonly PodSource[]): readonly Reach[] {
  const charts = installed(one, loaded);
  const clients = pods.map((pod) => clientOf(pod, charts, loaded));
  return [
    ...pods.flatMap(dns),
    ...clients.flatMap((client) => [
      ...egressOf(client),
      ...connectionsOf(client, clients),
      ...ingressOf(client),
    ]),
  ];
}

/** The workload behind a pod; the umbrella's verification of a member does what the member's own test does. */
function clientOf(pod: PodSource, charts: readonly Installed[], { umbrellas }: Loaded): Client {
  const name = pod.labels['app.kubernetes.io/name'];
  const component = pod.labels['app.kubernetes.io/component'] ?? '';
  const verifies = umbrellas.some((umbrella) => umbrella.name === name);
  const inside = charts.find(
    ({ chart }) => chart.name === (verifies ? component.replace(/^verify-/, '') : name),
  );
  const workload = inside?.chart.workloads.find(
    (candidate) => candidate.component === (verifies ? 'test' : component),
  );
  if (inside === undefined || workload === undefined) throw new Error(`${pod.id} belongs to no definition`);
  return { pod, workload, in: inside };
}

function dns({ id }: PodSource): readonly Reach[] {
  return peers
    .filter(({ namespace, addresses }) => namespace === 'kube-system' || addresses.includes(NODE_LOCAL_DNS))
    .flatMap(({ name }) => ['TCP/53', 'UDP/53'].map((port) => ({ from: id, to: name, port })));
}

function egressOf({ pod, workload, in: { values } }: Client): readonly Reach[] {
  return workload.egress.filter(({ when }) => holds(when, values)).flatMap(({ port }) => anywhere(pod, port));
}

/** Conditions of definitions that name one value; Go holds empty lists, strings and zero for false. */
function holds(when: string, values: Values): boolean {
  if (when === '') return true;
  if (!/^\.Values(\.\w+)+$/.test(when)) throw new Error(`cannot judge the condition ${when}`);
  const [last = '', ...path] = when.slice('.Values.'.length).split('.').reverse();
  const value = (path.length === 0 ? values : at(values, path.reverse().join('.')))[last];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function connectionsOf(client: Client, clients: readonly Client[]): readonly Reach[] {
  return client.workload.connections.flatMap((connection) => {
    const { chart, component, port } = connection.provider;
    const via = viaOf(connection, client.in.values);
    if (via.kind === 'outside') return anywhere(client.pod, via.port);
    if (via.kind === 'nowhere') return [];
    const name = connection.self ? client.in.chart.name : chart;
    return clients
      .filter(
        ({ workload, in: target, pod }) =>
          target.chart.name === name && workload.component === component && pod.longRunning,
      )
      .map(({ pod }) => ({ from: client.pod.id, to: pod.id, port: `${port.protocol}/${port.port}` }));
  });
}

type Via = { readonly kind: 'release' | 'nowhere' } | { readonly kind: 'outside'; readonly port: number };

function viaOf({ self, bundled, name, provider }: Connection, values: Values): Via {
  if (self) return { kind: 'release' };
  const given = at(values, 'connections', name);
  const member = at(values, 'global.members', provider.chart);
  const external = at(member, 'external');
  if (given.host) return { kind: 'outside', port: Number(given.port) };
  if (bundled && at(values, provider.chart).enabled === true) return { kind: 'release' };
  if (member.enabled === true) return { kind: 'release' };
  return external.host ? { kind: 'outside', port: Number(external.port) } : { kind: 'nowhere' };
}

/** Everything outside the release but the metadata service of clouds. */
function anywhere({ id }: PodSource, port: number): readonly Reach[] {
  return peers
    .filter(({ addresses }) => !addresses.includes(METADATA))
    .map(({ name }) => ({ from: id, to: name, port: `TCP/${port}` }));
}

function ingressOf({ pod, workload, in: { values } }: Client): readonly Reach[] {
  const block = workload.main ? values : at(values, workload.name);
  return workload.features.flatMap(({ feature, options }) => {
    const entry = ENTRIES.find(({ name }) => name === feature.name);
    if (entry === undefined || at(block, entry.switch).enabled !== true) return [];
    const port = workload.ports[0]?.port;
    const named = [...workload.ports, ...workload.sidecars.flatMap(({ ports }) => ports)].find(
      ({ name }) => name === options.port,
    )?.port;
    const from = at(block, entry.name, 'from');
    return peers
      .filter((peer) => isSelected(peer, from))
      .map(({ name }) => ({ from: name, to: pod.id, port: `TCP/${named ?? port}` }));
  });
}

const ENTRIES = [
  { name: 'ingress', switch: 'ingress' },
  { name: 'httpRoute', switch: 'httpRoute' },
  { name: 'monitoring', switch: 'monitoring.serviceMonitor' },
] as const;

function isSelected(peer: Peer, from: Values): boolean {
  const has = (labels: Values, key: string) =>
    Object.entries(at(from, key)).every(([label, value]) => labels[label] === value);
  if (peer.namespace === undefined) return false;
  return (
    has({ 'kubernetes.io/metadata.name': peer.namespace }, 'namespaceSelector') &&
    has(peer.labels, 'podSelector')
  );
}
