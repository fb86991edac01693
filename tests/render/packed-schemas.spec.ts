import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { load } from '../../generators/src/generate.ts';
import { textsOf } from '../../generators/src/package/archive.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { defaultsOf, isGroup, type SchemaNode } from '../../generators/src/schema/index.ts';
import { archiveOf } from '../../tools/cases/cases.ts';

const { charts, umbrellas } = await load(join(CHARTS, '..'));
const models = [...charts, ...umbrellas];

/** What is said of values, and decides nothing. */
const REMARKS = ['description', 'default', 'examples'];

test.each(models.map(({ name }) => name))('the archive of %s describes its values', async (name) => {
  const texts = textsOf(readFileSync(await archiveOf(name)));
  const values = texts.get(`${name}/values.yaml`) ?? '';
  const bound = /^# yaml-language-server: \$schema=(\S+)\n/.exec(values)?.[1];
  const packed: SchemaNode = JSON.parse(texts.get(`${name}/${bound}`) ?? '{}');
  const plain: SchemaNode = JSON.parse(readFileSync(join(CHARTS, name, 'values.schema.json'), 'utf8'));

  expect(packed.title).toBe(plain.title);
  expect(packed.title).toMatch(new RegExp(`^Values of the (umbrella )?chart ${name}$`));
  // What the editor and Helm make of it is the same: without the remarks, the one is the other.
  expect(rules(whole(packed))).toEqual(rules(whole(plain)));
  const accepts = new Ajv({ strict: false, unicodeRegExp: true }).compile(packed);
  accepts(parse(values));
  expect(accepts.errors).toBeNull();

  const schema = models.find((model) => model.name === name)?.schema ?? {};
  const shown = shownBy(schema);
  expect(shown.length).toBeGreaterThan(10);
  const described = whole(packed);
  expect(
    shown.map(({ path }) => ({
      path,
      description: at(described, path).description,
      default: at(described, path).default,
    })),
  ).toEqual(shown);
  const bundled = [...texts].filter(([path]) => /\/charts\/.*\/values\.schema\.json$/.test(path));
  for (const [path, text] of bundled) {
    expect(text, path).not.toContain('"description":"');
    const chart = path.split('/').at(-2) ?? '';
    const own: SchemaNode = JSON.parse(readFileSync(join(CHARTS, chart, 'values.schema.json'), 'utf8'));
    expect(withoutGlobal(whole(JSON.parse(text))), path).toEqual(withoutGlobal(whole(own)));
    // A member leaves what is for all of them to its umbrella, whose findings refuse it below the name of a member.
    const global = at(whole(JSON.parse(text)), ['global']);
    if (umbrellas.some((umbrella) => umbrella.name === name))
      expect(global, path).toEqual({ type: 'object' });
    else expect(global, path).toEqual(at(whole(own), ['global']));
  }
});

function withoutGlobal({ properties, ...node }: SchemaNode): SchemaNode {
  return { ...node, properties: { ...properties, global: {} } };
}

interface Shown {
  readonly path: readonly string[];
  readonly description: string | undefined;
  readonly default: unknown;
}

/** A node with its references replaced by what they refer to. */
function whole(root: SchemaNode): SchemaNode {
  const { definitions = {}, ...rest } = root;
  const inside = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inside);
    if (typeof part !== 'object' || part === null) return part;
    if ('$ref' in part && typeof part.$ref === 'string')
      return inside(definitions[part.$ref.replace('#/definitions/', '')]);
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, inside(child)]));
  };
  return inside(rest) as SchemaNode;
}

/** The same without remarks; names of properties are none. */
function rules(node: unknown, isNames = false): unknown {
  if (Array.isArray(node)) return node.map((part) => rules(part));
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => isNames || !REMARKS.includes(key));
  return Object.fromEntries(
    kept.map(([key, child]) => [key, rules(child, !isNames && key === 'properties')]),
  );
}

/** Path, description and default of each value that values.yaml shows; what has properties has its default in them. */
function shownBy(model: SchemaNode, above: readonly string[] = []): readonly Shown[] {
  const has: Readonly<Record<string, unknown>> = defaultsOf(model);
  return Object.entries(model.properties ?? {}).flatMap(([key, node]) => {
    // What a block takes that values.yaml has at the root alone is described all the same.
    const value = node['x-unlisted'] ? node.default : has[key];
    if (value === undefined) return [];
    const path = [...above, key];
    const isWhole = node.properties === undefined || Object.keys(value ?? {}).length === 0;
    const here = { path, description: node.description, default: isWhole ? value : undefined };
    return isGroup(node) ? [here, ...shownBy(node, path)] : [here];
  });
}

function at(node: SchemaNode, path: readonly string[]): SchemaNode {
  return path.reduce((parent, key) => parent.properties?.[key] ?? {}, node);
}
