import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { load } from '../../generators/src/generate.ts';
import { mergeValues } from '../../generators/src/model/values.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { isObject, type JsonObject, type JsonValue } from '../../generators/src/schema/index.ts';
import { baseOf, type Case, template } from '../../tools/cases/cases.ts';
import { fitting, type Schema, target } from '../../tools/documents/fitting.ts';

/** Values that change nothing in a default case, and are taken all the same. */
const WAITING: readonly (readonly [places: RegExp, because: string])[] = [
  [
    /^(global|helperPods)\./,
    'some charts of a release, or of no pod beside the application, have nothing that it concerns',
  ],
  [/(^|\.)enabled$|\.auto$/, 'what it turns on is on already, or is turned on elsewhere too'],
  [/^tracing\./, 'it waits for the connection that takes the traces'],
  [/(^|\.)caKey$/, 'it waits for the caSecret beside it'],
  [/^(restore|snapshot)\./, 'it waits for restore.id or snapshot.name'],
  [/^cardScaling\.|^kokoro\.cuda$/, 'it waits for keda.enabled or kokoro.gpu.enabled'],
  [
    /^config\.(alerts\.|metricsPath$)|^(monitoring|gateway\.metrics)\.from\./,
    'it waits for the rules and scrapes that monitoring turns on',
  ],
  [/^config\.scrapeInterval$/, 'it waits for the connection prometheus'],
  [/^database\.port$/, 'it waits for a URL of a database among the secrets'],
  [
    /^(provision|firstBackup|pull)\./,
    'it waits for clients, backups or models, without which there is no Job',
  ],
  [/^(clean|insecureRegistries|registryPort)$/, 'it waits for models'],
  [/^store\./, 'it waits for keys that are read from a store'],
  [/^gateway\.metrics\.serviceMonitorLabels$/, 'it waits for the ServiceMonitor'],
  [/^gpu\.memory$/, 'it waits for the cards in global.gpu'],
  [
    /^(jury|analysis|rollout\.candidate)\.|^rollout\.canary\.entryPoints/,
    'it waits for rollout.mode, which a rollout goes in and out of',
  ],
  [/(^|\.)rateLimit\.(burst|per|burstMultiplier)$/, 'it waits for requestsPerSecond'],
  [/(^|\.)service\.sessionAffinityTimeoutSeconds$/, 'it waits for sessionAffinity'],
  [/^config\.(memoryTraces|keep)$/, 'it waits for persistence.enabled, or for its end'],
  [/^dagProcessor\.standalone$/, 'Airflow 3 has no other way'],
];
const SEED = 20_261_130;
/** How many other values are tried. */
const TRIES = 2;

interface Leaf {
  readonly path: readonly string[];
  readonly schema: Schema;
}

