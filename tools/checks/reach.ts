import { BlockList, isIPv6 } from 'node:net';
import { type KubeObject, ofKind, podSourcesOf } from '../kubernetes/objects.ts';
import { type Direction, type Policy, policiesOf, portMatches } from '../kubernetes/policies.ts';
import { selects } from '../kubernetes/selectors.ts';
import type { ContainerPort, Labels, PolicyPeer, PolicyPort, PolicyRule } from '../kubernetes/types.ts';
import { declaredPorts } from './rules/ports.ts';

/** One end of a connection: pods with equal labels, or an address outside of the cluster when it has no namespace. */
export interface Peer {
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Labels;
  readonly addresses: readonly string[];
  /** Ports by which a rule may name this peer's ports. */
  readonly ports: readonly ContainerPort[];
}

/** That `from` may open a connection to `to`; the port is `TCP/5432`, `TCP/1-65535`, `UDP/*` or `*`. */
export interface Reach {
  readonly from: string;
  readonly to: string;
  readonly port: string;
}

export interface ReachOptions {
  /** The namespace of the release; `default` when absent. */
  readonly namespace?: string;
  /** Labels of namespaces beyond `kubernetes.io/metadata.name`, by name. */
  readonly namespaceLabels?: Readonly<Record<string, Labels>>;
  /** Who else is there; `outsidePeers` when absent. */
  readonly peers?: readonly Peer[];
}

/** Whom a release meets in an ordinary cluster, seen from its namespace. */
export function outsidePeers(namespace = 'default'): readonly Peer[] {
  const pod = (
    name: string,
    where: string,
    labels: Labels,
    address: string,
    ports: readonly ContainerPort[] = [],
  ): Peer => ({
    name,
    namespace: where,
    labels,
    addresses: [address],
    ports,
  });
  const dns = [
    { name: 'dns', containerPort: 53, protocol: 'UDP' },
    { name: 'dns-tcp', containerPort: 53 },
  ];
  return [
    pod('ingress controller', 'ingress-nginx', { 'app.kubernetes.io/name': 'ingress-nginx' }, '10.244.1.1'),
    pod('prometheus', 'monitoring', { 'app.kubernetes.io/name': 'prometheus' }, '10.244.1.2'),
    pod('dns', 'kube-system', { 'k8s-app': 'kube-dns' }, '10.244.1.3', dns),
    pod('other pod in namespace', namespace, {}, '10.244.1.4'),
    pod('other namespace', 'other', {}, '10.244.1.5'),
    { name: 'internet', labels: {}, addresses: ['203.0.113.1', '2001:db8::1'], ports: [] },
    { name: 'metadata service', labels: {}, addresses: ['169.254.169.254'], ports: [] },
  ];
}

/**
 * Who may reach whom by the rendered NetworkPolicies alone, sorted by `from`, `to`, `port`: egress of the source and ingress
 * of the destination must both allow it. An `ipBlock` covers pods too, as with network plugins that judge packets by address.
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function reachOf(objects: readonly KubeObject[], options: ReachOptions = {}): readonly Reach[] {
  const namespace = options.namespace ?? 'default';
  const policies = policiesOf(objects, namespace);
  const namespaces = namespaceLabelsOf(objects, options);
  const inside = podSourcesOf(objects, namespace).map(
    (pod, index): Peer => ({
      name: pod.id,
      namespace: pod.namespace,
      labels: pod.labels,
      addresses: [`10.244.${2 + Math.floor(index / 250)}.${1 + (index % 250)}`],
      ports: declaredPorts(pod),
    }),
  );
  const outside = options.peers ?? outsidePeers(namespace);
  const ofPeer = new Map(
    [...inside, ...outside].map((peer) => [peer, policies.filter((policy) => isSelected(policy, peer))]),
  );
  const rows = [
    ...inside.flatMap((from) =>
      outside.flatMap((to) => openPorts(rulesFor(from, to, 'Egress'), to).map((port) => row(from, to, port))),
    ),
    ...[...outside, ...inside].flatMap((from) =>
      inside.flatMap((to) => reachedPorts(from, to).map((port) => row(from, to, port))),
    ),
  ];
  return rows.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.port, b.port));

  function reachedPorts(from: Peer, to: Peer): readonly string[] {
    const egress = outside.includes(from) ? undefined : rulesFor(from, to, 'Egress');
    const ingress = rulesFor(to, from, 'Ingress');
    const open = to.ports.filter((port) => admits(egress, port) && admits(ingress, port));
    return [...new Set(open.map((port) => `${port.protocol ?? 'TCP'}/${port.containerPort}`))];
  }

  function rulesFor(subject: Peer, other: Peer, direction: Direction): readonly PolicyRule[] | undefined {
    const own = (ofPeer.get(subject) ?? []).filter((policy) => policy.types.has(direction));
    if (own.length === 0) return undefined;
    return own.flatMap((policy) =>
      (direction === 'Ingress' ? policy.ingress : policy.egress).filter((rule) => {
        const peers = direction === 'Ingress' ? rule.from : rule.to;
        return (
          peers === undefined ||
          peers.length === 0 ||
          peers.some((peer) => isPeer(peer, other, policy.namespace, namespaces))
        );
      }),
    );
  }
}

/** The rows as aligned text, one per line. */
export function printReach(rows: readonly Reach[]): string {
  const table = [{ from: 'FROM', to: 'TO', port: 'PORT' }, ...rows];
  const from = Math.max(...table.map((entry) => entry.from.length));
  const to = Math.max(...table.map((entry) => entry.to.length));
  return table.map((entry) => `${entry.from.padEnd(from)}  ${entry.to.padEnd(to)}  ${entry.port}\n`).join('');
}

