import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { findKubectl, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf, cases, packed, template } from '../../tools/cases/cases.ts';
import { type KubeObject, parseManifests, podSourcesOf } from '../../tools/kubernetes/objects.ts';
import type { ServiceSpec } from '../../tools/kubernetes/types.ts';
import { commandsOf, parsed, type Typed } from './typed-commands.ts';

const ROOT = join(CHARTS, '..');
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...globSync(['docs/*.md', 'charts/*/README.md'], { cwd: ROOT }),
].sort();
/** They need hardware, another machine or its package manager: of these a test knows no more than the name. */
const OF_THE_MACHINE = ['sudo', 'curl', 'less', 'mkdir', 'chmod', 'cp', 'lspci', 'nvidia-smi', 'docker'];
/** Charts of others, from repositories that a test does not ask. */
const FOREIGN = ['nvdp/nvidia-device-plugin', 'prometheus-adapter'];
/** Objects of charts of others, and of a release that only one page names. */
const FOREIGN_OBJECTS = /\/(db-postgresql|new-postgres)$/;
/** What a page says in place of the reader's own. */
const OWN_VALUES = 'VALUES';
const UMBRELLA = 'ai-platform';

const typed = (
  await Promise.all(PAGES.map((page) => commandsOf(page, readFileSync(join(ROOT, page), 'utf8'))))
).flat();
/** Secrets that are generated where there is a cluster, in the release that pages name. */
const generated = (await load(ROOT)).charts.flatMap(({ name, secrets }) =>
  secrets.length > 0 ? [`secret/ai-${name}`] : [],
);
const of = (program: string) => typed.filter(({ words }) => words[0] === program);

it('has a way to try every program that pages name', () => {
  const known = ['helm', 'kubectl', 'npm', 'npx', 'tar', 'cd', ...OF_THE_MACHINE];
  expect(typed.filter(({ words: [program = ''] }) => !known.includes(program))).toEqual([]);
  expect(typed.length).toBeGreaterThan(100);
});

it('names flags that Helm and kubectl know', async () => {
  const helps = new Map<string, Promise<string>>();
  const unknown = await Promise.all(
    [...of('helm'), ...of('kubectl')].map(async ({ page, text, words }) => {
      const { program, flags } = parsed(words);
      const key = program.join(' ');
      const help = helps.get(key) ?? helpOf(program);
      helps.set(key, help);
      const known = await help;
      return flags.filter(([flag]) => !known.includes(flag)).map(([flag]) => `${page}: ${text}: ${flag}`);
    }),
  );
  expect(unknown.flat()).toEqual([]);
});

describe.each(PAGES)('%s', (page) => {
  const here = typed.filter((command) => command.page === page);

  if (here.some(rendersOurs))
    it('has commands of Helm that render', async () => {
      for (const command of here.filter(rendersOurs)) await expectRenders(command);
    });

  const asked = here.filter(({ words: [program] }) => program === 'kubectl');
  if (asked.length > 0)
    it('asks kubectl for objects that there are', async () => {
      const made = here.flatMap(({ words }) =>
        words.slice(0, 3).join(' ') === 'kubectl create job' ? [`job/${words[3]}`] : [],
      );
      const names = new Set([...(await namesOf()), ...made, ...generated]);
      for (const { words, text } of asked) {
        const { program, others, flags } = parsed(words);
        if (program[2] === 'secret' && !words.includes('--from-env-file')) {
          const { code, stderr } = await run(await findKubectl(), [
            ...words.slice(1),
            '--dry-run=client',
            '--output=name',
          ]);
          expect(`${text}: ${code} ${stderr}`).toBe(`${text}: 0 `);
        }
        for (const named of namedIn(program, others)) expect(names, text).toContain(named);
        if (program[1] === 'port-forward') await expectServed(text, others);
        for (const [flag, value] of flags)
          if (flag === '--selector')
            for (const label of labelsIn(value)) expect(await labels(), text).toContain(label);
      }
    });

  it('starts where it says', () => {
    const start = startOf(page);
    for (const { text, words } of here) {
      for (const [flag, file] of words[0] === 'helm' || words[0] === 'kubectl' ? parsed(words).flags : []) {
        if (!['--values', '--filename'].includes(flag) || isOwnFile(file)) continue;
        expect(existsSync(join(ROOT, start, file)), `${page}: ${text}`).toBe(true);
      }
    }
  });
});

