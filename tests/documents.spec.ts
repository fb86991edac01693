import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { load } from '../generators/src/generate.ts';
import { findKubectl, pinnedHelm } from '../generators/src/programs/helm.ts';
import { run } from '../generators/src/programs/run.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...globSync('docs/*.md', { cwd: ROOT }),
  ...globSync('{tools,charts,tests}/**/README.md', {
    cwd: ROOT,
    exclude: (name) => name.includes('node_modules'),
  }),
];

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');

  it('names only npm scripts that there are', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    const named = [...text.matchAll(/npm run ([a-z][a-z:-]*)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to files that there are', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !link.includes('://'));
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });
});

describe('commands that a person types', () => {
  const typed = [
    ...globSync('docs/*.md', { cwd: ROOT }),
    ...globSync('charts/*/README.md', { cwd: ROOT }),
  ].flatMap((page) =>
    commandsIn(readFileSync(join(ROOT, page), 'utf8')).map((command) => [page, command] as const),
  );
  const helps = new Map<string, Promise<string>>();

  it('have flags that Helm and kubectl know', { timeout: 300_000 }, async () => {
    const unknown: string[] = [];
    for (const [page, command] of typed) {
      // What follows a lone -- is another program's.
      const [own = ''] = command.split(' -- ');
      const [program = '', ...rest] = own.split(/\s+/);
      const subcommand = rest.slice(0, NESTED.test(command) ? 2 : 1);
      const key = `${program} ${subcommand.join(' ')}`;
      const text = helps.get(key) ?? helpOf(program, subcommand);
      helps.set(key, text);
      const flags = rest.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0] ?? '');
      const known = await text;
      unknown.push(
        ...flags.filter((flag) => !known.includes(flag)).map((flag) => `${page}: ${command}: ${flag}`),
      );
    }
    expect(typed.length).toBeGreaterThan(20);
    expect(unknown).toEqual([]);
  });

  it('name presets, packages and members that there are', async () => {
    const { umbrellas } = await load(ROOT);
    const [umbrella] = umbrellas;
    const files = typed.flatMap(([page, command]) =>
      [...command.matchAll(/ ((?:presets|packages)\/[a-z0-9-]+\.yaml)/g)].map(
        ([, file = '']) => `${page}: ${file}`,
      ),
    );
    const there = (entry: string) => {
      const [page = '', file = ''] = entry.split(': ');
      const chart = /^charts\/([a-z0-9-]+)\//.exec(page)?.[1] ?? '*';
      return globSync(join(chart, file), { cwd: join(ROOT, 'charts') }).length > 0;
    };
    expect(files.filter((entry) => !there(entry))).toEqual([]);
    const operations = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
    const named = [
      ...operations.matchAll(
        /service\/ai-([a-z-]+)|global\.members\.([a-z-]+)\.|app.kubernetes.io\/name=([a-z-]+)/g,
      ),
    ].map(([, service, member, label]) => service ?? member ?? label ?? '');
    const known = [umbrella?.name, ...(umbrella?.members ?? []).map(({ name }) => name)];
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});

/** Lines of shell blocks that run Helm or kubectl. */
function commandsIn(text: string): readonly string[] {
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => /^(helm|kubectl) /.test(line));
}

/** Subcommands that have subcommands. */
const NESTED = /^(kubectl create job|helm (dependency|registry|repo)) /;

async function helpOf(program: string, subcommand: readonly string[]): Promise<string> {
  const binary = program === 'helm' ? await pinnedHelm() : await findKubectl();
  const { code, stdout, stderr } = await run(binary, [...subcommand, '--help']);
  if (code !== 0) throw new Error(`${program} ${subcommand.join(' ')}: ${stderr}`);
  const shared = program === 'kubectl' ? (await run(binary, ['options'])).stdout : '';
  return `${stdout}\n${shared}`;
}

describe('CONTRIBUTING.md', () => {
  it('names only folders that there are', () => {
    const rows = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const folders = rows.map((row) => row.split('`')[1] ?? '').filter((folder) => !folder.includes('NAME'));
    expect(folders.length).toBeGreaterThan(5);
    expect(folders.filter((folder) => !existsSync(join(ROOT, folder)))).toEqual([]);
  });
});