function row(from: Peer, to: Peer, port: string): Reach {
  return { from: from.name, to: to.name, port };
}

function isSelected(policy: Policy, { namespace, labels }: Peer): boolean {
  return namespace !== undefined && policy.selects({ namespace, labels });
}

function isPeer(
  peer: PolicyPeer,
  other: Peer,
  policyNamespace: string,
  namespaces: (name: string) => Labels,
): boolean {
  const { ipBlock, podSelector, namespaceSelector } = peer;
  if (ipBlock !== undefined) {
    return other.addresses.some(
      (address) =>
        covers(ipBlock.cidr, address) && !(ipBlock.except ?? []).some((cidr) => covers(cidr, address)),
    );
  }
  if (other.namespace === undefined || (podSelector === undefined && namespaceSelector === undefined))
    return false;
  const there =
    namespaceSelector === undefined
      ? other.namespace === policyNamespace
      : selects(namespaceSelector, namespaces(other.namespace));
  return there && (podSelector === undefined || selects(podSelector, other.labels));
}

function covers(cidr: string, address: string): boolean {
  const [network = '', prefix] = cidr.split('/');
  const family = isIPv6(network) ? 'ipv6' : 'ipv4';
  if (family !== (isIPv6(address) ? 'ipv6' : 'ipv4')) return false;
  return networkOf(network, Number(prefix), family).check(address, family);
}

const networks = new Map<string, BlockList>();

/** A list of one network; the few that policies name are asked for again and again. */
function networkOf(network: string, prefix: number, family: 'ipv4' | 'ipv6'): BlockList {
  const key = `${network}/${prefix}`;
  const known = networks.get(key) ?? new BlockList();
  if (!networks.has(key)) known.addSubnet(network, prefix, family);
  networks.set(key, known);
  return known;
}

function admits(rules: readonly PolicyRule[] | undefined, port: ContainerPort): boolean {
  if (rules === undefined) return true;
  return rules.some(
    ({ ports }) =>
      ports === undefined || ports.length === 0 || ports.some((entry) => portMatches(entry, port)),
  );
}

function openPorts(rules: readonly PolicyRule[] | undefined, to: Peer): readonly string[] {
  if (rules === undefined) return ['*'];
  const open = new Set(
    rules.flatMap(({ ports }) =>
      ports === undefined || ports.length === 0 ? ['*'] : ports.flatMap((port) => portTexts(port, to)),
    ),
  );
  if (open.has('*')) return ['*'];
  return [...open].filter((port) => port.endsWith('/*') || !open.has(`${port.split('/')[0]}/*`));
}

function portTexts({ protocol = 'TCP', port, endPort }: PolicyPort, to: Peer): readonly string[] {
  if (port === undefined) return [`${protocol}/*`];
  if (typeof port === 'number')
    return [`${protocol}/${port}${endPort === undefined || endPort === port ? '' : `-${endPort}`}`];
  return to.ports
    .filter((declared) => portMatches({ protocol, port }, declared))
    .map((declared) => `${protocol}/${declared.containerPort}`);
}

function namespaceLabelsOf(objects: readonly KubeObject[], options: ReachOptions): (name: string) => Labels {
  const rendered = new Map(
    ofKind(objects, 'Namespace').map((object) => [object.metadata.name, object.metadata.labels]),
  );
  return (name) => ({
    ...rendered.get(name),
    ...options.namespaceLabels?.[name],
    'kubernetes.io/metadata.name': name,
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
