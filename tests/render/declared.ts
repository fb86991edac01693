import { BlockList } from 'node:net';
import type { Loaded } from '../../generators/src/generate.ts';
import { type Condition, holds as holdsOn, valueAt } from '../../generators/src/go/index.ts';
import type { Connection, FeatureUse, Port, Workload } from '../../generators/src/model/model.ts';
import type { Case } from '../../tools/cases/cases.ts';
import { outsidePeers, type Peer, type Reach } from '../../tools/checks/reach.ts';
import { isRecord, type PodSource } from '../../tools/kubernetes/objects.ts';
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
  {
    name: 'prometheus of the namespace',
    namespace: 'apps',
    labels: { 'app.kubernetes.io/name': 'prometheus', 'app.kubernetes.io/component': 'main' },
    addresses: [],
    ports: [],
  },
  { name: 'gateway', namespace: 'gateways', labels: {}, addresses: ['10.244.1.7'], ports: [] },
  { name: 'DNS cache of the node', labels: {}, addresses: [NODE_LOCAL_DNS], ports: [] },
];

/** A pod of another release for each workload that clients find by a host of its own; nothing but its label lets it in. */
export function clientsElsewhere(pods: readonly PodSource[]): readonly Peer[] {
  return pods
    .filter(({ longRunning, labels }) => longRunning && labels['app.kubernetes.io/component'] !== 'main')
    .filter(({ labels }) => labels.track === 'stable')
    .map((pod) => ({
      name: elsewhere(pod),
      namespace: 'apps',
      labels: { [`${pod.id.split('/').at(-1)}-client`]: 'true' },
      addresses: [],
      ports: [],
    }));
}

/** The pods of all groups of a workload have one host. */
function elsewhere({ id, labels: { track } }: PodSource): string {
  return `a client of ${track && id.endsWith(`-${track}`) ? id.slice(0, -track.length - 1) : id}`;
}

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
  const rows = [
    ...pods.flatMap(dns),
    ...clients.flatMap((client) => [
      ...egressOf(client),
      ...gitOf(client),
      ...apiServerOf(client),
      ...identityOf(client),
      ...namespacesOf(client, pods),
      ...connectionsOf(client, clients),
      ...ingressOf(client),
      ...gatewayOf(client),
      ...scrapedBy(client, clients),
      ...byItsHost(client),
      ...publicOf(client, clients),
    ]),
  ];
  const anyPort = new Set(rows.filter(({ port }) => port === '*').map(({ from, to }) => `${from} ${to}`));
  return rows.filter(({ from, to, port }) => port === '*' || !anyPort.has(`${from} ${to}`));
}

/** Pods whose connections lead to what they scrape by the same port: one of the two edges alone tells nothing of the other. */
export function scrapingClients(one: Case, loaded: Loaded, pods: readonly PodSource[]): readonly PodSource[] {
  const charts = installed(one, loaded);
  const clients = pods.map((pod) => clientOf(pod, charts, loaded));
  const scraped = new Set(clients.flatMap((client) => scrapedBy(client, clients)).map(rowKey));
  return scrapersOf(clients)
    .filter((client) => connectionsOf(client, clients).some((row) => scraped.has(rowKey(row))))
    .map(({ pod }) => pod);
}

/** The label with which a pod asks to be let in by a server that is another release's, by pod: no policy here knows it. */
export function labelsForOthers(one: Case, loaded: Loaded, pods: readonly PodSource[]): readonly string[] {
  const charts = installed(one, loaded);
  return pods
    .map((pod) => clientOf(pod, charts, loaded))
    .flatMap(({ pod, workload, in: { values } }) =>
      workload.connections
        .map((connection) => viaOf(connection, values))
        .flatMap((via) => (via.kind === 'outside' && SERVICE.test(via.host) ? [via.host.split('.')[0]] : []))
        .map((host) => `${pod.id} without ${host}-client`),
    );
}

const rowKey = ({ from, to, port }: Reach) => `${from} ${to} ${port}`;

