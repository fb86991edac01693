import { canonical, isGroup } from './node.ts';
import { shape, withoutMarks } from './shape.ts';
import type { SchemaNode, SchemaProperties } from './types.ts';

/** Keywords that say nothing about which values fit. */
const REMARKS = ['description', 'title', 'default'];
/** What holds for the target alone, so that no variable, key of a Secret or example is there twice. */
const OF_TARGET = [
  ...['default', 'required', 'x-env', 'x-example', 'x-generate', 'x-generate-as', 'x-required'],
  ...['x-heading', 'x-when'],
];

/** Whether what fits the schema of a key that moved fits that of its target, as far as it says anything at all. */
export function agrees(moved: SchemaNode, target: SchemaNode): boolean {
  return Object.entries(moved)
    .filter(([keyword]) => !REMARKS.includes(keyword) && !keyword.startsWith('x-'))
    .every(([keyword]) => rule(moved, keyword) === rule(target, keyword));
}

function rule(node: SchemaNode, keyword: string): string {
  const alone: SchemaNode = Object.fromEntries(Object.entries(node).filter(([key]) => key === keyword));
  const shaped = shape(alone, { documented: false, required: 'declared' });
  return canonical(new Map(Object.entries(withoutMarks(shaped))).get(keyword) ?? null);
}

/** The schema of a key that moved: that of its target, block or value, without its default. */
export function asMoved({ description = '' }: SchemaNode, target: SchemaNode, to: string): SchemaNode {
  const kept = Object.entries(target).filter(([keyword]) => !OF_TARGET.includes(keyword));
  const inside = Object.entries(target.properties ?? {}).map(
    ([key, child]) => [key, asMoved(child, child, `${to}.${key}`)] as const,
  );
  return {
    ...Object.fromEntries(kept),
    ...(target.required && !isGroup(target) && { required: target.required }),
    ...(isGroup(target) && { properties: Object.fromEntries(inside) }),
    description: description || `The earlier ${to}.`,
    'x-moved-to': to,
  };
}

/** Schemas with keys that moved, seen before; most have none. */
const withMoved = new WeakMap<SchemaProperties, boolean>();

/** The same properties below a key: the targets of those that moved are there, too. What is `global` stays. */
export function movedBelow(properties: SchemaProperties, key: string): SchemaProperties {
  const known = withMoved.get(properties) ?? JSON.stringify(properties).includes('"x-moved-to"');
  withMoved.set(properties, known);
  if (!known) return properties;
  return Object.fromEntries(
    Object.entries(properties).map(([name, node]) => {
      const { properties: inside, 'x-moved-to': to } = node;
      const there = to === undefined || to.startsWith('global.') ? to : `${key}.${to}`;
      return [
        name,
        {
          ...node,
          ...(inside && { properties: movedBelow(inside, key) }),
          ...(there !== undefined && { 'x-moved-to': there }),
        },
      ];
    }),
  );
}
