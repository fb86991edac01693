import { CoreV1Api, KubeConfig, type V1Node, type V1Pod } from '@kubernetes/client-node';
import { type Card, RESOURCES, type Vendor } from './cards.ts';
import { type Amounts, amounts, CARD_RESOURCES, cardMemory, minus, type Site } from './site.ts';

/** Which cluster, and which release in it is the one that would be replaced. */
export interface ClusterQuestion {
  /** Default: what kubectl takes. */
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly namespace: string;
  readonly release: string;
}

const MIB = 2 ** 20;
const ENDED = new Set(['Succeeded', 'Failed']);

/** The nodes of a cluster that take pods, less what others already run on them. */
export async function sitesOfCluster(question: ClusterQuestion): Promise<readonly Site[]> {
  const { kubeconfig, context, namespace, release } = question;
  const config = new KubeConfig();
  if (kubeconfig === undefined) config.loadFromDefault();
  else config.loadFromFile(kubeconfig);
  if (context !== undefined) config.setCurrentContext(context);
  const api = config.makeApiClient(CoreV1Api);
  const { items: nodes } = await api.listNode();
  // Who may see nodes may not always see everyone's pods.
  const pods = await api.listPodForAllNamespaces().then(
    ({ items }) => items,
    () => undefined,
  );
  const isOwn = ({ metadata }: V1Pod) =>
    metadata?.namespace === namespace && metadata.labels?.['app.kubernetes.io/instance'] === release;
  const others = pods?.filter((pod) => !isOwn(pod) && !ENDED.has(pod.status?.phase ?? ''));
  return nodes
    .filter(({ spec }) => spec?.unschedulable !== true)
    .map((node) => siteOfNode(node, others))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A node with what is left beside the pods on it; without pods all of it. */
export function siteOfNode(node: V1Node, pods: readonly V1Pod[] | undefined): Site {
  const name = node.metadata?.name ?? '';
  const labels = node.metadata?.labels ?? {};
  const allocatable = amounts(node.status?.allocatable);
  const all = cardsOfNode(labels, allocatable);
  const offered = all.filter(({ vendor }) => (allocatable[RESOURCES[vendor]] ?? 0) > 0);
  const mine = (pods ?? []).filter(({ spec }) => spec?.nodeName === name);
  return {
    name,
    arch: node.status?.nodeInfo?.architecture ?? labels['kubernetes.io/arch'] ?? 'amd64',
    cards: offered,
    labels,
    taints: node.spec?.taints ?? [],
    free: mine.map(requestsOf).reduce(minus, { ...allocatable, ...cardMemory(offered) }),
    total: { cpu: allocatable.cpu ?? 0, memory: allocatable.memory ?? 0 },
    isNode: true,
    notes: [
      ...all
        .filter((card) => !offered.includes(card))
        .map(
          ({ product, vendor }) =>
            `${product} is there, but no ${RESOURCES[vendor]} is offered: look at the device plugin`,
        ),
      ...(pods === undefined ? ['what other pods use is unknown: listing all pods is not allowed'] : []),
    ],
  };
}

/** What a pod holds for itself on its node: its containers together, or an init container that needs more. */
export function requestsOf({ spec }: V1Pod): Amounts {
  const asked = (spec?.containers ?? []).map(({ resources }) => amounts(resources?.requests));
  const before = (spec?.initContainers ?? []).map(({ resources }) => amounts(resources?.requests));
  const together = sum([...asked, { pods: 1 }]);
  return before.reduce(atLeast, together);
}

/** Amounts added up. */
export function sum(list: readonly Amounts[]): Amounts {
  const total: Record<string, number> = {};
  for (const one of list)
    for (const [resource, amount] of Object.entries(one)) total[resource] = (total[resource] ?? 0) + amount;
  return total;
}

/** The larger one of each resource. */
function atLeast(a: Amounts, b: Amounts): Amounts {
  const larger = Object.entries(b).map(([resource, amount]) => [
    resource,
    Math.max(a[resource] ?? 0, amount),
  ]);
  return { ...a, ...Object.fromEntries(larger) };
}

/**
 * The cards that the labels of NVIDIA's feature discovery tell of, otherwise those that are offered.
 * https://github.com/NVIDIA/k8s-device-plugin/tree/main/docs/gpu-feature-discovery
 */
function cardsOfNode(labels: Readonly<Record<string, string>>, allocatable: Amounts): readonly Card[] {
  const product = labels['nvidia.com/gpu.product'];
  if (product !== undefined) {
    const count = Number(labels['nvidia.com/gpu.count'] ?? 1);
    const mib = Number(labels['nvidia.com/gpu.memory'] ?? 0);
    const card: Card = {
      vendor: 'nvidia',
      product: productName(product),
      ...(mib > 0 && { memory: mib * MIB }),
    };
    return Array.from({ length: count }, () => card);
  }
  return CARD_RESOURCES.flatMap((resource) => {
    const vendor = (Object.keys(RESOURCES) as Vendor[]).find((one) => RESOURCES[one] === resource);
    const count = allocatable[resource] ?? 0;
    return vendor === undefined
      ? []
      : Array.from({ length: count }, () => ({ vendor, product: `unnamed ${vendor} card` }));
  });
}

/** A label's `NVIDIA-GeForce-RTX-5090-SHARED` as the driver writes it. */
export function productName(label: string): string {
  return label.replace(/-SHARED$/, '').replaceAll('-', ' ');
}
