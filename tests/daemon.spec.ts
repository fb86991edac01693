import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../generators/src/programs/run.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCES = [
  'package.json',
  'nx.json',
  'chartwright.yaml',
  'tsconfig.base.json',
  'tsconfig.json',
  'README.md',
];
const FOLDERS = ['schemas', 'generators', 'charts', 'tests/golden'];
const NOTE = 'charts/ollama/src/note.ts';

let copy: string;

/** A copy of this workspace with a daemon of its own, in which one definition takes a word from a file beside it. */
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'daemon-'));
  const isSource = (path: string) => !path.includes('node_modules');
  for (const name of [...SOURCES, ...FOLDERS])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter: isSource });
  mkdirSync(join(copy, 'node_modules/@chartwright'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== '@chartwright')
      symlinkSync(join(ROOT, 'node_modules', name), join(copy, 'node_modules', name));
  symlinkSync(join(copy, 'generators'), join(copy, 'node_modules/@chartwright/nx'));
  writeFileSync(join(copy, NOTE), "export const note = 'Ollama, as a file beside it says.';\n");
  edit('charts/ollama/src/chart.ts', /description:\s*'[^']*'/, 'description: note');
  edit('charts/ollama/src/chart.ts', /^/, "import { note } from './note.ts';\n");
  expect(await nx('sync')).toMatchObject({ code: 0 });
  expect(await nx('sync:check')).toMatchObject({ code: 0 });
  expect((await nx('daemon')).stdout).toContain('Process ID');
});

afterAll(async () => {
  await nx('daemon', '--stop');
  rmSync(copy, { recursive: true, force: true, maxRetries: 10 });
});

function nx(...words: readonly string[]) {
  return run('npx', ['nx', ...words], { cwd: copy, env: { NX_DAEMON: 'true', CI: '' }, timeoutMs: 250_000 });
}

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

it.each([
  ['a file that a definition imports', NOTE, 'a file beside it', 'another word', 'charts/ollama/Chart.yaml'],
  [
    'the generators',
    'generators/src/schema/json-text.ts',
    /WIDTH = \d+/,
    'WIDTH = 99',
    'charts/redis/values.schema.json',
  ],
  [
    'the port of another chart',
    'charts/ollama/src/chart.ts',
    '11434',
    '11435',
    'charts/langchain-api/templates/_connections.tpl',
  ],
] as const)('a daemon that runs sees an edit of %s', async (_what, file, from, to, stale) => {
  const before = readFileSync(join(copy, file), 'utf8');
  edit(file, from, to);
  const { code, stdout, stderr } = await nx('sync:check');
  expect({ code, said: stdout + stderr }).toEqual({ code: 1, said: expect.stringContaining(stale) });
  writeFileSync(join(copy, file), before);
  expect(await nx('sync:check')).toMatchObject({ code: 0 });
});
