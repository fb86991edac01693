import {
  ALWAYS,
  all,
  any,
  type Condition,
  eq,
  include,
  inWords,
  isLeaf,
  not,
  overLeaves,
  pathsOf,
  type ValuesPath,
  value,
  valuesPath,
} from '../go/index.ts';
import { grouped } from '../grouped.ts';
import { type ConnectionType, type LoadedFeature, ofScope } from '../model/feature.ts';
import type { Chart, Connection, Workload } from '../model/model.ts';
import { defaultsOf, isMoved, type JsonValue, type SchemaNode } from '../schema/index.ts';
import { goJson, sha256sum } from './digest.ts';

/** The template that refuses values without effect; what it reads of them is no use. */
export const WITHOUT_EFFECT = 'templates/_without-effect.tpl';

/** Values that have no effect while a condition holds. */
export interface Unused {
  readonly off: Condition;
  /** Why, in the words of a message: `without mode=queue`. */
  readonly need: string;
  /** The block that they are all in, where they are not told one by one. */
  readonly block: { readonly key: string; readonly values: ValuesPath } | null;
  readonly values: readonly {
    /** Below the block. */
    readonly key: string;
    readonly values: ValuesPath;
    /** The shipped value as `toJson` of a template prints it, without quotes around it; of a long one its digest. */
    readonly shipped: string;
  }[];
}

/** Values of a chart that it does not always take. */
export interface WithoutEffect {
  readonly unused: readonly Unused[];
  /** Connections to a service outside whose provider may be installed too, which nothing would use then. */
  readonly bundled: readonly Connection[];
}

/** Keys of every connection that hold for a service inside, too. */
const EVERYWHERE = ['waitSeconds', 'cidrs', 'caSecret'];

/** Jobs and the test have switches, as a workload that one value turns on; what stands beside a switch may wait for it. */
const MODES: readonly Workload['kind'][] = ['Deployment', 'StatefulSet', 'DaemonSet', 'PodTemplate'];