const loaded = await load(join(CHARTS, '..'));
/** Those that render fastest first: they are asked most. */
const charts = [...loaded.charts].sort((a, b) => weight(a) - weight(b));
/** Without workloads there is little to change. */
function weight({ workloads }: { readonly workloads: readonly unknown[] }): number {
  return workloads.length === 0 ? Number.POSITIVE_INFINITY : workloads.length;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silent-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What shared schemas say is asked of the first chart that has it. */
const asked = new Map<string, string>();
const leaves = new Map(
  charts.map(({ name, workloads }) => {
    const names = workloads.map((workload) => workload.name);
    const root = JSON.parse(readFileSync(join(CHARTS, name, 'values.schema.json'), 'utf8')) as Schema;
    const own = Object.entries(root.properties ?? {}).filter(([key]) => !foreign(name).includes(key));
    const all = own.flatMap(([key, schema]) => leavesOf(schema, root, [key]));
    for (const { path } of all) if (!asked.has(kindOf(path, names))) asked.set(kindOf(path, names), name);
    return [name, { root, all: all.filter(({ path }) => asked.get(kindOf(path, names)) === name) }] as const;
  }),
);

describe('another value changes what a chart renders, or is refused', () => {
  const withLeaves = charts.filter(({ name }) => (leaves.get(name)?.all.length ?? 0) > 0);
  it.each(withLeaves.map(({ name }) => name))('%s', { timeout: 300_000 }, async (chart) => {
    const base = baseOf({ chart });
    const { root = {}, all = [] } = leaves.get(chart) ?? {};
    const silent = await Promise.all(all.map((leaf) => isSilent(base, leaf, root)));
    const found = all.filter((_, index) => silent[index]).map(({ path }) => path.join('.'));
    expect(found.filter((path) => !WAITING.some(([places]) => places.test(path)))).toEqual([]);
  });
});

async function isSilent(base: Case, { path, schema }: Leaf, root: Schema): Promise<boolean> {
  const on = switchesOf(base, path);
  const before = await rendered(base, on);
  // What cannot be turned on by its switch alone needs more than this test knows.
  if (before === undefined) return false;
  const values = others(schema, root, at(valuesOf(base), path));
  if (values.length === 0) return false;
  for (const value of values) {
    const after = await rendered(base, mergeValues(on, valueAt(path, value)));
    if (after !== before) return false;
  }
  return true;
}

const renderings = new Map<string, Promise<string | undefined>>();

/** What a chart makes of values, or nothing where it refuses them. */
function rendered(base: Case, values: JsonObject): Promise<string | undefined> {
  const text = JSON.stringify(values);
  const key = `${base.chart} ${text}`;
  const known = renderings.get(key) ?? render(base, text, `${base.chart}-${renderings.size}.json`);
  renderings.set(key, known);
  return known;
}

async function render(base: Case, values: string, name: string): Promise<string | undefined> {
  const file = join(folder, name);
  await writeFile(file, values);
  const { code, stdout } = await template(base.chart, base.values, { args: ['--values', file] });
  return code === 0 ? stdout : undefined;
}

/** The switches of the blocks around a path that are off, turned on. */
function switchesOf(base: Case, path: readonly string[]): JsonObject {
  const blocks = path.map((_, length) => path.slice(0, length)).filter(({ length }) => length > 0);
  const off = blocks.filter((block) => {
    const values = at(valuesOf(base), block);
    return isObject(values) && values.enabled === false && path.join('.') !== [...block, 'enabled'].join('.');
  });
  return mergeValues(...off.map((block) => valueAt([...block, 'enabled'], true)));
}

/** Some values that fit the schema and are not the one that is there; unset ones of booleans are true or false. */
function others(schema: Schema, root: Schema, now: unknown): readonly JsonValue[] {
  const isOther = (value: unknown) => JSON.stringify(value) !== JSON.stringify(now);
  const isSaid = (value: unknown) => !['""', '[]', '{}', 'null'].includes(JSON.stringify(value));
  const made = schema.enum ?? fc.sample(fitting(schema, root), { numRuns: 40, seed: SEED });
  const values = [...new Map(made.map((value) => [JSON.stringify(value), value])).values()];
  return values.filter((value) => isOther(value) && isSaid(value)).slice(0, TRIES) as JsonValue[];
}

function leavesOf(schema: Schema, root: Schema, path: readonly string[]): readonly Leaf[] {
  if (schema.$ref !== undefined) return leavesOf(target(schema.$ref, root), root, path);
  const { properties = {} } = schema;
  const inside = Object.entries(properties);
  if (inside.length === 0) return [{ path, schema }];
  return inside.flatMap(([key, child]) => leavesOf(child, root, [...path, key]));
}

/** Workloads of a chart have the same keys as its main one. */
function kindOf(path: readonly string[], workloads: readonly string[]): string {
  const [first = '', ...below] = path;
  return (workloads.includes(first) && below.length > 0 ? below : path).slice(-2).join('.');
}

/** Blocks of subcharts, and what umbrellas write. */
function foreign(chart: string): readonly string[] {
  const { dependencies = [] } = parse(readFileSync(join(CHARTS, chart, 'Chart.yaml'), 'utf8')) as {
    dependencies?: readonly { name: string }[];
  };
  return ['tags', 'enabled', ...dependencies.map(({ name }) => name)];
}

const read = new Map<string, JsonObject>();

function valuesOf({ chart, values }: Case): JsonObject {
  const known = read.get(values) ?? mergeValues(...[join(CHARTS, chart, 'values.yaml'), values].map(yaml));
  read.set(values, known);
  return known;
}

function yaml(file: string): JsonObject {
  const value: unknown = parse(readFileSync(file, 'utf8'));
  return isObject(value) ? value : {};
}

function at(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), values);
}

function valueAt(path: readonly string[], value: JsonValue): JsonObject {
  const [first = '', ...rest] = path;
  return { [first]: rest.length === 0 ? value : valueAt(rest, value) };
}