it('calls npm scripts, with options that they have', { timeout: 300_000 }, async () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const usages = new Map<string, Promise<string>>();
  for (const { page, text, words } of of('npm')) {
    const [, verb = '', ...rest] = words;
    const script = verb === 'run' ? (rest[0] ?? '') : verb;
    if (verb === 'ci') continue;
    expect(Object.keys(scripts), `${page}: ${text}`).toContain(script);
    const options = words.slice(words.indexOf('--') + 1).filter((word) => word.startsWith('--'));
    if (!words.includes('--') || options.length === 0) continue;
    const usage = usages.get(script) ?? usageOf(scripts[script] ?? '');
    usages.set(script, usage);
    for (const option of options) expect(await usage, `${page}: ${text}`).toContain(option.split('=')[0]);
  }
});

it('asks Nx for generators, targets and options that there are', () => {
  const plugin = JSON.parse(readFileSync(join(ROOT, 'generators/generators.json'), 'utf8'));
  const names = Object.keys(plugin.generators);
  for (const { text, words } of of('npx')) {
    const [, nx, verb = '', name = ''] = words;
    expect(nx, text).toBe('nx');
    if (verb === 'generate') {
      expect(names, text).toContain(name);
      const schema = JSON.parse(readFileSync(join(ROOT, `generators/src/nx/${name}/schema.json`), 'utf8'));
      const options = words
        .filter((word) => word.startsWith('--'))
        .map((word) => word.slice(2).split('=')[0]);
      for (const option of options) expect(Object.keys(schema.properties), text).toContain(option);
    } else expect(['sync', 'sync:check', 'template', 'run-many', 'editor-schema'], text).toContain(verb);
  }
});

function rendersOurs({ words }: Typed): boolean {
  const { program, others } = parsed(words);
  return (
    program[0] === 'helm' &&
    ['install', 'upgrade', 'template'].includes(program[1] ?? '') &&
    !others.some((word) => FOREIGN.includes(word))
  );
}

/** The folder in which a page's commands start, below the clone: the chart's own, as its archive holds it, or the clone itself. */
function startOf(page: string): string {
  if (page === 'docs/operations.md') return `charts/${UMBRELLA}`;
  return /^(charts\/[^/]+)\/README\.md$/.exec(page)?.[1] ?? '.';
}

async function chartOf({ page }: Typed, reference: string): Promise<string> {
  const names = [...(await packed()).keys()];
  if (reference === 'CHART') return UMBRELLA;
  if (reference === '.') return startOf(page).replace('charts/', '');
  const chart = names.find(
    (name) => reference === `charts/${name}` || new RegExp(`^dist/${name}-\\d[^/]*\\.tgz$`).test(reference),
  );
  if (chart === undefined) throw new Error(`${page} installs ${reference}, which is no chart of ours`);
  return chart;
}

/** Renders what the command would install; an upgrade that reuses values does so on top of a case or preset of the chart. */
async function expectRenders(command: Typed): Promise<void> {
  const { others, flags } = parsed(command.words);
  const [release = '', reference = ''] = others;
  const chart = await chartOf(command, reference);
  await archiveOf(chart);
  const given = flags.flatMap(([flag, value]) => {
    if (flag === '--values' && !isOwnFile(value)) return [flag, join(ROOT, startOf(command.page), value)];
    return SETTING.includes(flag) ? [flag, value] : [];
  });
  const before = upgradesBefore(command).flatMap(({ words }) =>
    parsed(words)
      .flags.filter(([flag]) => SETTING.includes(flag))
      .flat(),
  );
  const onTop = flags.some(
    ([flag, value]) => flag === '--reset-then-reuse-values' || (flag === '--values' && isOwnFile(value)),
  );
  const bases = onTop
    ? [
        ...(chart === UMBRELLA ? membersOn(given) : []),
        ...cases()
          .filter((one) => one.chart === chart)
          .map(({ values }) => ({ values, more: [] })),
      ]
    : [{ values: undefined, more: [] }];
  const namespace = flags.find(([flag]) => flag === '--namespace')?.[1] ?? 'default';
  const problems: string[] = [];
  for (const { values, more } of bases) {
    for (const last of onTop ? [given, [...before, ...given]] : [given]) {
      const { code, stderr } = await template(chart, values, {
        release,
        namespace,
        args: [...more, ...last],
      });
      if (code === 0) return;
      problems.push(stderr);
    }
  }
  expect.fail(`${command.page}: ${command.text}\n${problems.join('\n')}`);
}

/** The umbrella with the member that settings are of, in each of the member's own cases; what it bundles there are members here. */
function membersOn(settings: readonly string[]): readonly { values: undefined; more: readonly string[] }[] {
  const [member = ''] = settings.flatMap((one) => /^([a-z-]+)\./.exec(one)?.[1] ?? []);
  const members = [...new Set(cases().map(({ chart }) => chart))];
  return cases()
    .filter(({ chart }) => chart === member)
    .map(({ values }) => {
      const given = Object.entries((parse(readFileSync(values, 'utf8')) ?? {}) as object);
      const own = given.filter(([key]) => !members.includes(key));
      const on = [member, ...given.flatMap(([key]) => (members.includes(key) ? [key] : []))];
      return {
        values: undefined,
        more: [
          ...on.flatMap((name) => ['--set', `global.members.${name}.enabled=true`]),
          ...['--set-json', `${member}=${JSON.stringify(Object.fromEntries(own))}`],
        ],
      };
    });
}

