import { ChartwrightError } from '../../generators/src/errors.ts';
import { parseQuantity } from '../../generators/src/schema/quantity.ts';
import type { Preset } from './catalog.ts';
import type { Demand } from './demand.ts';
import { amountText, schedule } from './fit.ts';
import { cardOf, type Match, match, preparations, prepared } from './prepare.ts';
import { CARD_RESOURCES, type Site } from './site.ts';

/** What came of one preset. */
export interface Verdict {
  readonly preset: Preset;
  /** `ready` when everything fits as it is, `prepare` when it does after `prepare` is done. */
  readonly fits: 'ready' | 'prepare' | 'no';
  readonly problems: readonly string[];
  readonly prepare: readonly string[];
  /** What is worth knowing of one that fits. */
  readonly warnings: readonly string[];
  /** All that its pods ask for at first. */
  readonly requests: { readonly cpu: number; readonly memory: number; readonly cards: number };
  readonly limits: { readonly memory: number };
}

/** What was found, and the preset to take. */
export interface Choice {
  readonly sites: readonly Site[];
  /** None when no preset fits as it is. */
  readonly chosen?: Verdict;
  /** Best first. */
  readonly verdicts: readonly Verdict[];
  readonly notes: readonly string[];
}

/** Judges every preset by what its pods ask for, and puts the one that makes most of the hardware first. */
export async function choose(
  sites: readonly Site[],
  presets: readonly Preset[],
  demandsOf: (preset: Preset) => Promise<readonly Demand[]>,
): Promise<Choice> {
  const judged: { verdict: Verdict; rank: readonly number[] }[] = [];
  for (const preset of presets) {
    const matched = match(preset.hardware, sites);
    const demands = matched.missing.length > 0 ? [] : await orMistake(demandsOf(preset));
    const verdict = judge(preset, sites, matched, demands);
    judged.push({ verdict, rank: rankOf(verdict, sites, matched) });
  }
  judged.sort((a, b) => compare(b.rank, a.rank) || (a.verdict.preset.name < b.verdict.preset.name ? -1 : 1));
  const verdicts = judged.map(({ verdict }) => verdict);
  const chosen = verdicts.find(({ fits }) => fits === 'ready');
  return { sites, ...(chosen && { chosen }), verdicts, notes: notesOf(sites, chosen, verdicts) };
}

/** A preset that is wrong itself must not hide the others. */
function orMistake(demands: Promise<readonly Demand[]>): Promise<readonly Demand[] | ChartwrightError> {
  return demands.catch((error: unknown) => {
    if (error instanceof ChartwrightError) return error;
    throw error;
  });
}

function judge(
  preset: Preset,
  sites: readonly Site[],
  matched: Match,
  given: readonly Demand[] | ChartwrightError,
): Verdict {
  const demands = given instanceof ChartwrightError ? [] : given;
  const requests = totalOf(demands);
  const limits = {
    memory: demands.reduce((sum, { ends, count, memoryLimit }) => sum + (ends ? 0 : count * memoryLimit), 0),
  };
  const verdict = { preset, requests, limits, warnings: [], prepare: [] };
  if (given instanceof ChartwrightError) return { ...verdict, fits: 'no', problems: [given.message] };
  if (matched.missing.length > 0)
    return {
      ...verdict,
      fits: 'no',
      problems: [`is for ${matched.missing.join(' and ')}, which is not there`],
    };
  const after = prepared(sites, matched);
  // A machine becomes a node with what the preset's guide installs; a node is taken as it is.
  const now = after.map((site, index) => (site.isNode ? (sites[index] ?? site) : site));
  const { problems } = schedule(demands, now);
  const ready = problems.length === 0;
  const fits = ready ? 'ready' : schedule(demands, after).problems.length === 0 ? 'prepare' : 'no';
  return {
    ...verdict,
    fits,
    problems,
    prepare: fits === 'no' ? [] : preparations(sites, matched, demands, preset.hardwareName),
    warnings: ready ? warningsOf(demands, now, limits.memory) : [],
  };
}

function warningsOf(demands: readonly Demand[], sites: readonly Site[], limit: number): readonly string[] {
  const memory = sites.reduce((sum, { total }) => sum + total.memory, 0);
  const scaled = schedule(demands, sites, ({ most }) => most).problems;
  return [
    ...(limit > memory
      ? [
          `memory limits add up to ${amountText('memory', limit)}, and there is ${amountText('memory', memory)}`,
        ]
      : []),
    ...scaled.map((problem) => `when scaled to the most: ${problem}`),
  ];
}

function totalOf(demands: readonly Demand[]): Verdict['requests'] {
  const steady = demands.filter(({ ends }) => !ends);
  const sum = (resource: string) =>
    steady.reduce((total, { count, requests }) => total + count * (requests[resource] ?? 0), 0);
  return {
    cpu: sum('cpu'),
    memory: sum('memory'),
    cards: CARD_RESOURCES.reduce((total, resource) => total + sum(resource), 0),
  };
}

/** Compared number by number, the larger one is better. */
function rankOf(
  { fits, preset, requests }: Verdict,
  sites: readonly Site[],
  { pairs }: Match,
): readonly number[] {
  const withCard = pairs.filter(({ node }) => cardOf(node) !== undefined);
  const described = preset.hardware.nodes.reduce((sum, { capacity }) => sum + gib(capacity.memory), 0);
  const there = sites.reduce((sum, { total }) => sum + total.memory / 2 ** 30, 0);
  // Firmware and kernel keep a part of what a machine is sold with.
  const isSmaller = described <= there * 1.15;
  return [
    { ready: 2, prepare: 1, no: 0 }[fits],
    requests.cards > 0 ? withCard.filter(({ exact }) => exact).length : 0,
    requests.cards > 0 ? withCard.length : 0,
    requests.cards,
    pairs.filter(({ node, site }) => (node.arch ?? 'amd64') === site.arch).length,
    likeness(pairs),
    isSmaller ? 1 : 0,
    isSmaller ? described : -described,
    preset.name === preset.hardwareName ? 1 : 0,
  ];
}

/** Share of the described labels that the nodes of a cluster have; they tell one kind of cluster from another. */
function likeness(pairs: Match['pairs']): number {
  const labels = pairs
    .filter(({ site }) => site.isNode)
    .flatMap(({ node, site }) =>
      Object.entries(node.labels ?? {}).map(([key, value]) => Number(site.labels[key] === value)),
    );
  return labels.length === 0 ? 0 : labels.reduce((a, b) => a + b, 0) / labels.length;
}

function gib(quantity = '0'): number {
  return (parseQuantity(quantity) ?? 0) / 2 ** 30;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((number, position) => number !== b[position]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

function notesOf(
  sites: readonly Site[],
  chosen: Verdict | undefined,
  verdicts: readonly Verdict[],
): readonly string[] {
  const idle = sites.flatMap(({ cards }) => cards);
  const better = verdicts.find(
    ({ fits, requests }) => fits === 'prepare' && requests.cards > (chosen?.requests.cards ?? 0),
  );
  return [
    ...sites.flatMap(({ name, notes }) => notes.map((note) => `${name}: ${note}`)),
    ...(idle.length > 0 && (chosen?.requests.cards ?? 0) === 0 && better === undefined
      ? [`no preset that fits uses ${[...new Set(idle.map(({ product }) => product))].join(' and ')}`]
      : []),
    ...(better === undefined ? [] : [`${better.preset.name} fits after: ${better.prepare.join('; ')}`]),
  ];
}
