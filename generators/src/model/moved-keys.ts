import { ChartwrightError, throwAll } from '../errors.ts';
import {
  agrees,
  asMoved,
  isGroup,
  isMoved,
  type JsonValue,
  leaves,
  type SchemaNode,
  type SchemaSource,
} from '../schema/index.ts';
import { checkPath, hasPath } from './value-path.ts';

/** A key that is still accepted, and the key that has its place. */
export interface MovedKey {
  readonly path: readonly string[];
  readonly to: readonly string[];
  /** The schema of the key in its place. */
  readonly target: SchemaNode;
  /** Value of that key as it is shipped. */
  readonly shipped: JsonValue;
  /** Whether a template of the chart says what the earlier value means. */
  readonly translated: boolean;
}

/** What decides whether keys of a chart can move. */
export interface MovedIn {
  readonly chart: string;
  /** The definition. */
  readonly file: string;
  readonly ownSchema: SchemaSource | null;
  /** Hand-written templates, by file name. */
  readonly templates: ReadonlyMap<string, string>;
  /** Keys with the values of charts that Helm renders before this one. */
  readonly ofOthers: readonly string[];
}

/** Keys that Helm reads before it renders anything. */
const OF_HELM = ['enabled', 'tags'];

/** Name of the template that says what the value of an earlier key means for the key in its place. */
export function translationOf(chart: string, path: readonly string[]): string {
  return [chart, 'moved', ...path].join('.');
}

/**
 * The schema of a chart in which keys that moved take what their targets take, unless a template translates them.
 *
 * Errors: a target that there is not, that moved too, or that no template of the chart can set; a schema of its own without a
 * template that translates it.
 */
export function withMovedKeys(schema: SchemaNode, moved: MovedIn): SchemaNode {
  if (leaves(schema).every(({ node }) => !isMoved(node))) return schema;
  const errors: ChartwrightError[] = [];
  const taking = (node: SchemaNode, path: readonly string[]): SchemaNode => {
    const { 'x-moved-to': to } = node;
    if (isGroup(node)) {
      const properties = Object.entries(node.properties ?? {}).map(([key, child]) => [
        key,
        taking(child, [...path, key]),
      ]);
      return { ...node, properties: Object.fromEntries(properties) };
    }
    if (to === undefined) return node;
    const wrong = faultsOf(path, to, node, schema, moved);
    errors.push(...wrong);
    const target = nodeAt(schema, to.split('.'));
    return wrong.length === 0 && target && agrees(node, target) ? asMoved(node, target, to) : node;
  };
  const result = taking(schema, []);
  throwAll(errors);
  return result;
}

/** The keys that moved, of a schema in which they take what their targets take. */
export function movedKeys(schema: SchemaNode): readonly MovedKey[] {
  return leaves(schema).flatMap(({ path, node }) => {
    const to = node['x-moved-to']?.split('.') ?? [];
    const target = nodeAt(schema, to);
    if (to.length === 0 || target?.default === undefined) return [];
    return [{ path, to, target, shipped: target.default, translated: !agrees(node, target) }];
  });
}

function faultsOf(
  path: readonly string[],
  to: string,
  node: SchemaNode,
  schema: SchemaNode,
  { chart, file, ownSchema, templates, ofOthers }: MovedIn,
): readonly ChartwrightError[] {
  const name = path.join('.');
  const own = ownSchema !== null && hasPath(ownSchema.schema, name);
  const where = `${own ? ownSchema.file : file}: ${name}`;
  const fault = (what: string, remedy: string) => [
    new ChartwrightError('definition/moved-key', what, where, remedy),
  ];
  const keys = to.split('.');
  const [first = '', second] = keys;
  if (node.default !== undefined)
    return fault(`it moved to ${to}, and has a default`, `Give the default to ${to}.`);
  if (ofOthers.includes(first))
    return fault(
      `${to} is a value of the chart ${first}, which Helm renders before this one`,
      'Remove x-moved-to and the key, and say in src/upgrading what users do.',
    );
  if (OF_HELM.includes(first) || (first === 'global' && second === 'members'))
    return fault(
      `${to} decides before anything is rendered which charts there are`,
      'Remove x-moved-to and the key, and say in src/upgrading what users do.',
    );
  const target = nodeAt(schema, keys);
  if (target === undefined) {
    const remedy = 'Name a key of values.yaml; what is given whole moves whole.';
    const unknown = checkPath(to, schema, { code: 'definition/moved-key', where, otherwise: remedy });
    return unknown.length > 0 ? unknown : fault(`${to} is a part of what is given whole`, remedy);
  }
  if (isMoved(target))
    return fault(`${to} moved itself`, `Name ${target['x-moved-to'] ?? 'the key in its place'}.`);
  const open = leaves(target).length > 0 ? leaves(target) : [{ path: [], node: target }];
  const needed = open.find((leaf) => leaf.node.default === undefined);
  if (needed)
    return fault(
      `${[to, ...needed.path].join('.')} has no default, so that the schema asks for it whatever the earlier key says`,
      'Give it one.',
    );
  if (agrees(node, target)) return [];
  if (isGroup(target)) return fault(`${to} is a block, and its schema is another one`, 'Move it key by key.');
  const template = translationOf(chart, path);
  if ([...templates.values()].some((text) => text.includes(`define "${template}"`))) return [];
  return fault(
    `it moved to ${to}, whose schema is another one`,
    `Define "${template}" in src/templates/_moved.tpl: it prints the value of ${to} that the earlier one means, or nothing. Or leave the type out, so that it takes what ${to} takes.`,
  );
}

/** The block or value at a path; undefined for what is part of a value that is given whole. */
function nodeAt(schema: SchemaNode, path: readonly string[]): SchemaNode | undefined {
  return path.reduce<SchemaNode | undefined>(
    (node, key) => (node && isGroup(node) ? node.properties?.[key] : undefined),
    schema,
  );
}