/** A file that the page has the reader write, or the reader's values. */
function isOwnFile(file: string): boolean {
  return file === OWN_VALUES || /^[a-z-]+\.yaml$/.test(file);
}

const SETTING = ['--set', '--set-string', '--set-json'];

/** Upgrades that stand above a command in its section, whose values it reuses. */
function upgradesBefore(command: Typed): readonly Typed[] {
  const section = typed.filter(({ page, heading }) => page === command.page && heading === command.heading);
  return section.slice(0, section.indexOf(command)).filter(rendersOurs);
}

/** The labels of a selector, those of `name in (a,b)` too. */
function labelsIn(selector: string): readonly string[] {
  return [...selector.matchAll(/([^,\s=]+)(?:=([^,]+)| in \(([^)]*)\))/g)].flatMap(([, key, value, values]) =>
    (value === undefined ? (values ?? '').split(',') : [value]).map((one) => `${key}=${one}`),
  );
}

let rendered: Promise<readonly KubeObject[]> | undefined;

/** The objects of every case of every chart, in releases called as the pages call them. */
function everything(): Promise<readonly KubeObject[]> {
  rendered ??= Promise.all(
    cases().flatMap(({ chart, values }) =>
      ['ai', chart].map(async (release) => {
        const { stdout } = await template(chart, values, { release, namespace: 'ai' });
        return parseManifests(stdout);
      }),
    ),
  ).then((all) => all.flat());
  return rendered;
}

async function namesOf(): Promise<ReadonlySet<string>> {
  return new Set((await everything()).map(({ kind, metadata }) => `${kind.toLowerCase()}/${metadata.name}`));
}

async function labels(): Promise<ReadonlySet<string>> {
  return new Set(
    (await everything()).flatMap(({ metadata }) =>
      Object.entries(metadata.labels ?? {}).map(([key, value]) => `${key}=${value}`),
    ),
  );
}

const KINDS = ['service', 'deployment', 'statefulset', 'daemonset', 'job', 'cronjob', 'secret', 'pod'];

/** Objects that a command names as `kind/name` or `kind name`; capitals and dots stand for the reader's own. */
function namedIn(program: readonly string[], others: readonly string[]): readonly string[] {
  const [first = '', second = ''] = others;
  const pairs = first.includes('/')
    ? [first]
    : KINDS.includes(first) && second !== ''
      ? [`${first}/${second}`]
      : [];
  const pod =
    ['exec', 'logs'].includes(program[1] ?? '') && !first.includes('/') && first !== ''
      ? [`pod/${first}`]
      : [];
  return [...pairs, ...pod]
    .map((name) => name.replace(/^pod\/(.+)-0$/, 'statefulset/$1'))
    .filter((name) => !/[A-Z…<]/.test(name) && !name.includes('nvdp') && !FOREIGN_OBJECTS.test(name));
}

async function expectServed(text: string, [target = '', ports = '']: readonly string[]): Promise<void> {
  const named = (await everything()).filter(
    ({ kind, metadata }) => `${kind.toLowerCase()}/${metadata.name}` === target,
  );
  const pods = podSourcesOf(named).flatMap(({ spec }) => spec.containers.flatMap((one) => one.ports ?? []));
  const services = named.flatMap(({ spec }) => (spec as ServiceSpec).ports ?? []);
  const served = target.startsWith('service/')
    ? services.map(({ port }) => `${port}`)
    : pods.map(({ containerPort }) => `${containerPort}`);
  expect(served, text).toContain(ports.split(':').at(-1));
}

async function helpOf([program = '', ...subcommand]: readonly string[]): Promise<string> {
  const binary = program === 'helm' ? await pinnedHelm() : await findKubectl();
  const { code, stdout, stderr } = await run(binary, [...subcommand, '--help']);
  if (code !== 0) throw new Error(`${program} ${subcommand.join(' ')}: ${stderr}`);
  const shared = program === 'kubectl' ? (await run(binary, ['options'])).stdout : '';
  return `${stdout}\n${shared}`;
}

async function usageOf(script: string): Promise<string> {
  const [program = '', ...args] = script.split(' ');
  const { stdout, stderr } = await run(program, [...args, '--help'], { cwd: ROOT, timeoutMs: 60_000 });
  return `${stdout}\n${stderr}`;
}
