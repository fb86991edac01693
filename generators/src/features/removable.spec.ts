import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type Mention, withoutActions, withoutFeature } from '../testing/without-feature.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Folder of an optional feature, and what charts say of it. */
const OPTIONAL: readonly (readonly [folder: string, Mention])[] = [
  ['edge/gateway', { name: 'gateway', block: 'gateway' }],
  ['pod/gpu', { name: 'gpu', block: 'gpu' }],
  ['delivery/rollout', { name: 'rollout', block: 'rollout' }],
  ['pod/git-sync', { name: 'gitSync', block: 'gitSync' }],
  ['workload/keda', { name: 'keda', block: 'keda' }],
  [
    'observability/monitoring',
    { name: 'monitoring', block: 'monitoring', helpers: ['scraped', 'metricLabels'] },
  ],
];

let copy = '';
afterEach(() => rmSync(copy, { recursive: true, force: true }));

test.each(OPTIONAL)(
  'without the folder %s, and what charts say of it, the rest of the workspace generates',
  { timeout: 300_000 },
  async (folder, mention) => {
    copy = await workspaceWithout(folder, mention);
    const { files, mistakes } = dropped(generated());
    expect(mistakes).toEqual([]);
    expect(Object.keys(files).sort()).toEqual(readdirSync(join(ROOT, 'charts')).sort());
  },
);

/** A copy of the sources of this workspace, the folder of a feature deleted and no chart speaking of it. */
async function workspaceWithout(folder: string, mention: Mention): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'without-feature-'));
  const sources = (path: string) => !path.includes('node_modules');
  for (const name of ['package.json', 'chartwright.yaml', 'schemas', 'generators'])
    cpSync(join(ROOT, name), join(root, name), { recursive: true, filter: sources });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  rmSync(join(root, 'generators/src/features', folder), { recursive: true });
  for (const chart of readdirSync(join(ROOT, 'charts'))) {
    const [from, to] = [join(ROOT, 'charts', chart, 'src'), join(root, 'charts', chart, 'src')];
    cpSync(from, to, { recursive: true });
    const { default: definition } = await import(pathToFileURL(join(from, 'chart.ts')).href);
    writeFileSync(
      join(to, 'chart.ts'),
      `export default ${JSON.stringify(withoutFeature(definition, mention))};\n`,
    );
    for (const file of readdirSync(to, { recursive: true, encoding: 'utf8' }))
      if (/\.(tpl|hbs|txt)$/.test(file)) rewrite(join(to, file), (text) => withoutActions(text, mention));
  }
  return root;
}

interface Result {
  readonly files: Readonly<Record<string, number>>;
  readonly mistakes: readonly { readonly code: string; readonly where: string; readonly message: string }[];
}

/** What the generators of the copy, in a process of their own, make of it. */
function generated(): Result {
  const script = 'generators/src/testing/generated.ts';
  return JSON.parse(execFileSync(process.execPath, [script], { cwd: copy, encoding: 'utf8' }));
}

/** Settings that only the feature read go as the generators say: read them, or remove them from the schema. */
function dropped(result: Result): Result {
  const dead = result.mistakes.flatMap(({ code, where, message }) => {
    const path = /`\.Values\.([\w.]+)` is read by no template/.exec(message)?.[1];
    return code === 'template/dead-value' && path && where.endsWith('schema.json') ? [{ where, path }] : [];
  });
  if (dead.length === 0 || dead.length < result.mistakes.length) return result;
  for (const { where, path } of dead)
    rewrite(join(copy, where), (text) => JSON.stringify(without(JSON.parse(text), path.split('.'))));
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
