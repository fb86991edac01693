import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { type Loaded, load, renderAll } from '../generate.ts';
import { mergeValues } from '../model/values.ts';
import { findHelm } from '../programs/helm.ts';
import { run } from '../programs/run.ts';
import { isObject, type JsonObject, leaves, resolveReferences, sourceNamed } from '../schema/index.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';
import { Changes, changesBetween } from './changes.ts';
import type { RenderedObject } from './rendered.ts';
import { chartFiles, createWorkspace, mistakesOf, web } from './workspace.ts';

/** The chart that a spec looks at: one workload `main` with the features that are named, and what else is said. */
export interface Subject {
  /** Features of the workload with their options; none of them by default. */
  readonly features?: Readonly<Record<string, object>>;
  /** What else the definition says of the workload. */
  readonly main?: Readonly<Record<string, unknown>>;
  /** Further workloads. */
  readonly workloads?: Readonly<Record<string, object>>;
  /** What else the definition says of the chart. */
  readonly chart?: Readonly<Record<string, unknown>>;
  /** Files below the chart's `src/`: scripts, `values.schema.json`. */
  readonly sources?: Readonly<Record<string, string>>;
  /** Files of other charts of the workspace. */
  readonly others?: Readonly<Record<string, string>>;
  /** Values that every rendering has, as YAML: what the chart cannot do without. */
  readonly values?: string;
}

/** A chart in the words of a spec: values in, objects out. */
export interface FeatureChart {
  /**
   * What values add, remove or change in the objects of the chart.
   *
   * @param values as YAML
   * @param beside values that stand on both sides, as YAML
   */
  readonly given: (values: string, beside?: string) => Promise<Changes>;
  /** The objects as they are, of all or only those whose `Kind/name` is named. */
  readonly objects: (values: string, ...only: readonly string[]) => Promise<Changes>;
  /** The objects as Helm gave them; as the release `r`, or another one. */
  readonly rendered: (values: string, release?: string) => Promise<readonly RenderedObject[]>;
  /** What the notes say after an install with values, below how to look at it. */
  readonly notes: (values: string) => Promise<string>;
  /**
   * Why values are refused: what the chart's validations or its schema say.
   *
   * @param apis what the API server knows, where the chart asks it, for example `v1/Secret` for one without any operator
   */
  readonly refused: (values: string, ...apis: readonly string[]) => Promise<string>;
}

expect.addSnapshotSerializer({
  test: (value: unknown) => value instanceof Changes,
  serialize: (value: Changes) => String(value),
});

/** The chart of a subject: generated once, and rendered by Helm as the release `r`: the objects of main are named `r-web`. */
export function chartOf(subject: Subject): FeatureChart {
  const renderings = new Map<string, Promise<Rendered>>();
  const rendering = async (documents: readonly string[], apis: readonly string[] = [], release = 'r') => {
    const values = mergeValues(...[subject.values ?? '', ...documents].map(valuesOf));
    given.push(values);
    const { folder } = await generated(subject);
    const key = JSON.stringify([values, apis, release]);
    const known = renderings.get(key) ?? render(folder, values, apis, release);
    renderings.set(key, known);
    return known;
  };
  return {
    given: async (values, beside = '') =>
      changesBetween(await objectsOf(rendering([beside])), await objectsOf(rendering([beside, values]))),
    objects: async (values, ...only) => {
      const all = changesBetween([], await objectsOf(rendering([values])));
      return only.length === 0 ? all : all.only(...only);
    },
    notes: async (values) => {
      const { folder } = await generated(subject);
      const given = JSON.stringify(mergeValues(...[subject.values ?? '', values].map(valuesOf)));
      const args = ['install', 'r', folder, '--dry-run=client', '--hide-secret', '--values', '-'];
      const { stdout, stderr } = await run(await findHelm(), args, { input: given });
      expect(stderr).toBe('');
      return stdout.split(/^ +kubectl .* port-forward .*$/m)[1]?.trim() ?? stdout;
    },
    rendered: (values, release) => objectsOf(rendering([values], [], release)),
    refused: async (values, ...apis) => {
      const { objects, message } = await rendering([values], apis);
      if (objects.length > 0) throw new Error(`these values are not refused:\n${values}`);
      return message;
    },
  };
}

