import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import type { RunResult } from '../../generators/src/programs/run.ts';
import { type Case, cases, template } from '../../tools/cases/cases.ts';
import { checkPoints } from '../../tools/checks/points.ts';
import type { DeclaredPrivilege } from '../../tools/checks/privileges.ts';
import { isRecord, type KubeObject, parseManifests } from '../../tools/kubernetes/objects.ts';
import { fitting, type Schema } from './documents.ts';
import { at, yaml } from './release.ts';
import { toYaml } from './verdicts.ts';

const SAMPLES = 40;
/** One document in ten goes through the pinned program too, which must say what the library says. */
const EVERY = 10;
const SEED = 20_260_102;
const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
/** Decided by the release, or values of a subchart that has a schema of its own. */
const LEFT_ALONE = ['enabled', 'tags', 'global'];
/** What no value may take away, whatever else a user writes. */
const SAFE = ['restricted', 'baseline', 'read-only-root', 'resources', 'no-token', 'no-null', 'rbac'];

const { charts: models, umbrellas } = await load(join(CHARTS, '..'));
/** Chart and component of every workload with rights at the Kubernetes API. */
const withRights = new Set(
  models.flatMap(({ name, workloads }) =>
    workloads
      .filter(({ features }) => features.some(({ feature }) => feature.name === 'rbac'))
      .map(({ component }) => `${name} ${component}`),
  ),
);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chartwright-values-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe(`${SAMPLES} valid documents of each chart render, or are refused by its validations alone, and stay safe`, () => {
  it.each(firstCases())('%s', { timeout: 170_000 }, async (chart, base) => {
    const documents = fc.sample(documentsOf(chart, base), { numRuns: SAMPLES, seed: SEED });
    const outcomes = await Promise.all(
      documents.map(async (document, index) => {
        const file = join(folder, `${chart}-${index}.yaml`);
        await writeFile(file, toYaml(withOffMembers(chart, document)));
        const result = await template(chart, file);
        if (index % EVERY === 0)
          expect(comparable(await template(chart, file, { helm: 'helm4' }))).toEqual(comparable(result));
        return outcomeOf(result, file);
      }),
    );
    expect(outcomes.flatMap(({ faults }) => faults)).toEqual([]);
    expect(outcomes.filter(({ rendered }) => rendered).length).toBeGreaterThan(SAMPLES / 2);
  });
});

/** Documents have values of every member, and few members are on: an umbrella would refuse nearly all of them for that alone. */
function withOffMembers(chart: string, document: unknown): unknown {
  if (!isRecord(document) || !umbrellas.some(({ name }) => name === chart)) return document;
  const preflight = isRecord(document.preflight) ? document.preflight : {};
  return { ...document, preflight: { ...preflight, offMembers: false } };
}

interface Outcome {
  readonly rendered: boolean;
  readonly faults: readonly string[];
}

function outcomeOf({ code, stdout, stderr }: RunResult, values: string): Outcome {
  const because = (faults: readonly string[]) =>
    faults.map((fault) => `${fault} – with ${readFileSync(values, 'utf8')}`);
  if (code === 0) return { rendered: true, faults: because(faultsOf(stdout)) };
  const refused = /execution error at \([^)]*\/(validations|preflight)\.yaml:/.test(stderr);
  return { rendered: false, faults: refused ? [] : because([stderr.trim()]) };
}

/** Helm writes some lists in any order. */
function comparable({ code, stdout, stderr }: RunResult): unknown {
  return { code, stdout, stderr: [...stderr].sort().join('') };
}

function faultsOf(manifests: string): readonly string[] {
  try {
    const objects = parseManifests(manifests);
    const apiClients = objects.filter(hasRights).map(nameOf);
    const context = { namespace: 'apps', apiClients, privileges: objects.flatMap(privilegesIn) };
    const findings = Object.entries(checkPoints(objects, context));
    return findings.filter(([id]) => SAFE.includes(id)).map(([id, found]) => `${id}: ${found.join('; ')}`);
  } catch (error) {
    return [String(error)];
  }
}

/** Workloads that a definition gives rights at the Kubernetes API, whatever the release calls them. */
function hasRights({ metadata }: KubeObject): boolean {
  const labels = metadata?.labels ?? {};
  return withRights.has(`${labels['app.kubernetes.io/name']} ${labels['app.kubernetes.io/component']}`);
}

/** What a definition lets a workload do beyond Pod Security restricted, whatever the release calls it. */
function privilegesIn(object: KubeObject): readonly DeclaredPrivilege[] {
  const labels = object.metadata?.labels ?? {};
  const chart = models.find(({ name }) => name === labels['app.kubernetes.io/name']);
  const workload = chart?.workloads.find(
    ({ component }) => component === labels['app.kubernetes.io/component'],
  );
  return (workload?.privileges ?? []).map((privilege) => ({
    ...privilege,
    workload: nameOf(object),
    container: workload?.main ? (chart?.name ?? '') : (workload?.component ?? ''),
  }));
}

const nameOf = ({ kind, metadata }: KubeObject) => `${kind}/${metadata?.name}`;

/** The values of a case with one to four of them changed: in the chart itself, or in a member of an umbrella. */
function documentsOf(chart: string, { values: file }: Case): Arbitrary<unknown> {
  const values = yaml(file);
  if (!umbrellas.some(({ name }) => name === chart))
    return changes(chart).map((changed) => ({ ...values, ...changed }));
  const members = subchartsOf(chart);
  return fc.oneof(
    ...members.map((member) =>
      changes(member).map((changed) => ({ ...values, [member]: { ...at(values, member), ...changed } })),
    ),
  );
}

function changes(chart: string): Arbitrary<Readonly<Record<string, unknown>>> {
  const schema = JSON.parse(readFileSync(join(CHARTS, chart, 'values.schema.json'), 'utf8')) as Schema;
  const { properties = {} } = schema;
  const others = [...LEFT_ALONE, ...subchartsOf(chart)];
  const keys = Object.keys(properties).filter((key) => !others.includes(key));
  const byDefault = yaml(join(CHARTS, chart, 'values.yaml'));
  const fit = (key: string) => [key, fitting(properties[key] ?? {}, schema)] as const;
  return fc
    .subarray(keys, { minLength: 1, maxLength: 4 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map(fit))))
    .map((changed) => withOneHandler(changed, byDefault) as Readonly<Record<string, unknown>>);
}

/** A probe has one handler: who gives another takes away that of the chart. */
function withOneHandler(value: unknown, byDefault: unknown, name = ''): unknown {
  if (!isRecord(value) || !isRecord(byDefault)) return value;
  const chosen = HANDLERS.find((handler) => handler in value);
  const others = chosen && name.endsWith('Probe') ? HANDLERS.filter((handler) => handler !== chosen) : [];
  const own = Object.entries(value)
    .filter(([key]) => !others.includes(key))
    .map(([key, inner]) => [key, withOneHandler(inner, byDefault[key], key)]);
  const taken = others.filter((handler) => handler in byDefault).map((handler) => [handler, null]);
  return Object.fromEntries([...own, ...taken]);
}

function subchartsOf(chart: string): readonly string[] {
  const { dependencies = [] } = yaml(join(CHARTS, chart, 'Chart.yaml')) as {
    dependencies?: readonly { name: string }[];
  };
  return dependencies.map(({ name }) => name);
}

function firstCases(): readonly (readonly [string, Case])[] {
  const all = cases();
  return [...new Set(all.map(({ chart }) => chart))].flatMap((chart) =>
    all
      .filter((one) => one.chart === chart)
      .slice(0, 1)
      .map((one) => [chart, one] as const),
  );
}