/** An empty value in a block counts as not set; the template leaves it out by the same pattern. */
const EMPTY_INSIDE = /"[^"]+":(\{\}|\[\]|""),|,?"[^"]+":(\{\}|\[\]|"")/g;

/** Longer ones would fill the template. */
const SHORT = 16;

/**
 * The values of a chart that nothing takes in some of its states. Values beside a switch may wait for it: `enabled`, the host
 * of a connection, or another value that alone decides.
 *
 * @param ofMain tells the values that nothing but the objects of main reads
 */
export function withoutEffect(
  chart: Chart,
  features: readonly LoadedFeature[],
  ofMain: () => readonly (readonly string[])[],
): WithoutEffect {
  const types = ofScope(features, 'connectionType');
  const optional = chart.workloads.filter(
    ({ main, kind, when, name }) =>
      !main && when !== ALWAYS && MODES.includes(kind) && chart.schema.properties?.[name] !== undefined,
  );
  const connections = chart.connections.filter(({ internal }) => !internal);
  const mode = modeOf(chart.schema, chart.workloads.find(({ main }) => main)?.when ?? ALWAYS);
  const every: readonly Counting[] = [
    ...(mode === ALWAYS ? [] : ofMain().map((path) => counting(path, mode, needOf(mode)))),
    ...optional.flatMap((workload) => ofWorkload(chart, workload)),
    ...marked(chart.schema, chart.schema, []),
    ...connections.flatMap((connection) => ofConnection(chart, connection, types)),
  ];
  const alike = grouped(every, ({ off, need }) => JSON.stringify([off, need]));
  return {
    unused: [...alike.values()].flatMap((group) =>
      group.slice(0, 1).map((first) => together(chart, first, group)),
    ),
    bundled: connections.filter(({ bundled }) => bundled),
  };
}

/** A value that counts under a condition. */
interface Counting {
  readonly off: Condition;
  readonly need: string;
  readonly path: readonly string[];
}

function counting(path: readonly string[], when: Condition, need: string): Counting {
  return { off: not(when), need, path };
}

/** Many values of one block are looked at in it, others one by one; what is inside of another value goes with that. */
function together({ schema }: Chart, { off, need }: Counting, group: readonly Counting[]): Unused {
  const all = [...new Map(group.map(({ path }) => [path.join('.'), path])).values()];
  const paths = all.filter(
    (path) =>
      !path.some((_, length) => length > 0 && all.some((other) => same(other, path.slice(0, length)))),
  );
  const block = paths[0]?.slice(0, -1) ?? [];
  const isOfBlock =
    block.length > 0 && paths.length > 2 && paths.every((path) => same(path.slice(0, -1), block));
  return {
    off,
    need,
    block: isOfBlock ? { key: block.join('.'), values: valuesPath(block) } : null,
    values: paths.map((path) => {
      const node = nodeAt(schema, path);
      return {
        key: (isOfBlock ? path.slice(-1) : path).join('.'),
        values: valuesPath(path),
        shipped: textOf(node.default ?? defaultsOf(node)),
      };
    }),
  };
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.join('.') === other.join('.');
}

/** As the template compares it. */
function textOf(shipped: JsonValue): string {
  const json = goJson(shipped).replace(EMPTY_INSIDE, '');
  const text = typeof shipped === 'string' ? shipped : json;
  const isPlain = text.length <= SHORT && /^[\w ./:%*[\]{}-]*$/.test(text);
  return isPlain ? text : sha256sum(json).slice(0, 12);
}

/** All values of a workload that a mode lacks, or its switches. */
function ofWorkload({ schema }: Chart, workload: Workload): readonly Counting[] {
  const { name, when, description } = workload;
  const switches = ownSwitches(workload);
  const mode = modeOf(schema, when);
  if (switches.length === 0)
    return mode === ALWAYS ? [] : [counting([name], mode, needOf(mode, description))];
  return switches
    .filter((path) => nodeAt(schema, path.split('.')).default === false)
    .map((path) => ({ path, when: modeOf(schema, withOn(when, path)) }))
    .filter((one) => one.when !== ALWAYS)
    .map((one) => counting(one.path.split('.'), one.when, needOf(one.when, description)));
}

/** Paths among the values of a workload that decide whether it is there. */
function ownSwitches({ name, when }: Workload): readonly string[] {
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

/** Values that their schema says count beside others alone. */
function marked(node: SchemaNode, schema: SchemaNode, path: readonly string[]): readonly Counting[] {
  const own = Object.entries(node['x-when'] ?? {}).map(([key, words]) => {
    const place = nearest(schema, path, key.split('.'));
    return any(...words.map((word) => (typeof word === 'string' ? eq(value(place), word) : value(place))));
  });
  const inside = Object.entries(node.properties ?? {}).flatMap(([key, child]) =>
    marked(child, schema, [...path, key]),
  );
  if (own.length === 0) return inside;
  const when = all(...own);
  return [...inside, counting(path, when, needOf(when))];
}

/** The place of a key in the nearest block around a path that has it. */
function nearest(schema: SchemaNode, path: readonly string[], key: readonly string[]): string {
  const has = (block: readonly string[]) =>
    [...block, ...key].reduce<SchemaNode | undefined>((node, name) => node?.properties?.[name], schema);
  const length = path.findLastIndex((_, index) => has(path.slice(0, index)) !== undefined);
  return [...path.slice(0, Math.max(length, 0)), ...key].join('.');
}

/**
 * What describes a service outside is nothing without its host, and all of a connection is nothing where it leads nowhere.
 * A host may wait for the switch of what uses it; where words alone decide, it waits for nothing.
 */
function ofConnection(
  chart: Chart,
  { name, type, define, when }: Connection,
  types: readonly ConnectionType[],
): readonly Counting[] {
  const { everywhere = [] } = types.find((one) => one.type === type) ?? {};
  const inside = [...EVERYWHERE, ...everywhere];
  const block = chart.schema.properties?.connections?.properties?.[name]?.properties ?? {};
  const keys = Object.keys(block).filter((key) => !isMoved(block[key] ?? {}));
  const host = `connections.${name}.host`;
  const leads = include(`${define}.via`);
  const path = (key: string) => ['connections', name, key];
  return keys.flatMap((key) => {
    if (key === 'host') return compares(when) ? [counting(path(key), when, needOf(when))] : [];
    if (inside.includes(key))
      return [counting(path(key), leads, `while the connection ${name} leads nowhere`)];
    return [counting(path(key), value(host), `without ${host}`)];
  });
}

/** Whether a condition compares values only, as a mode does. */
function compares(condition: Condition): boolean {
  if (typeof condition === 'boolean' || isLeaf(condition)) return false;
  if ('all' in condition) return condition.all.every(compares);
  if ('any' in condition) return condition.any.every(compares);
  return 'compare' in condition || compares(condition.not);
}

/** What a condition compares: switches in it may be on or off, and what only helpers know is left out. */
function modeOf(schema: SchemaNode, when: Condition): Condition {
  if (typeof when === 'boolean') return when;
  if ('all' in when) return all(...when.all.map((one) => modeOf(schema, one)));
  if ('any' in when) return any(...when.any.map((one) => modeOf(schema, one)));
  const [first = '', ...others] = pathsOf(when);
  const isSwitch = others.length === 0 && typeof nodeAt(schema, first.split('.')).default === 'boolean';
  return isLeaf(when) || isSwitch || inWords(when) === '' ? ALWAYS : when;
}

function nodeAt(schema: SchemaNode, path: readonly string[]): SchemaNode {
  return path.reduce<SchemaNode>((node, key) => node.properties?.[key] ?? {}, schema);
}

function needOf(when: Condition, description = ''): string {
  const way = inWords(when);
  return way ? `without ${way}` : `as the chart is configured (${description.replace(/\.$/, '')})`;
}