/** What the generator says against the definition of a subject, one message for each mistake. */
export async function mistakesIn(subject: Subject): Promise<readonly string[]> {
  const said = await mistakesOf(filesOf(subject));
  return said.map((message) => message.replace('charts/web/src/chart.ts: ', ''));
}

/**
 * The spec beside a feature gives every value of its schema at least once; the run of the spec fails with those it does not.
 *
 * @param spec the URL of the spec, `import.meta.url`
 * @param below the block that has the values of the feature, for example `connections.cache`; the root by default
 */
export function coversFeature(spec: string, below = ''): void {
  // Specs of features share one worker's modules: what the spec before has given counts for it alone.
  given.length = 0;
  subjects.clear();
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of fixtures from the pattern.
  afterAll(async ({}, { tasks }) => {
    // What a test would have given that a filter left out, nobody knows.
    if (tasks.some(({ mode }) => mode === 'skip')) return;
    const missing = await neverGiven(spec, below === '' ? [] : below.split('.'));
    expect(missing, 'values that no test gives').toEqual([]);
  });
}

/** Every document of values that the tests of this file have rendered. */
const given: JsonObject[] = [];

async function neverGiven(spec: string, below: readonly string[]): Promise<readonly string[]> {
  const folder = dirname(fileURLToPath(spec));
  const [chart] = await Promise.all(subjects.values());
  const schema = chart?.loaded.features.find((feature) => feature.folder === folder)?.schema;
  if (chart === undefined || schema === undefined) return [];
  const { library } = chart.loaded;
  const paths = leaves(resolveReferences(sourceNamed(library, schema, spec), library)).map(({ path }) => [
    ...below,
    ...path,
  ]);
  const missing = paths.filter((path) => !given.some((values) => has(values, path)));
  return missing.map((path) => path.join('.'));
}

function has(value: unknown, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  return isObject(value) && first in value && has(value[first], rest);
}

function valuesOf(text: string): JsonObject {
  const read: unknown = parse(text);
  return isObject(read) ? read : {};
}

interface Rendered {
  readonly objects: readonly RenderedObject[];
  readonly message: string;
}

/** One rendering; nothing else here knows how Helm is called. */
async function render(
  chart: string,
  values: JsonObject,
  apis: readonly string[],
  release: string,
): Promise<Rendered> {
  const known = apis.flatMap((api) => ['--api-versions', api]);
  const args = ['template', release, chart, '--values', '-', ...known];
  const { code, stdout, stderr } = await run(await findHelm(), args, { input: JSON.stringify(values) });
  if (code !== 0) return { objects: [], message: refusal(stderr) };
  // Kubernetes reads 0440 as an octal number, as YAML 1.1 says.
  const objects = parseAllDocuments(stdout, { version: '1.1' }).map((document): RenderedObject | null =>
    document.toJS(),
  );
  return { objects: objects.filter((object) => object !== null), message: '' };
}

/** What stands behind Helm's own words on where a chart fails. */
function refusal(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => /^\s*- /.test(line));
  return lines.length > 0 ? lines.map((line) => line.trim().slice(2)).join('\n') : stderr.trim();
}

async function objectsOf(rendered: Promise<Rendered>): Promise<readonly RenderedObject[]> {
  const { objects, message } = await rendered;
  expect(message).toBe('');
  return objects;
}

interface Generated {
  readonly folder: string;
  readonly loaded: Loaded;
}

const subjects = new Map<string, Promise<Generated>>();

/** The chart of a subject on the disk; generated once. */
function generated(subject: Subject): Promise<Generated> {
  const key = JSON.stringify({ ...subject, values: '' });
  const chart = subjects.get(key) ?? generate(subject);
  subjects.set(key, chart);
  return chart;
}

async function generate(subject: Subject): Promise<Generated> {
  const { root } = createWorkspace(filesOf(subject));
  const loaded = await load(root);
  applyChanges(root, changesOf(root, renderAll(loaded, { only: ['web'] })));
  return { folder: join(root, 'charts/web'), loaded };
}

function filesOf({ features, main, workloads, chart, sources, others }: Subject) {
  const all = { main: web({ ...(features && { features }), ...main }), ...workloads };
  return { ...chartFiles({ name: 'web', workloads: all, ...chart }, sources), ...others };
}