/** The workload behind a pod; the umbrella's verification of a member does what the member's own test does. */
function clientOf(pod: PodSource, charts: readonly Installed[], { umbrellas }: Loaded): Client {
  const name = pod.labels['app.kubernetes.io/name'];
  const component = pod.labels['app.kubernetes.io/component'] ?? '';
  const verifies = umbrellas.some((umbrella) => umbrella.name === name);
  const inside = charts.find(
    ({ chart }) =>
      // The chart that bundles one inside of another stands before it.
      chart.name === (verifies ? component.replace(/^verify-/, '') : name) ||
      name?.endsWith(`-${chart.name}`),
  );
  const workload = inside?.chart.workloads.find(
    (candidate) => candidate.component === (verifies ? 'test' : component),
  );
  if (inside === undefined || workload === undefined) throw new Error(`${pod.id} belongs to no definition`);
  return { pod, workload, in: inside };
}

/** Further workloads are found by the names of their Services. */
function byItsHost({ pod, workload, in: { values } }: Client): readonly Reach[] {
  if (workload.main || !pod.longRunning) return [];
  return [...workload.clientPorts, ...openPublicPorts(workload, values)].map((port) => ({
    from: elsewhere(pod),
    to: pod.id,
    port: `${port.protocol}/${reachedAt(port, workload, values)}`,
  }));
}

/** The outside world reaches public ports; its networks hold the addresses of other pods too. */
function publicOf({ pod, workload, in: { values } }: Client, clients: readonly Client[]): readonly Reach[] {
  if (!pod.longRunning) return [];
  const world = peers.filter(({ addresses }) => addresses.length > 0).map(({ name }) => name);
  return openPublicPorts(workload, values).flatMap((port) =>
    [...world, ...scrapersOf(clients).map((scraper) => scraper.pod.id)].map((from) => ({
      from,
      to: pod.id,
      port: `${port.protocol}/${listensOn(port, workload, values)}`,
    })),
  );
}

/** Who reaches every pod of its namespace, where that lets it in. */
function scrapersOf(clients: readonly Client[]): readonly Client[] {
  return clients.filter(({ workload: { features } }) =>
    features.some(({ feature }) => feature.name === 'namespaceEgress'),
  );
}

function openPublicPorts({ publicPorts }: Workload, values: Values): readonly Port[] {
  return publicPorts.filter(({ when }) => holds(when, values));
}

function dns({ id }: PodSource): readonly Reach[] {
  return peers
    .filter(({ namespace, addresses }) => namespace === 'kube-system' || addresses.includes(NODE_LOCAL_DNS))
    .flatMap(({ name }) => ['TCP/53', 'UDP/53'].map((port) => ({ from: id, to: name, port })));
}

function egressOf({ pod, workload, in: { values } }: Client): readonly Reach[] {
  return workload.egress
    .filter(({ when }) => holds(when, values))
    .flatMap((traffic) => {
      const { protocol, cidrs, address } = traffic;
      const only = address === '' ? '' : valueAt(address.slice('.Values.'.length), values);
      const given = cidrs === '' ? [] : valueAt(cidrs.slice('.Values.'.length), values);
      const networks = only ? [`${only}/32`] : given;
      const named = traffic.urls.flatMap((path) => portsIn(valueAt(path.slice('.Values.'.length), values)));
      const open = [...new Set([numberOf(traffic, values), ...named])].flatMap((port) =>
        anywhere(pod, port, protocol),
      );
      return Array.isArray(networks) && networks.length > 0
        ? open.filter(({ to }) => isIn(networks.map(String), to))
        : open;
    });
}

