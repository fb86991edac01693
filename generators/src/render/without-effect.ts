import {
  ALWAYS,
  all,
  any,
  type Condition,
  eq,
  isLeaf,
  not,
  overLeaves,
  pathsOf,
  said,
  type ValuesPath,
  value,
  valuesPath,
} from '../go/index.ts';
import { type ConnectionType, type LoadedFeature, ofScope } from '../model/feature.ts';
import type { Chart, Connection, Workload } from '../model/model.ts';
import { defaultsOf, isMoved, type JsonValue, type SchemaNode } from '../schema/index.ts';
import { digestOf } from './digest.ts';

/** The template that refuses values without effect; the digests in it are no use of a value. */
export const WITHOUT_EFFECT = 'templates/_without-effect.tpl';

/** Values that nothing takes in some mode of a chart. */
export interface WithoutEffect {
  /** Workloads that a mode lacks, and blocks for other modes: their values must then be as they are shipped. */
  readonly blocks: readonly {
    readonly key: string;
    readonly values: ValuesPath;
    readonly off: Condition;
    /** SHA-256 of the shipped values as Helm's `toJson` prints them. */
    readonly sum: string;
    readonly need: string;
  }[];
  /** Switches of workloads that a mode lacks. */
  readonly switches: readonly { readonly key: string; readonly off: Condition; readonly need: string }[];
  /** Connections: what describes a service outside is nothing without its host. */
  readonly connections: readonly {
    readonly connection: Connection;
    readonly need: string;
    readonly keys: readonly {
      readonly key: string;
      readonly values: ValuesPath;
      readonly fallback: string;
    }[];
  }[];
}

/** Jobs and the test have switches, as a workload that one value turns on; what stands beside a switch may wait for it. */
const MODES: readonly Workload['kind'][] = ['Deployment', 'StatefulSet', 'DaemonSet', 'PodTemplate'];

/** Keys of every connection that hold for a service inside, too. */
const EVERYWHERE = ['host', 'waitSeconds', 'cidrs', 'caSecret'];

/** The values of a chart that some mode of it does not take. */
export function withoutEffect(chart: Chart, features: readonly LoadedFeature[]): WithoutEffect {
  const types = ofScope(features, 'connectionType');
  const optional = chart.workloads.filter(
    ({ main, kind, when, name }) =>
      !main && when !== ALWAYS && MODES.includes(kind) && chart.schema.properties?.[name] !== undefined,
  );
  return {
    blocks: [...optional.filter(isOfMode).map((one) => blockOf(chart, one)), ...blocksOfModes(chart)],
    switches: optional.flatMap((workload) =>
      switchesOf(workload)
        .filter((path) => defaultAt(chart.schema, path) === false)
        .map((key) => ({ key, rest: withOn(workload.when, key) }))
        .filter(({ rest }) => rest !== ALWAYS)
        .map(({ key, rest }) => ({ key, off: not(rest), need: needOf({ ...workload, when: rest }) })),
    ),
    connections: chart.connections
      .filter(({ internal }) => !internal)
      .map((connection) => ({
        connection,
        need: compares(connection.when) ? needOf(connection) : '',
        keys: keysOf(chart, connection, types),
      })),
  };
}

function isOfMode(workload: Workload): boolean {
  const isSwitch = isLeaf(workload.when) && 'value' in workload.when;
  return !isSwitch && switchesOf(workload).length === 0;
}

/** Whether a condition compares values only, as a mode does. */
function compares(condition: Condition): boolean {
  if (typeof condition === 'boolean' || isLeaf(condition)) return false;
  if ('all' in condition) return condition.all.every(compares);
  if ('any' in condition) return condition.any.every(compares);
  return 'compare' in condition || compares(condition.not);
}

function blockOf({ schema }: Chart, workload: Workload): WithoutEffect['blocks'][number] {
  const { name, values, when } = workload;
  const block = defaultsOf(schema.properties?.[name] ?? {});
  return {
    key: name,
    values,
    off: not(when),
    sum: digestOf(block),
    need: needOf(workload),
  };
}

/** Blocks that their schema says are for some modes alone. */
function blocksOfModes({ schema }: Chart): WithoutEffect['blocks'] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, node]) => {
    const modes = Object.entries(node['x-when'] ?? {});
    if (modes.length === 0) return [];
    const when = all(...modes.map(([path, words]) => any(...words.map((word) => eq(value(path), word)))));
    const need = needOf({ when, description: node.description ?? key });
    return [
      {
        key,
        values: valuesPath([key]),
        off: not(when),
        sum: digestOf(node.default ?? defaultsOf(node)),
        need,
      },
    ];
  });
}

/** Paths among the values of a workload that decide whether it is there. */
function switchesOf({ name, when }: Workload): readonly string[] {
  return pathsOf(when).filter((path) => path.startsWith(`${name}.`));
}

/** What is left of a condition while one of its switches is on. */
function withOn(when: Condition, path: string): Condition {
  return overLeaves(when, (leaf) => {
    if ('value' in leaf) return leaf.value === path ? ALWAYS : leaf;
    // The condition of a workload is plain: nothing in it is left to a feature.
    return 'include' in leaf || 'go' in leaf ? leaf : ALWAYS;
  });
}

function needOf({ when, description }: Pick<Workload, 'when' | 'description'>): string {
  const way = said(when);
  return way ? `without ${way}` : `as the chart is configured (${description.replace(/\.$/, '')})`;
}

function defaultAt(schema: SchemaNode, path: string): JsonValue | undefined {
  return path.split('.').reduce<SchemaNode>((node, key) => node.properties?.[key] ?? {}, schema).default;
}

function keysOf(
  { schema }: Chart,
  { name, type }: Connection,
  types: readonly ConnectionType[],
): WithoutEffect['connections'][number]['keys'] {
  const { everywhere = [] } = types.find((one) => one.type === type) ?? {};
  const block = schema.properties?.connections?.properties?.[name]?.properties ?? {};
  return Object.entries(block).flatMap(([key, node]) => {
    if ([...EVERYWHERE, ...everywhere].includes(key) || typeof node.default === 'object' || isMoved(node))
      return [];
    return [{ key, values: valuesPath(['connections', name, key]), fallback: String(node.default ?? '') }];
  });
}
