import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import type { RunResult } from '../../generators/src/programs/run.ts';
import { type Case, cases, template } from '../../tools/cases/cases.ts';
import { checkPoints } from '../../tools/checks/points.ts';
import type { DeclaredPrivilege } from '../../tools/checks/privileges.ts';
import { documentsOf } from '../../tools/documents/documents-of.ts';
import { toYaml } from '../../tools/documents/to-yaml.ts';
import { type KubeObject, parseManifests } from '../../tools/kubernetes/objects.ts';
import { declaredOf } from './release.ts';

const SAMPLES = 40;
/** One document in ten goes through the pinned program too, which must say what the library says. */
const EVERY = 10;
const SEED = 20_260_102;
/** What no value may take away, whatever else a user writes. */
const SAFE = ['restricted', 'baseline', 'read-only-root', 'resources', 'no-token', 'no-null', 'rbac'];

const { charts: models, umbrellas } = await load(join(CHARTS, '..'));
/** Chart and component of every workload with rights at the Kubernetes API. */
const withRights = new Set(
  models.flatMap(({ name, workloads }) =>
    workloads
      .filter(
        ({ features, after }) => after.length > 0 || features.some(({ feature }) => feature.name === 'rbac'),
      )
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
    const documents = fc.sample(documentsOf(chart, [base], membersOf(chart)), {
      numRuns: SAMPLES,
      seed: SEED,
    });
    const outcomes = await Promise.all(
      documents.map(async ({ values }, index) => {
        const file = join(folder, `${chart}-${index}.yaml`);
        await writeFile(file, toYaml(values));
        const result = await template(chart, file);
        if (index % EVERY === 0)
          expect(comparable(await template(chart, file, { helm: 'helm4' }))).toEqual(comparable(result));
        return outcomeOf(result, file);
      }),
    );
    expect(outcomes.flatMap(({ faults }) => faults)).toEqual([]);
    expect(outcomes.filter(({ rendered }) => rendered).length).toBeGreaterThan(SAMPLES / 20);
  });
});

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

/** What a definition lets a workload do that others may not, whatever the release calls it. */
function privilegesIn(object: KubeObject): readonly DeclaredPrivilege[] {
  const labels = object.metadata?.labels ?? {};
  const chart = models.find(({ name }) => name === labels['app.kubernetes.io/name']);
  const workload = chart?.workloads.find(
    ({ component }) => component === labels['app.kubernetes.io/component'],
  );
  return chart && workload ? declaredOf(workload, nameOf(object), chart) : [];
}

const nameOf = ({ kind, metadata }: KubeObject) => `${kind}/${metadata?.name}`;

function membersOf(chart: string): readonly string[] {
  return umbrellas.find(({ name }) => name === chart)?.members.map(({ name }) => name) ?? [];
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
