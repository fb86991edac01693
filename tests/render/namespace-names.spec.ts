import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';
import { type Schema, target } from '../../tools/documents/fitting.ts';

/** Longest label of DNS, which every name of a namespace is. */
const LONGEST = 63;

it.each(await chartNames())(
  'every value of %s that names namespaces takes no longer name than they have',
  (chart) => {
    const root = JSON.parse(readFileSync(join(CHARTS, chart, 'values.schema.json'), 'utf8')) as Schema;
    const named = namesIn(root, root);
    expect(named.map(({ path }) => path)).toContain('global.namespaces');
    expect(named.filter(({ maxLength = Number.POSITIVE_INFINITY }) => maxLength > LONGEST)).toEqual([]);
  },
);

interface Named {
  readonly path: string;
  readonly maxLength: number | undefined;
}

/** The texts below a schema whose key ends in `namespace` or `namespaces`. */
function namesIn(schema: Schema, root: Schema, path: readonly string[] = []): readonly Named[] {
  const { properties = {}, items, type, maxLength } = resolved(schema, root);
  const text = type === 'array' && items !== undefined ? resolved(items, root) : { type, maxLength };
  const isNamed = /namespaces?$/i.test(path.at(-1) ?? '') && text.type === 'string';
  return [
    ...(isNamed ? [{ path: path.join('.'), maxLength: text.maxLength }] : []),
    ...Object.entries(properties).flatMap(([key, inner]) => namesIn(inner, root, [...path, key])),
    ...(type === 'array' && items !== undefined ? namesIn(items, root, [...path, '*']) : []),
  ];
}

function resolved(schema: Schema, root: Schema): Schema {
  return schema.$ref === undefined ? schema : resolved(target(schema.$ref, root), root);
}
