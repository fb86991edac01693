import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { load } from '../../generators/src/generate.ts';
import { LONG_RUNNING } from '../../generators/src/model/feature.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { template } from '../../tools/cases/cases.ts';
import { hookEventsOf, type KubeObject, ofKind, parseManifests } from '../../tools/kubernetes/objects.ts';
import { brokenReferences } from './references.ts';
import { merge, type Values } from './release.ts';
import { everyApi, passwordsOf, valuesOfSubset } from './subsets.ts';

interface Manifest {
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly dependsOn?: readonly { readonly name: string }[];
    readonly values?: Values;
    readonly source?: { readonly helm: { readonly releaseName: string; readonly valuesObject: Values } };
  };
}

const { umbrellas } = await load(resolve(import.meta.dirname, '../..'));
const namespace = 'ai';
let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'gitops-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe.each(umbrellas.map((umbrella) => [umbrella.name, umbrella] as const))('%s', (chart, umbrella) => {
  const members = umbrella.members.map(({ name }) => name);
  const manifests = (tool: string) =>
    members.map(
      (name) => parse(readFileSync(join(CHARTS, chart, 'gitops', tool, `${name}.yaml`), 'utf8')) as Manifest,
    );
  const graph = new Map(
    umbrella.members.map(({ name, chart: { connections } }) => [
      name,
      connections
        .filter(({ internal, orders, provider }) => !internal && orders && members.includes(provider.chart))
        .map(({ provider }) => provider.chart),
    ]),
  );
  /** The objects of a release with some members, with the values that each needs in any case. */
  const render = async (release: string, given: Values): Promise<readonly KubeObject[]> => {
    const own = { ...valuesOfSubset(umbrella, members), global: {} };
    const file = join(scratch, `${release}.json`);
    await writeFile(file, JSON.stringify(merge(own, given)));
    const args = everyApi();
    const { code, stdout, stderr } = await template(chart, file, { args, release, namespace });
    if (code !== 0) throw new Error(stderr);
    return parseManifests(stdout);
  };
  const renderAll = async (releases: readonly (readonly [string, Values])[], passwords: Values = {}) => {
    const rendered: KubeObject[] = [];
    for (const [release, values] of releases)
      rendered.push(...(await render(release, merge(passwords, values))));
    return rendered;
  };

  it('Flux depends as the graph does', () => {
    const depends = new Map(
      manifests('flux').map(({ metadata, spec }) => [
        metadata.name,
        (spec.dependsOn ?? []).map(({ name }) => name),
      ]),
    );
    expect(order(depends)).toEqual(order(graph));
  });

  it('waves of Argo CD are as many as the graph needs, and every provider comes before its consumers', () => {
    const waves = new Map(
      manifests('argocd').map(({ metadata }) => [
        metadata.name,
        Number(metadata.annotations?.['argocd.argoproj.io/sync-wave']),
      ]),
    );
    const late = [...graph].flatMap(([name, providers]) =>
      providers
        .filter((provider) => !((waves.get(provider) ?? Number.NaN) < (waves.get(name) ?? Number.NaN)))
        .map(
          (provider) => `${name} in wave ${waves.get(name)} needs ${provider} in wave ${waves.get(provider)}`,
        ),
    );
    expect(late).toEqual([]);
    expect(Math.max(...waves.values())).toBe(longestPath(graph));
  });

  it('lists every member once', () => {
    for (const [tool, more] of [
      ['argocd', []],
      ['flux', ['source.yaml']],
    ] as const) {
      const folder = join(CHARTS, chart, 'gitops', tool);
      const { resources } = parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')) as {
        readonly resources: readonly string[];
      };
      const files = readdirSync(folder).filter((file) => file !== 'kustomization.yaml');
      expect([...resources].sort()).toEqual(files.sort());
      expect([...resources].sort()).toEqual([...members.map((name) => `${name}.yaml`), ...more].sort());
    }
  });

  it('releases of Flux find each other', { timeout: 300_000 }, async () => {
    const releases = manifests('flux').map(
      ({ metadata, spec }) => [metadata.name, spec.values ?? {}] as const,
    );
    const objects = await renderAll(releases, passwordsOf(umbrella, members));
    expect(brokenReferences(objects, umbrella, namespace)).toEqual([]);
  });

  it('so do those of Argo CD, with the Secrets that its page lists', { timeout: 300_000 }, async () => {
    const releases = manifests('argocd').flatMap(({ spec: { source } }) =>
      source ? [[source.helm.releaseName, source.helm.valuesObject] as const] : [],
    );
    const page = readFileSync(join(CHARTS, chart, 'gitops/README.md'), 'utf8');
    const given = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name ?? '');
    const objects = await renderAll(releases, { 'gemini-agent': { secrets: { googleApiKey: '' } } });
    expect(ofKind(objects, 'Secret').map(({ metadata }) => metadata.name)).toEqual([]);
    expect(brokenReferences(objects, umbrella, namespace, given)).toEqual([]);
    expect(objects.flatMap(unfitForArgo)).toEqual([]);
  });

  it('packages find those before them', { timeout: 300_000 }, async () => {
    const releases = umbrella.packages.map(
      ({ name }) =>
        [
          name,
          parse(readFileSync(join(CHARTS, chart, 'packages', `${name}.yaml`), 'utf8')) as Values,
        ] as const,
    );
    expect(releases.length).toBeGreaterThan(0);
    const objects = await renderAll(releases, passwordsOf(umbrella, members));
    expect(brokenReferences(objects, umbrella, namespace)).toEqual([]);
    const installed = new Set(objects.map(({ metadata }) => metadata.labels?.['app.kubernetes.io/name']));
    const running = umbrella.members.filter(({ chart: { workloads } }) =>
      workloads.some(({ main, kind }) => main && LONG_RUNNING.includes(kind)),
    );
    const named = umbrella.packages.flatMap(({ members: inside }) => inside);
    const absent = running.filter(({ name }) => named.includes(name) && !installed.has(name));
    expect(absent.map(({ name }) => name)).toEqual([]);
  });
});