/** Ports of the URLs in values, and of texts that are a host with one. */
function portsIn(value: unknown): readonly number[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(portsIn);
  const hosts = String(value).matchAll(/([a-z]+):\/\/[^\s/?#'"]*?(:\d+)?(?=[\s/?#'"]|$)/g);
  const [, alone] = /^[\w-]+(?:\.[\w-]+)+:(\d+)$/.exec(String(value)) ?? [];
  return [
    ...[...hosts].map(([, scheme, port]) => Number(port?.slice(1) ?? (scheme === 'http' ? 80 : 443))),
    ...(alone === undefined ? [] : [Number(alone)]),
  ];
}

/** Who takes files from git reaches its server, on the port that the address of the repository means. */
function gitOf({ pod, workload, in: { values } }: Client): readonly Reach[] {
  const use = workload.features.find(({ feature }) => feature.name === 'gitSync');
  if (use === undefined || !holds(use.options.when as Condition, values)) return [];
  const { enabled, repository, port } = at(values, 'gitSync');
  const [scheme = ''] = /^https?:/.exec(String(repository)) ?? [];
  const usual = scheme === 'https:' ? 443 : scheme === 'http:' ? 80 : 22;
  return enabled === true ? anywhere(pod, Number(port) || usual) : [];
}

/** Whether one of the networks holds an address of a peer. */
function isIn(networks: readonly string[], peer: string): boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = '0'] = network.split('/');
    list.addSubnet(address, Number(bits), family(address));
  }
  const { addresses = [] } = peers.find(({ name }) => name === peer) ?? {};
  return addresses.some((address) => list.check(address, family(address)));
}

const family = (address: string) => (address.includes(':') ? 'ipv6' : 'ipv4');

/** Who has rights at the Kubernetes API reaches the networks that it is in. */
function apiServerOf({ pod, workload, in: { values } }: Client): readonly Reach[] {
  const own = workload.features.some(
    ({ feature, options }) => feature.name === 'rbac' && holds(options.when as Condition, values),
  );
  const waits = at(values, 'jobWaits');
  const isWaiting = waits.enabled === true && workload.after.some(({ when }) => holds(when, values));
  const networks = [
    ...(own ? [at(workload.main ? values : at(values, workload.name), 'rbac').apiServerCidrs] : []),
    ...(isWaiting ? [waits.apiServerCidrs] : []),
  ].flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
  const near = peers.filter(({ name }) => isIn(networks, name));
  return [443, 6443]
    .flatMap((port) => anywhere(pod, port))
    .filter(({ to }) => near.some(({ name }) => name === to));
}

/** An identity of Google Cloud comes from the metadata server of the node. */
function identityOf({ pod, workload, in: { values } }: Client): readonly Reach[] {
  const { workloadIdentity, annotations } = at(values, 'serviceAccount');
  const isGoogles = isRecord(annotations) && 'iam.gke.io/gcp-service-account' in annotations;
  if (workload.kind === 'Pod' || !(workloadIdentity === 'gke' || (workloadIdentity === '' && isGoogles)))
    return [];
  return peers
    .filter(({ addresses }) => addresses.includes(METADATA))
    .flatMap(({ name }) => [80, 988].map((port) => ({ from: pod.id, to: name, port: `TCP/${port}` })));
}

/** Who looks at whatever there is reaches every pod of its namespaces. */
function namespacesOf(
  { pod, workload, in: { values } }: Client,
  pods: readonly PodSource[],
): readonly Reach[] {
  return workload.features.flatMap(({ feature, options }) => {
    if (feature.name !== 'namespaceEgress') return [];
    const { namespaces } = at(values, 'config');
    const all = ['apps', ...(options.namespaces !== '' && Array.isArray(namespaces) ? namespaces : [])];
    return [...peers, ...clientsElsewhere(pods)]
      .filter(({ namespace }) => namespace !== undefined && all.includes(namespace))
      .map(({ name }) => ({ from: pod.id, to: name, port: '*' }));
  });
}

/** The number of a port that definitions give as such or as a value. */
function numberOf({ port, value }: Workload['egress'][number], values: Values): number {
  return Number(value === '' ? port : valueAt(value, values));
}

/** Whether a condition of a definition holds; of helpers only that which tells the line of Airflow can be asked. */
function holds(condition: Condition, values: Values): boolean {
  const helper = (name: string) => {
    if (name !== 'airflow.line') throw new Error(`cannot judge by the helper ${name}`);
    return lineOf(values);
  };
  return holdsOn(condition, { values, helper });
}

/** The line of Airflow that the tag of the image means; the chart's own tag without one. */
function lineOf(values: Values): string {
  return String(at(values, 'image').tag || '3').charAt(0);
}

