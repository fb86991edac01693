import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { isMap, isPair, LineCounter, parse, parseDocument } from 'yaml';
import { editorSchemaOf, load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { defaultsOf, leaves } from '../../generators/src/schema/index.ts';
import { cases } from '../../tools/cases/cases.ts';
import { isRecord } from '../../tools/kubernetes/objects.ts';
import { yaml } from './release.ts';

type Node = Readonly<Record<string, unknown>>;

const loaded = await load(resolve(import.meta.dirname, '../..'));
const { charts, umbrellas } = loaded;
const models = [...charts, ...umbrellas].map(({ name, schema }) => [name, schema] as const);
const text = (chart: string, file: string) => readFileSync(join(CHARTS, chart, file), 'utf8');
const json = (chart: string, file: string) => JSON.parse(text(chart, file)) as Node;

describe.each(models)('%s', (chart, schema) => {
  const paths = leaves(schema)
    .filter(({ node }) => node['x-moved-to'] === undefined)
    .map(({ path }) => path);

  it('ships a schema in draft-07 without remote references, and nothing in it but what validates', () => {
    const shipped = json(chart, 'values.schema.json');
    expect(shipped.$schema).toBe('http://json-schema.org/draft-07/schema#');
    const keywords = nodesOf(shipped).flatMap(({ node, where }) =>
      Object.keys(node).map((key) => ({ key, where })),
    );
    const idle = keywords.filter(
      ({ key }) => key.startsWith('x-') || ['default', 'description', 'examples'].includes(key),
    );
    expect(idle).toEqual([]);
    const references = nodesOf(shipped).flatMap(({ node }) =>
      typeof node.$ref === 'string' ? [node.$ref] : [],
    );
    const definitions = isRecord(shipped.definitions) ? shipped.definitions : {};
    expect(
      references.filter((reference) => !(reference.replace('#/definitions/', '') in definitions)),
    ).toEqual([]);
  });

  it('has an editor schema that takes any part of the values, and every case', () => {
    const editor = { ...editorSchemaOf(loaded, chart) };
    const accepts = new Ajv({ strict: false }).compile(editor);
    const parts = paths.map((path) =>
      nested(
        path,
        path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), defaultsOf(schema)),
      ),
    );
    const given = cases()
      .filter((one) => one.chart === chart)
      .map(({ values }) => yaml(values));
    const refused = [{}, defaultsOf(schema), ...parts, ...given].filter((values) => !accepts(values));
    expect(refused).toEqual([]);
    expect(
      valuesOf(editor, editor)
        .filter(({ node }) => node.required !== undefined)
        .map(({ where }) => where),
    ).toEqual([]);
  });

  it('has the defaults of the schema in values.yaml, for YAML 1.1 and 1.2 alike', () => {
    const values = text(chart, 'values.yaml');
    expect(values.split('\n')[0]).toBe('# yaml-language-server: $schema=values.schema.json');
    expect(parse(values)).toEqual(defaultsOf(schema));
    expect(parse(values, { version: '1.1' })).toEqual(defaultsOf(schema));
  });

  it('says of every value what it is: a comment above it in values.yaml, and once in the README', () => {
    const described = new Set(describedPaths(text(chart, 'values.yaml')));
    const names = paths.map((path) => path.join('.'));
    expect(names.filter((name) => !described.has(name))).toEqual([]);
    const { rows, named } = toldIn(text(chart, 'README.md'));
    const told = [...rows.keys(), ...named];
    const times = names.map((name) => [name, told.filter((one) => covers(one, name)).length] as const);
    expect(times.filter(([, count]) => count !== 1)).toEqual([]);
    expect(told.filter((one) => !names.some((name) => covers(one, name)))).toEqual([]);
    // What is told as another one leads to rows of its own.
    const elsewhere = [...rows].flatMap(([name, words]) => {
      const [, as] = /^As `([^`]+)`\.$/.exec(words) ?? [];
      if (as === undefined) return [];
      return names
        .filter((one) => covers(name, one))
        .map((one) => `${stem(as)}${one.slice(stem(name).length)}`);
    });
    const above = named
      .filter((name) => !name.startsWith('global.'))
      .flatMap((name) => names.filter((one) => covers(name, one)).map(afterBlock));
    const all = [...rows.keys()];
    expect([...elsewhere, ...above].filter((name) => !all.some((one) => covers(one, name)))).toEqual([]);
  });
});

/** What the section of values tells: rows by their first cell, and the names in its sentences. */
function toldIn(readme: string) {
  const section = readme.slice(readme.indexOf('\n## Values\n'));
  const rows = new Map(
    [...section.matchAll(/^\| `([^`]+)` \| .+ \| (.+) \|$/gm)].map(([, name = '', words = '']) => [
      name,
      words,
    ]),
  );
  const sentences = section.matchAll(
    /^(?:As above, with the same defaults|.* As in every chart, .*): (`.*`)\.$/gm,
  );
  // What only an umbrella says of its members is one name in a chart.
  const named = [...sentences].flatMap(([, list = '']) =>
    list.split(', ').map((name) => name.replaceAll('`', '').replace(/^global\.members$/, '$&.*')),
  );
  return { rows, named };
}

/** Whether a name, or one of a group that ends in `.*`, tells of a value. */
function covers(told: string, name: string): boolean {
  return told.endsWith('.*') ? name.startsWith(stem(told)) : told === name;
}

function stem(name: string): string {
  return name.endsWith('.*') ? name.slice(0, -1) : name;
}

/** The same name without the block that repeats it. */
function afterBlock(name: string): string {
  return name.split('.').slice(1).join('.');
}

interface Placed {
  readonly node: Node;
  readonly where: string;
}

/** Every schema inside a schema, itself included. */
function nodesOf(node: unknown, where = '#'): readonly Placed[] {
  if (!isRecord(node)) return [];
  const many = ['properties', 'patternProperties', 'definitions'].flatMap((key) =>
    Object.entries(isRecord(node[key]) ? node[key] : {}).flatMap(([name, child]) =>
      nodesOf(child, `${where}/${key}/${name}`),
    ),
  );
  const one = ['items', 'additionalProperties', 'propertyNames', 'not'].flatMap((key) =>
    nodesOf(node[key], `${where}/${key}`),
  );
  const choices = ['oneOf', 'anyOf', 'allOf'].flatMap((key) =>
    (Array.isArray(node[key]) ? node[key] : []).flatMap((child: unknown, index) =>
      nodesOf(child, `${where}/${key}/${index}`),
    ),
  );
  return [{ node, where }, ...many, ...one, ...choices];
}

/** The schemas of values themselves, without those of the entries of lists and maps. */
function valuesOf(node: Node, root: Node, where = '#'): readonly Placed[] {
  const definitions = isRecord(root.definitions) ? root.definitions : {};
  const target = typeof node.$ref === 'string' ? definitions[node.$ref.replace('#/definitions/', '')] : node;
  const here = isRecord(target) ? target : {};
  const properties = isRecord(here.properties) ? here.properties : {};
  return [
    { node: here, where },
    ...Object.entries(properties).flatMap(([key, child]) =>
      isRecord(child) ? valuesOf(child, root, `${where}/${key}`) : [],
    ),
  ];
}

function nested(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

/** Dotted paths of the keys that have a comment in the line above them, or that the one above a block names. */
function describedPaths(source: string): readonly string[] {
  const lineCounter = new LineCounter();
  const lines = source.split('\n');
  const more = source.matchAll(/^# More values [^:]+: ([^.]+)\.\n(\w+):/gm);
  const named = [...more].flatMap(([, names = '', block]) =>
    names.split(/,[\s#]+/).map((name) => `${block}.${name}`),
  );
  return [...walk(parseDocument(source, { lineCounter }).contents, []), ...named];

  function walk(node: unknown, path: readonly string[]): readonly string[] {
    if (!isMap(node)) return [];
    return node.items.filter(isPair).flatMap((pair) => {
      const key = pair.key as { readonly value: string; readonly range?: readonly number[] };
      const here = [...path, key.value];
      const { line } = lineCounter.linePos(key.range?.[0] ?? 0);
      const above = (lines[line - 2] ?? '').trim().startsWith('# ');
      return [...(above ? [here.join('.')] : []), ...walk(pair.value, here)];
    });
  }
}
