import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outcome } from '../testing/generated.ts';
import { type Mention, withoutActions, withoutFeature, withoutTargets } from '../testing/without-feature.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FEATURES = 'generators/src/features';
const CHARTS = readdirSync(join(ROOT, 'charts'));

/** Folder of an optional feature, and what charts say of it. */
const OPTIONAL: readonly (readonly [folder: string, Mention])[] = [
  ['edge/gateway', { name: 'gateway', block: 'gateway' }],
  ['pod/gpu', { name: 'gpu', block: 'gpu' }],
  ['pod/gpu-budget', { name: 'gpuBudget', block: 'gpuBudget' }],
  ['delivery/rollout', { name: 'rollout', block: 'rollout' }],
  ['pod/cluster-rbac', { name: 'clusterRbac', block: 'clusterRbac' }],
  ['pod/git-sync', { name: 'gitSync', block: 'gitSync' }],
  ['workload/keda', { name: 'keda', block: 'keda' }],
  [
    'observability/monitoring',
    { name: 'monitoring', block: 'monitoring', helpers: ['scraped', 'metricLabels'] },
  ],
];

let copy: string;
let generators: ChildProcess;

/** A copy of the sources of this workspace, and its generators in a process that starts when no optional feature is there. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'without-feature-'));
  const sources = (path: string) => !path.includes('node_modules');
  for (const name of ['package.json', 'chartwright.yaml', 'schemas', 'generators'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter: sources });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const [folder] of OPTIONAL) rmSync(join(copy, FEATURES, folder), { recursive: true });
  generators = fork('generators/src/testing/generated.ts', { cwd: copy, execArgv: [] });
});

afterAll(() => {
  generators.kill();
  rmSync(copy, { recursive: true });
});

test.each(OPTIONAL)(
  'without the folder %s, and what charts say of it, the rest of the workspace generates',
  { timeout: 300_000 },
  async (folder, mention) => {
    for (const [other] of OPTIONAL)
      if (other !== folder)
        cpSync(join(ROOT, FEATURES, other), join(copy, FEATURES, other), { recursive: true });
    rmSync(join(copy, FEATURES, folder), { recursive: true, force: true });
    await writeChartsWithout(mention);
    const { charts, mistakes } = await withoutDeadSettings(await generated());
    expect(mistakes).toEqual([]);
    expect([...charts].sort()).toEqual([...CHARTS].sort());
  },
);

/** Writes the sources of all charts, none of which speaks of a feature. */
async function writeChartsWithout(mention: Mention): Promise<void> {
  for (const chart of CHARTS) {
    const [from, to] = [join(ROOT, 'charts', chart, 'src'), join(copy, 'charts', chart, 'src')];
    cpSync(from, to, { recursive: true });
    const { default: definition } = await import(pathToFileURL(join(from, 'chart.ts')).href);
    writeFileSync(
      join(to, 'chart.ts'),
      `export default ${JSON.stringify(withoutFeature(definition, mention))};\n`,
    );
    for (const file of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
      if (/\.(tpl|hbs|txt)$/.test(file)) rewrite(join(to, file), (text) => withoutActions(text, mention));
    }
    rewritePeers(to, mention);
  }
}

function rewritePeers(sources: string, mention: Mention): void {
  const folder = join(sources, 'peers');
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder))
    rewrite(join(folder, file), (text) => withoutTargets(text, mention));
}

/** What the generators of the copy make of it. */
async function generated(): Promise<Outcome> {
  generators.send('generate');
  const [outcome] = await once(generators, 'message', { signal: AbortSignal.timeout(250_000) });
  return outcome as Outcome;
}

/** Settings that only the feature read go as the generators say: read them, or remove them from the schema. */
async function withoutDeadSettings(outcome: Outcome): Promise<Outcome> {
  const dead = outcome.mistakes.flatMap(({ code, where, message }) => {
    const path = /`\.Values\.([\w.]+)` is read by no template/.exec(message)?.[1];
    return code === 'template/dead-value' && path && where.endsWith('schema.json') ? [{ where, path }] : [];
  });
  if (dead.length === 0 || dead.length < outcome.mistakes.length) return outcome;
  for (const { where, path } of dead) {
    rewrite(join(copy, where), (text) => JSON.stringify(without(JSON.parse(text), path.split('.'))));
    rewritePeers(join(copy, dirname(where)), { name: '', block: path.split('.').at(-1) ?? path });
  }
  return generated();
}

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
}

/** A schema without one property; a group that has no other goes too. */
function without(node: Node, [key = '', ...below]: readonly string[]): Node {
  const { [key]: child = {}, ...others } = node.properties ?? {};
  const left = below.length === 0 ? {} : without(child, below);
  const isEmpty = Object.keys(left.properties ?? {}).length === 0;
  return { ...node, properties: isEmpty ? others : { ...node.properties, [key]: left } };
}

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
