import type { Hardware, HardwareNode } from '../cluster/hardware.ts';
import { type Card, RESOURCES } from './cards.ts';
import type { Demand } from './demand.ts';
import { why } from './fit.ts';
import { productName } from './nodes.ts';
import { type Amounts, amounts, CARD_RESOURCES, minus, type Site } from './site.ts';

/** Which site stands for which machine of a description. */
export interface Match {
  readonly pairs: readonly { readonly node: HardwareNode; readonly site: Site; readonly exact: boolean }[];
  /** The cards that no site has, in words. */
  readonly missing: readonly string[];
}

const PRODUCT = 'nvidia.com/gpu.product';
/** What feature discovery adds to the model of a card that is shared. */
const SHARED = '-SHARED';
const MIB = 2 ** 20;
const GIB = 2 ** 30;
/** What k3s itself and its own pods take of a machine for which no description says it. */
const RESERVED: Amounts = { cpu: 0.25, memory: GIB / 2 };

/** Finds a site for each machine of a description: one with its card, or one of the same maker with as much memory. */
export function match({ nodes }: Hardware, sites: readonly Site[]): Match {
  const left = [...sites];
  const pairs: Match['pairs'][number][] = [];
  const missing: string[] = [];
  const withCardsFirst = [...nodes].sort(
    (a, b) => Number(cardOf(b) !== undefined) - Number(cardOf(a) !== undefined),
  );
  for (const node of withCardsFirst) {
    const card = cardOf(node);
    const site =
      card === undefined
        ? (left.find(({ cards, arch }) => cards.length === 0 && arch === archOf(node)) ?? left[0])
        : (left.find(({ cards }) => cards.some((one) => isSame(one, card))) ??
          left.find(({ cards }) => cards.some((one) => isAsGood(one, card))));
    if (site === undefined) {
      if (card !== undefined) missing.push(cardText(card));
      continue;
    }
    left.splice(left.indexOf(site), 1);
    pairs.push({ node, site, exact: card === undefined || site.cards.some((one) => isSame(one, card)) });
  }
  return { pairs, missing };
}

/** The sites as they are once the description's labels, taints and shares of cards are set. */
export function prepared(sites: readonly Site[], { pairs }: Match): readonly Site[] {
  return sites.map((site) => {
    const node = pairs.find((pair) => pair.site === site)?.node;
    const reserved = site.isNode ? {} : node?.systemReserved ? amounts(node.systemReserved) : RESERVED;
    if (node === undefined) return { ...site, free: minus(site.free, reserved) };
    const taken = new Set(site.taints.map(({ key }) => key));
    return {
      ...site,
      labels: { ...site.labels, ...node.labels, ...ownProduct(site, node) },
      taints: [...site.taints, ...(node.taints ?? []).filter(({ key }) => !taken.has(key))],
      free: { ...minus(site.free, reserved), ...sharesOf(node, site) },
    };
  });
}

/** The label with the model of the card stays true, whatever the description has. */
function ownProduct({ labels, cards }: Site, node: HardwareNode): Readonly<Record<string, string>> {
  const described = node.labels?.[PRODUCT];
  const card = cards[0];
  if (described === undefined || card === undefined) return {};
  const shared = described.endsWith(SHARED) ? SHARED : '';
  return { [PRODUCT]: labels[PRODUCT] ?? `${card.product.replaceAll(' ', '-')}${shared}` };
}

/** What a person has to do to a site before the pods of a preset can run there, a line for each. */
export function preparations(
  sites: readonly Site[],
  matched: Match,
  demands: readonly Demand[],
  hardwareName: string,
): readonly string[] {
  const after = prepared(sites, matched);
  return sites.flatMap((site, index) => {
    const node = matched.pairs.find((pair) => pair.site === site)?.node;
    const goal = after[index];
    if (node === undefined || goal === undefined) return [];
    const shares = Object.entries(sharesOf(node, site)).filter(
      ([resource, amount]) =>
        amount > (site.free[resource] ?? 0) && demands.some((one) => (one.requests[resource] ?? 0) > 0),
    );
    const wanted = demands
      .filter(({ pod }) => why(pod, goal) === undefined)
      .flatMap(({ pod }) => labelsOf(pod));
    const labels = Object.entries(node.labels ?? {}).filter(
      ([key, value]) => wanted.includes(key) && site.labels[key] !== value && !isDiscovered(key),
    );
    const taints = (node.taints ?? []).filter(({ key }) => !site.taints.some((one) => one.key === key));
    return [
      ...shares.map(
        ([resource, amount]) =>
          `${site.name}: let the device plugin offer ${resource}: ${amount} (docs/gpu/${hardwareName}.yaml)`,
      ),
      ...labels.map(([key, value]) => `kubectl label node ${site.name} ${key}=${value}`),
      ...taints.map(
        ({ key, value, effect }) =>
          `kubectl taint node ${site.name} ${key}${value ? `=${value}` : ''}:${effect}`,
      ),
    ];
  });
}

/** The card of a described machine: of one kind, however many. */
export function cardOf({ capacity, labels = {} }: HardwareNode): Card | undefined {
  const vendor = (['nvidia', 'amd', 'intel'] as const).find(
    (one) => Number(capacity[RESOURCES[one]] ?? 0) > 0,
  );
  if (vendor === undefined) return undefined;
  const mib = Number(labels['nvidia.com/gpu.memory'] ?? 0);
  const product = labels['nvidia.com/gpu.product'];
  return {
    vendor,
    product: product === undefined ? '' : productName(product),
    ...(mib > 0 && { memory: mib * MIB }),
  };
}

/** A card in words. */
export function cardText({ vendor, product, memory, driver }: Card): string {
  const facts = [
    ...(memory === undefined ? [] : [`${Math.round(memory / GIB)} GiB`]),
    ...(driver ? [`driver ${driver}`] : []),
  ];
  const name = product === '' ? `${vendor} card` : product;
  return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}

/** Shares that each card of a site is divided into as the description says; a site may have more or fewer cards. */
function sharesOf({ capacity, labels = {} }: HardwareNode, { cards }: Site): Amounts {
  const described = Number(labels['nvidia.com/gpu.count'] ?? 1);
  return Object.fromEntries(
    CARD_RESOURCES.filter((resource) => Number(capacity[resource] ?? 0) > 0).map((resource) => [
      resource,
      Math.floor((Number(capacity[resource]) / described) * cards.length),
    ]),
  );
}

function isSame(a: Card, b: Card): boolean {
  const key = ({ product }: Card) => product.replaceAll('-', ' ');
  return a.vendor === b.vendor && (b.product === '' || key(a) === key(b));
}

function isAsGood(a: Card, b: Card): boolean {
  return a.vendor === b.vendor && a.memory !== undefined && b.memory !== undefined && a.memory >= b.memory;
}

/** Labels that are set by the programs that find them out, not by a person. */
function isDiscovered(label: string): boolean {
  return /^(nvidia\.com|kubernetes\.io|node\.kubernetes\.io|feature\.node\.kubernetes\.io)\//.test(label);
}

function labelsOf({ nodeSelector = {}, affinity }: Demand['pod']): readonly string[] {
  const terms =
    affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  return [
    ...Object.keys(nodeSelector),
    ...terms.flatMap(({ matchExpressions = [] }) => matchExpressions.map(({ key }) => key)),
  ];
}

function archOf({ arch }: HardwareNode): string {
  return arch ?? 'amd64';
}
