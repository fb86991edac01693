import type { V1Taint } from '@kubernetes/client-node';
import { parseQuantity } from '../../generators/src/schema/quantity.ts';
import { type Card, cardsOf, RESOURCES } from './cards.ts';
import type { Recording } from './recording.ts';

export type Amounts = Readonly<Record<string, number>>;

/** A machine or node that pods could run on. */
export interface Site {
  readonly name: string;
  /** In Go's words: `amd64`, `arm64`. */
  readonly arch: string;
  readonly cards: readonly Card[];
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly V1Taint[];
  /** What pods can ask for, in cores, bytes and pieces. */
  readonly free: Amounts;
  /** All there is of processor and memory, whoever uses it. */
  readonly total: { readonly cpu: number; readonly memory: number };
  /** A node of a cluster: its labels, taints and cards are as they are; of a machine they are still to be made. */
  readonly isNode: boolean;
  /** What a person should know of it. */
  readonly notes: readonly string[];
}

/** The resource in which the memory of all cards of a site is counted, beside those of Kubernetes. */
export const CARD_MEMORY = 'card memory';
/** What the kubelet lets run at once. */
const PODS = 110;

/** A machine without Kubernetes, from what it says of itself. */
export function siteOfMachine(recording: Recording): Site {
  const { name, cpuinfo, meminfo } = recording;
  const cores = cpuinfo.match(/^processor\s*:/gm)?.length ?? 0;
  const kib = Number(/^MemTotal:\s*(\d+) kB/m.exec(meminfo)?.[1] ?? 0);
  const arch = /^CPU architecture\s*:/m.test(cpuinfo) ? 'arm64' : 'amd64';
  const all = cardsOf(recording);
  const cards = all.filter(({ driver }) => driver !== undefined);
  const model = /^Model\s*:\s*(.*)$/m.exec(cpuinfo)?.[1];
  return {
    name,
    arch,
    cards,
    labels: { 'kubernetes.io/arch': arch, 'kubernetes.io/os': 'linux', 'kubernetes.io/hostname': name },
    taints: [],
    free: { cpu: cores, memory: kib * 1024, pods: PODS, ...cardMemory(cards) },
    total: { cpu: cores, memory: kib * 1024 },
    isNode: false,
    notes: [
      ...(model === undefined ? [] : [model]),
      ...all
        .filter((card) => !cards.includes(card))
        .map(({ product }) => `${product} has no driver that answers: install it and look again`),
    ],
  };
}

/** The memory of the cards as an amount; nothing where a card does not say how much it has. */
export function cardMemory(cards: readonly Card[]): Amounts {
  const known = cards.flatMap(({ memory }) => (memory === undefined ? [] : [memory]));
  if (cards.length === 0 || known.length < cards.length) return {};
  return { [CARD_MEMORY]: known.reduce((sum, memory) => sum + memory, 0) };
}

/** Quantities of Kubernetes as numbers. */
export function amounts(quantities: Readonly<Record<string, string | number>> = {}): Amounts {
  return Object.fromEntries(
    Object.entries(quantities).map(([resource, quantity]) => [resource, parseQuantity(quantity) ?? 0]),
  );
}

/** What is left when some of it is taken. */
export function minus(from: Amounts, taken: Amounts): Amounts {
  const rest = Object.entries(taken).map(([resource, amount]) => [resource, (from[resource] ?? 0) - amount]);
  return { ...from, ...Object.fromEntries(rest) };
}

/** Names of the resources that stand for cards. */
export const CARD_RESOURCES: readonly string[] = Object.values(RESOURCES);