function connectionsOf(client: Client, clients: readonly Client[]): readonly Reach[] {
  return client.workload.connections.flatMap((connection) => {
    const { chart, component, port } = connection.provider;
    const via = viaOf(connection, client.in.values);
    if (via.kind === 'outside') {
      const proxies = port.proxy !== null && SERVICE.test(via.host) ? [port.proxy.port] : [];
      return [via.port, ...proxies].flatMap((number) => anywhere(client.pod, number));
    }
    if (via.kind === 'nowhere') return [];
    const name = connection.internal ? client.in.chart.name : chart;
    return clients
      .filter(
        ({ workload, in: target, pod }) =>
          target.chart.name === name && workload.component === component && pod.longRunning,
      )
      .flatMap(({ pod, workload, in: { values } }) =>
        [port, ...connection.furtherPorts]
          .filter(({ when }) => holds(when, values))
          .map((one) => ({
            from: client.pod.id,
            to: pod.id,
            port: `${one.protocol}/${bypasses(connection, client) ? listensOn(one, workload, values) : reachedAt(one, workload, values)}`,
          })),
      );
  });
}

/** Pods of a chart go past its gateway; only its test looks at it as clients do. */
function bypasses({ internal }: Connection, { workload }: Client): boolean {
  return internal && workload.kind !== 'Pod';
}

/** The number of the port that clients reach: that of the gateway while it stands before the port. */
function reachedAt(port: Port, workload: Workload, values: Values): number {
  const { proxy } = port;
  return proxy !== null && holds(proxy.when, values) ? proxy.port : listensOn(port, workload, values);
}

/** The number of a port; that of one that names a value is in the values. */
function listensOn({ port, value }: Port, { main, name }: Workload, values: Values): number {
  const block = main ? values : at(values, name);
  return value === '' ? port : Number(valueAt(value, block));
}

type Via =
  | { readonly kind: 'release' | 'nowhere' }
  | { readonly kind: 'outside'; readonly host: string; readonly port: number };

/** The name of a Service: a gateway may stand before what it leads to. */
const SERVICE = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+(\.svc(\..+)?)?)?$/;

function viaOf({ internal, bundled, name, provider, when }: Connection, values: Values): Via {
  if (internal) return { kind: 'release' };
  if (!holds(when, values)) return { kind: 'nowhere' };
  const given = at(values, 'connections', name);
  const member = at(values, 'global.members', provider.chart);
  const external = at(member, 'external');
  const outside = ({ host, port, scheme }: Values): Via => {
    const named = !SERVICE.test(String(host)) && /[a-z]$/.test(String(host));
    const secure = (scheme || (named && 'https')) === 'https';
    return {
      kind: 'outside',
      host: String(host),
      port: Number(port) || (secure ? 443 : provider.port.service),
    };
  };
  if (given.host) return outside(given);
  if (bundled && at(values, provider.chart).enabled === true) return { kind: 'release' };
  if (member.enabled === true) return { kind: 'release' };
  return external.host ? outside(external) : { kind: 'nowhere' };
}

/** Everything outside the release but the metadata service of clouds. */
function anywhere({ id }: PodSource, port: number, protocol = 'TCP'): readonly Reach[] {
  return peers
    .filter(({ addresses }) => addresses.length > 0 && !addresses.includes(METADATA))
    .map(({ name }) => ({ from: id, to: name, port: `${protocol}/${port}` }));
}

function ingressOf({ pod, workload, in: { values } }: Client): readonly Reach[] {
  const block = workload.main ? values : at(values, workload.name);
  return workload.features.flatMap((use) => {
    const entry = ENTRIES.find(({ name }) => name === use.feature.name);
    if (entry === undefined) return [];
    const given = givenTo(use, workload, values);
    const isOn = isServed(use, block) && entry.switches.some((path) => at(given, path).enabled === true);
    const byOperator =
      entry.name === 'monitoring' && watched(use, block, given) && at(values, 'global.monitoring').operator;
    if (!isOn && byOperator !== true) return [];
    const own = at(given, entry.name, 'from');
    const from =
      entry.name === 'ingress' && Object.keys(own).length === 0 ? at(values, 'global.ingress', 'from') : own;
    const ports = new Set([
      entrance(use, workload, values),
      ...(isOn ? furtherPorts(use, workload, block) : []),
    ]);
    return peers
      .filter((peer) => isSelected(peer, from))
      .flatMap(({ name }) => [...ports].map((port) => ({ from: name, to: pod.id, port })));
  });
}