/**
 * Argo CD ignores all Helm hooks of an object with a hook annotation of its own, has no sense for events that it does
 * not know, and runs `pre-` hooks at every sync.
 */
function unfitForArgo(object: KubeObject): readonly string[] {
  const known = ['pre-install', 'pre-upgrade', 'post-install', 'post-upgrade', 'post-delete', 'test'];
  const events = hookEventsOf(object);
  const id = `${object.kind}/${object.metadata.name}`;
  const native = Object.keys(object.metadata.annotations ?? {}).filter((key) =>
    key.startsWith('argocd.argoproj.io/'),
  );
  return [
    ...native.map((key) => `${id} has ${key}`),
    ...events.filter((event) => !known.includes(event)).map((event) => `${id}: ${event} means nothing there`),
    ...(events.includes('pre-install') ? [`${id} would run before every sync`] : []),
    ...(events.includes('post-install') !== events.includes('post-upgrade')
      ? [`${id} is for one of install and upgrade, which are one there`]
      : []),
  ];
}

/** Every pair of a member and one that it comes after, directly or not. */
function order(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const before = (name: string): readonly string[] =>
    (edges.get(name) ?? []).flatMap((provider) => [provider, ...before(provider)]);
  return [
    ...new Set(
      [...edges.keys()].flatMap((name) => before(name).map((provider) => `${name} after ${provider}`)),
    ),
  ].sort();
}

function longestPath(edges: ReadonlyMap<string, readonly string[]>): number {
  const depth = (name: string): number => Math.max(-1, ...(edges.get(name) ?? []).map(depth)) + 1;
  return Math.max(...[...edges.keys()].map(depth));
}
