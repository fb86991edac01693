import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { mergeValues } from '../../generators/src/model/values.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  type SchemaNode,
} from '../../generators/src/schema/index.ts';
import { baseOf, template } from '../../tools/cases/cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'examples-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What an example needs beside it; its own description says so. */
const BESIDE =
  /has no effect without|nobody is asked for a key|names? a key of credentials, and there are none|has no backups to read|secrets\.keys names keys of an existing Secret|name another place for it/;

const { charts } = await load(process.cwd());

it.concurrent.each(charts.map((chart) => [chart.name, chart] as const))(
  'every example of a value is one that %s takes',
  async (name, { schema }) => {
    const given = baseOf({ chart: name });
    const examples = examplesIn(schema);
    expect(examples).not.toEqual([]);
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(mergeValues(...examples.map(valuesOf))));
    const { code, stderr } = await template(name, given.values, { args: ['--values', file] });
    const lines = stderr.split('\n').filter((line) => line.startsWith('- '));
    expect(code === 0 || lines.length > 0, stderr).toBe(true);
    expect(lines.filter((line) => !BESIDE.test(line))).toEqual([]);
  },
);

/** A path of a value, and an example of it. */
type Example = readonly [readonly string[], JsonValue];

function valuesOf([path, example]: Example): JsonObject {
  const [key = '', ...below] = path;
  return { [key]: below.length === 0 ? example : valuesOf([below, example]) };
}

/** The examples of a schema. */
function examplesIn(node: SchemaNode, path: readonly string[] = []): readonly Example[] {
  const below = Object.entries(node.properties ?? {}).flatMap(([key, child]) =>
    isObject(child) ? examplesIn(child as SchemaNode, [...path, key]) : [],
  );
  return node['x-example'] === undefined ? below : [[path, node['x-example']], ...below];
}
