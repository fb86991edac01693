import type { V1NodeSelectorRequirement, V1PodSpec, V1Taint } from '@kubernetes/client-node';
import { holds } from '../kubernetes/selectors.ts';
import type { Demand } from './demand.ts';
import { type Amounts, CARD_RESOURCES, minus, type Site } from './site.ts';

/** Which pod went where, and what found no place. */
export interface Placement {
  /** Name of the site of each pod, by workload. */
  readonly placed: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly string[];
}

interface Room {
  readonly site: Site;
  free: Amounts;
}

const GIB = 2 ** 30;

/**
 * Puts pods on sites as a scheduler does that looks at requests, node selectors, required node affinity and taints:
 * those that are hardest to place first, each where the least is left. Pods that end need room one at a time.
 * It looks at no pod affinity, no spread and no volumes.
 */
export function schedule(
  demands: readonly Demand[],
  sites: readonly Site[],
  count: (demand: Demand) => number = (demand) => demand.count,
): Placement {
  const rooms: Room[] = sites.map((site) => ({ site, free: site.free }));
  const placed = new Map<string, string[]>();
  const problems: string[] = [];
  const stay = demands.filter(({ ends }) => !ends).sort(hardestFirst);
  for (const demand of stay) {
    for (let pod = 1; pod <= count(demand); pod += 1) {
      const room = roomFor(demand, rooms);
      if (room === undefined) {
        problems.push(problemOf(demand, rooms, pod, count(demand)));
        break;
      }
      room.free = minus(room.free, demand.requests);
      placed.set(demand.id, [...(placed.get(demand.id) ?? []), room.site.name]);
    }
  }
  for (const demand of demands.filter(({ ends }) => ends)) {
    const room = roomFor(demand, rooms);
    if (room === undefined) problems.push(problemOf(demand, rooms, 1, 1));
    else placed.set(demand.id, [room.site.name]);
  }
  return { placed, problems };
}

function roomFor(demand: Demand, rooms: readonly Room[]): Room | undefined {
  return rooms
    .filter(
      ({ site, free }) => why(demand.pod, site) === undefined && lacking(demand.requests, free).length === 0,
    )
    .sort((a, b) => cardsIn(a.free) - cardsIn(b.free) || (a.free.memory ?? 0) - (b.free.memory ?? 0))[0];
}

function hardestFirst(a: Demand, b: Demand): number {
  const memory = ({ requests }: Demand) => requests.memory ?? 0;
  return cardsIn(b.requests) - cardsIn(a.requests) || memory(b) - memory(a) || (a.id < b.id ? -1 : 1);
}

function cardsIn(amounts: Amounts): number {
  return CARD_RESOURCES.reduce((sum, resource) => sum + (amounts[resource] ?? 0), 0);
}

/** Why a pod may not run on a site whatever is free there; undefined when it may. */
export function why(
  { nodeSelector = {}, affinity, tolerations = [] }: V1PodSpec,
  site: Site,
): string | undefined {
  const wrong = Object.entries(nodeSelector).find(([key, value]) => site.labels[key] !== value);
  if (wrong !== undefined) return `has no label ${wrong.join('=')}`;
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  const failing = (terms ?? []).map(({ matchExpressions = [] }) =>
    matchExpressions.find((expression) => !holds(expression, site.labels)),
  );
  const unmet = failing.every((expression) => expression !== undefined) ? failing[0] : undefined;
  if (unmet !== undefined) return `has no label ${textOf(unmet)}`;
  const taint = site.taints.find(
    (one) =>
      one.effect !== 'PreferNoSchedule' && !tolerations.some((toleration) => tolerates(toleration, one)),
  );
  return taint === undefined ? undefined : `has the taint ${taint.key}`;
}

function tolerates(
  toleration: { key?: string; operator?: string; value?: string; effect?: string },
  taint: V1Taint,
): boolean {
  const { key, operator = 'Equal', value = '', effect } = toleration;
  if (effect !== undefined && effect !== '' && effect !== taint.effect) return false;
  if (operator === 'Exists') return key === undefined || key === '' || key === taint.key;
  return key === taint.key && value === (taint.value ?? '');
}

function lacking(requests: Amounts, free: Amounts): readonly string[] {
  return Object.entries(requests)
    .filter(([resource, amount]) => amount > 0 && amount > (free[resource] ?? 0) + 1e-9)
    .filter(([resource]) => !resource.startsWith('ephemeral-storage') && !resource.startsWith('hugepages-'))
    .map(([resource]) => resource);
}

function problemOf(
  { id, requests, pod }: Demand,
  rooms: readonly Room[],
  nth: number,
  count: number,
): string {
  const who = count > 1 ? `${id} (pod ${nth} of ${count})` : id;
  const reasons = rooms.map(({ site, free }) => {
    const barred = why(pod, site);
    if (barred !== undefined) return `${site.name} ${barred}`;
    const short = lacking(requests, free).map(
      (resource) =>
        `${amountText(resource, Math.max(0, free[resource] ?? 0))} of ${amountText(resource, requests[resource] ?? 0)}`,
    );
    return `${site.name} has ${short.join(' and ')}`;
  });
  return `${who}: ${reasons.join('; ')}`;
}

function textOf({ key, operator, values = [] }: V1NodeSelectorRequirement): string {
  return operator === 'In' ? `${key}=${values.join('|')}` : `${key} (${operator})`;
}

/** An amount with its unit: `6 CPU`, `9.3 GiB memory`, `1 nvidia.com/gpu`. */
export function amountText(resource: string, amount: number): string {
  if (resource === 'cpu') return `${rounded(amount)} CPU`;
  return resource.endsWith('memory')
    ? `${rounded(amount / GIB)} GiB ${resource}`
    : `${rounded(amount)} ${resource}`;
}

/** One digit behind the point at most. */
export function rounded(number: number): string {
  return String(Math.round(number * 10) / 10);
}
