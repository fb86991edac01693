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
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outcome } from '../testing/generated.ts';
import { type Mention, withoutActions, withoutFeature, withoutTargets } from '../testing/without-feature.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FEATURES = 'generators/src/features';
const EXPORT = 'export default ';
const END = ';\n';
const PEERS = 'generators/src/peers';
const CHARTS = readdirSync(join(ROOT, 'charts'));

/** Folders of optional features: those of a line are removed together. */
const ROUNDS: readonly (readonly string[])[] = [
  [
    'edge/ingress',
    'edge/http-route',
    'edge/gateway',
    'workload/autoscaling',
    'delivery/rollout',
    'pod/rbac',
    'pod/rbac/cluster-rbac',
    'pod/gpu',
    'pod/git-sync',
  ],
  [
    'edge/gateway',
    'observability/monitoring',
    'observability/tracing',
    'network/sessions',
    'pod/gpu/gpu-budget',
  ],
  [
    'delivery/rollout',
    'delivery/rollout/canary-analysis',
    'workload/keda',
    'network/egress/namespace-egress',
    'pod/rbac/cluster-rbac',
    'pod/credentials',
  ],
];
const OPTIONAL = new Set(ROUNDS.flat());

/** What charts say of them beside their names, which are those of the folders. */
const FURTHER: Readonly<Record<string, Partial<Mention>>> = {
  'edge/ingress': { helpers: ['ingressHost', 'publicUrl'] },
  'observability/monitoring': { helpers: ['scraped', 'metricLabels'] },
  'pod/rbac': { volumes: ['api-token'] },
};

let copy: string;
let generators: ChildProcess;

/** A copy of the sources of this workspace, and its generators in a process that starts when no optional feature is there. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'without-feature-'));
  const sources = (path: string) => !path.includes('node_modules');
  for (const name of ['package.json', 'chartwright.yaml', 'schemas', 'generators'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter: sources });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const folder of OPTIONAL) rmSync(join(copy, FEATURES, folder), { recursive: true, force: true });
  generators = fork('generators/src/testing/generated.ts', { cwd: copy, execArgv: [] });
});

afterAll(() => {
  generators.kill();
  rmSync(copy, { recursive: true });
});

test.each(ROUNDS.map((round) => [round.join(', '), round] as const))(
  'without %s, and what charts say of them, the rest of the workspace generates',
  { timeout: 300_000 },
  async (_, round) => {
    for (const folder of OPTIONAL)
      cpSync(join(ROOT, FEATURES, folder), join(copy, FEATURES, folder), { recursive: true });
    for (const folder of round) rmSync(join(copy, FEATURES, folder), { recursive: true, force: true });
    await writeSourcesWithout(round.map(mentionOf));
    const { charts, mistakes } = await withoutDeadSettings(await generated());
    expect(mistakes).toEqual([]);
    expect([...charts].sort()).toEqual([...CHARTS].sort());
  },
);

function mentionOf(folder: string): Mention {
  const name = basename(folder).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return { name, block: name, ...FURTHER[folder] };
}

/** Writes the sources of all charts, and what several say of a peer, none of which speaks of some features. */
async function writeSourcesWithout(mentions: readonly Mention[]): Promise<void> {
  cpSync(join(ROOT, PEERS), join(copy, PEERS), { recursive: true });
  rewritePeers(join(copy, PEERS), mentions);
  for (const chart of CHARTS) {
    const [from, to] = [join(ROOT, 'charts', chart, 'src'), join(copy, 'charts', chart, 'src')];
    cpSync(from, to, { recursive: true });
    const { default: definition } = await import(pathToFileURL(join(from, 'chart.ts')).href);
    const left = mentions.reduce<unknown>((one, mention) => withoutFeature(one, mention), definition);
    writeFileSync(join(to, 'chart.ts'), module(left));
    for (const file of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
      if (/\.(tpl|hbs|txt)$/.test(file))
        rewrite(join(to, file), (text) =>
          mentions.reduce((one, mention) => withoutActions(one, mention), text),
        );
    }
    rewritePeers(join(to, 'peers'), mentions);
  }
}

function module(definition: unknown): string {
  return `${EXPORT}${JSON.stringify(definition)}${END}`;
}

function rewritePeers(folder: string, mentions: readonly Mention[]): void {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder))
    rewrite(join(folder, file), (text) =>
      mentions.reduce((one, mention) => withoutTargets(one, mention), text),
    );
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
    const sources = join(copy, dirname(where));
    rewrite(join(sources, 'chart.ts'), (text) =>
      module(unnamed(JSON.parse(text.slice(EXPORT.length, -END.length)), path)),
    );
    rewritePeers(join(sources, 'peers'), [{ name: '', block: path.split('.').at(-1) ?? path }]);
  }
  return generated();
}

interface Definition {
  readonly first?: readonly string[];
  readonly needs?: Readonly<Record<string, string>>;
}

/** A definition that names one value neither among the first nor among those that people must give. */
function unnamed({ first, needs, ...rest }: Definition, path: string): Definition {
  const others = Object.entries(needs ?? {}).filter(([key]) => key !== path);
  return {
    ...rest,
    ...(first && { first: first.filter((one) => one !== path) }),
    ...(needs && { needs: Object.fromEntries(others) }),
  };
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