/** Whom the metrics of the gateway are for. */
function gatewayOf({ pod, workload, in: { values } }: Client): readonly Reach[] {
  const block = workload.main ? values : at(values, workload.name);
  const { enabled, metrics } = at(block, 'gateway');
  if (enabled !== true || !isRecord(metrics)) return [];
  const global = at(values, 'global.monitoring');
  const isThere = global.prometheus === true || at(values, 'global.members.prometheus').enabled === true;
  const open = [
    ...(metrics.annotations === true ||
    metrics.serviceMonitor === true ||
    (metrics.auto === true && global.operator === true)
      ? peers.filter((peer) => isSelected(peer, at(block, 'gateway.metrics.from')))
      : []),
    ...(metrics.annotations === true || (metrics.auto === true && isThere)
      ? peers.filter(
          ({ namespace, labels }) =>
            namespace === 'apps' && labels['app.kubernetes.io/name'] === 'prometheus',
        )
      : []),
  ];
  return open.map(({ name }) => ({ from: name, to: pod.id, port: 'TCP/8901' }));
}

/** Paths of an Ingress may lead to other ports of the Service by their names. */
function furtherPorts({ feature }: FeatureUse, workload: Workload, block: Values): readonly string[] {
  if (feature.name !== 'ingress') return [];
  const { hosts } = at(block, 'ingress');
  const paths = (Array.isArray(hosts) ? hosts : []).flatMap(
    ({ paths: list = [] }: { paths?: { port?: string }[] }) => list,
  );
  return paths.flatMap(({ port }) =>
    workload.ports.filter(({ name }) => name === port).map((found) => `TCP/${found.port}`),
  );
}

/** Whom the Prometheus of the namespace scrapes, be it of this release or of another one. */
function scrapedBy({ pod, workload, in: { values } }: Client, clients: readonly Client[]): readonly Reach[] {
  const block = workload.main ? values : at(values, workload.name);
  const isThere =
    at(values, 'global.monitoring').prometheus === true ||
    at(values, 'global.members.prometheus').enabled === true;
  const scrapers = scrapersOf(clients);
  return workload.features
    .filter(
      (use) =>
        use.feature.name === 'monitoring' && isThere && watched(use, block, givenTo(use, workload, values)),
    )
    .flatMap((use) => {
      const port = entrance(use, workload, values);
      return [
        ...peers
          .filter(
            ({ namespace, labels }) =>
              namespace === 'apps' && labels['app.kubernetes.io/name'] === 'prometheus',
          )
          .map(({ name }) => ({ from: name, to: pod.id, port })),
        ...scrapers.map((scraper) => ({ from: scraper.pod.id, to: pod.id, port })),
      ];
    });
}

/** The metrics are there, and nobody has kept the workload out of what watches the whole release. */
function watched(use: FeatureUse, block: Values, given: Values): boolean {
  return isServed(use, block) && at(given, 'monitoring').auto === true;
}

/** The sidecar that a feature is for runs, if there is one. */
function isServed({ options: { sidecar = '' } }: FeatureUse, block: Values): boolean {
  return sidecar === '' || at(block, String(sidecar)).enabled === true;
}

/** The block with the values of a feature: that of the workload, or main's. */
function givenTo(use: FeatureUse, workload: Workload, values: Values): Values {
  return workload.main || use.values !== workload.values ? values : at(values, workload.name);
}

/** The port by which a feature lets others in. */
function entrance({ options }: FeatureUse, workload: Workload, values: Values): string {
  const all = [...workload.ports, ...workload.sidecars.flatMap(({ ports }) => ports)];
  const named = all.find(({ name }) => name === options.port);
  if (named) return `TCP/${listensOn(named, workload, values)}`;
  const [first] = workload.ports;
  return `TCP/${first && reachedAt(first, workload, values)}`;
}

const ENTRIES = [
  { name: 'ingress', switches: ['ingress'] },
  { name: 'httpRoute', switches: ['httpRoute'] },
  { name: 'monitoring', switches: ['monitoring.serviceMonitor', 'monitoring.annotations'] },
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
