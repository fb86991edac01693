import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { findHelm3, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import {
  type KubeObject,
  ofKind,
  parseManifests,
  podSourcesOf,
  specOf,
} from '../../tools/kubernetes/objects.ts';
import { selects } from '../../tools/kubernetes/selectors.ts';
import { KUBE_VERSION } from '../../tools/kubernetes/version.ts';

/** Charts of ours in an umbrella of somebody else: alias or name → chart. */
type Dependencies = Readonly<Record<string, string>>;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function umbrellaOf(dependencies: Dependencies, values: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chartwright-foreign-'));
  folders.push(folder);
  await mkdir(join(folder, 'charts'));
  for (const chart of new Set(Object.values(dependencies))) {
    const archive = await archiveOf(chart);
    await copyFile(archive, join(folder, 'charts', basename(archive)));
  }
  const listed = Object.entries(dependencies).map(([alias, name]) => ({
    name,
    version: '>=0.0.0-0',
    ...(alias !== name && { alias }),
  }));
  const chart = { apiVersion: 'v2', name: 'theirs', version: '1.0.0', dependencies: listed };
  await writeFile(join(folder, 'Chart.yaml'), stringify(chart));
  await writeFile(join(folder, 'values.yaml'), stringify(values));
  return folder;
}

const helms = { 'Helm 4': pinnedHelm, 'Helm 3.17': findHelm3 };

async function objectsOf(helm: keyof typeof helms, dependencies: Dependencies, values: object) {
  const args = ['template', 'demo', await umbrellaOf(dependencies, values), '--kube-version', KUBE_VERSION];
  const { code, stdout, stderr } = await run(await helms[helm](), args, { timeoutMs: 60_000 });
  expect(stderr.replace(/^.*(warning|WARNING).*$/gm, '').trim()).toBe('');
  expect(code).toBe(0);
  return parseManifests(stdout);
}

/** Objects of one kind and name, and what selects pods of several workloads. */
function clashes(objects: readonly KubeObject[]): readonly string[] {
  const names = objects.map(({ kind, metadata }) => `${kind}/${metadata?.name}`);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const pods = podSourcesOf(objects, 'default').filter(({ id }) => !id.startsWith('Pod/'));
  const selectors = objects.flatMap((object) => {
    const { selector } = specOf(object) as { readonly selector?: Readonly<Record<string, unknown>> };
    if (selector === undefined || !['Service', 'Deployment', 'StatefulSet'].includes(object.kind ?? ''))
      return [];
    const labels = object.kind === 'Service' ? { matchLabels: selector } : selector;
    const found = pods.filter((pod) => selects(labels, pod.labels)).map(({ id }) => id);
    return found.length > 1 ? [`${object.kind}/${object.metadata?.name} selects ${found.join(', ')}`] : [];
  });
  return [...twice, ...selectors];
}

describe.each(['Helm 4', 'Helm 3.17'] as const)('in an umbrella of somebody else, with %s', (helm) => {
  const three = { cache: 'redis', queue: 'redis', redis: 'redis' };

  it('one chart under three aliases is three charts', async () => {
    const objects = await objectsOf(helm, three, {});
    expect(clashes(objects)).toEqual([]);
    const names = ofKind(objects, 'StatefulSet').map(({ metadata }) => metadata?.name);
    expect(names.sort()).toEqual(['demo-cache', 'demo-queue', 'demo-redis']);
  });

  it('also with whole names of their own', async () => {
    const named = { cache: { fullnameOverride: 'one' }, queue: { fullnameOverride: 'two' } };
    const objects = await objectsOf(helm, three, named);
    expect(clashes(objects)).toEqual([]);
    const names = ofKind(objects, 'StatefulSet').map(({ metadata }) => metadata?.name);
    expect(names.sort()).toEqual(['demo-redis', 'one', 'two']);
  });

  it('two charts that bundle one of the same name reach their own', async () => {
    const app = { image: { repository: 'app', tag: 'v1' }, redis: { enabled: true } };
    const values = { fastapi: app, web: app };
    const objects = await objectsOf(helm, { fastapi: 'fastapi', web: 'streamlit' }, values);
    expect(clashes(objects)).toEqual([]);
    const text = JSON.stringify(ofKind(objects, 'Deployment'));
    for (const host of ['demo-fastapi-redis', 'demo-web-redis']) expect(text).toContain(`${host}:6379`);
  });
});
