import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../generators/src/programs/run.ts';

let root: string;
const bootstrap = () => join(root, 'tools/bootstrap.mjs');
const start = (...args: string[]) => run(process.execPath, [bootstrap(), ...args], { timeoutMs: 50_000 });

/** A workspace whose only package brings a `node` that says so before it runs the real one. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'bootstrap-spec-'));
  await mkdir(join(root, 'tools'));
  await mkdir(join(root, 'brought'));
  await cp(join(import.meta.dirname, 'bootstrap.mjs'), bootstrap());
  const json = (path: string, value: unknown) => writeFile(join(root, path), JSON.stringify(value));
  await json('brought/package.json', { name: 'brought', version: '1.0.0', bin: { node: 'node.sh' } });
  await writeFile(
    join(root, 'brought/node.sh'),
    `#!/bin/sh\necho the brought node\nexec '${process.execPath}' "$@"\n`,
  );
  await chmod(join(root, 'brought/node.sh'), 0o755);
  await json('package.json', { name: 'stub', private: true, devDependencies: { brought: 'file:./brought' } });
  await json('package-lock.json', {
    name: 'stub',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'stub', devDependencies: { brought: 'file:./brought' } },
      brought: { version: '1.0.0', dev: true, bin: { node: 'node.sh' } },
      'node_modules/brought': { resolved: 'brought', link: true },
    },
  });
  await writeFile(
    join(root, 'tools/stub.ts'),
    `const [what, ...rest]: string[] = process.argv.slice(2);
if (what === 'fail') process.exit(3);
if (what === 'wait') { process.on('SIGTERM', () => { console.log('told to end'); process.exit(7); }); setInterval(() => undefined, 1000); console.log('ready'); }
else console.log(JSON.stringify({ rest, cwd: process.cwd(), path: process.env.PATH?.split(':')[0] }));`,
  );
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('the first run installs, also where dev packages are left out by default, and later runs do not', async () => {
  const first = await run(process.execPath, [bootstrap(), 'tools/stub.ts', 'echo', 'a b', '--c'], {
    env: { NODE_ENV: 'production', CI: 'true' },
    timeoutMs: 50_000,
  });
  expect(first.stderr).toContain('installing npm packages …');
  expect(first.code).toBe(0);
  const [said, printed = ''] = first.stdout.trim().split('\n').slice(-2);
  expect(said).toBe('the brought node');
  expect(JSON.parse(printed)).toEqual({
    rest: ['a b', '--c'],
    cwd: root,
    path: join(root, 'node_modules/.bin'),
  });
  expect((await start('tools/stub.ts', 'echo')).stderr).toBe('');
});

test('only a lockfile with other content makes it install again', async () => {
  const lock = join(root, 'package-lock.json');
  const later = new Date(Date.now() + 60_000);
  await utimes(lock, later, later);
  expect((await start('tools/stub.ts', 'echo')).stderr).toBe('');
  const text = await readFile(lock, 'utf8');
  await writeFile(lock, `${text}\n`);
  expect((await start('tools/stub.ts', 'echo')).stderr).toContain('installing npm packages: done');
});

test('the exit code and signals reach their ends', async () => {
  expect((await start('tools/stub.ts', 'fail')).code).toBe(3);
  const child = spawn(process.execPath, [bootstrap(), 'tools/stub.ts', 'wait'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString();
    if (out.endsWith('ready\n')) child.kill('SIGTERM');
  });
  const [code] = await once(child, 'close');
  expect({ code, out }).toEqual({ code: 7, out: 'the brought node\nready\ntold to end\n' });
});

test('without a script it says how to call it', async () => {
  expect(await start()).toMatchObject({
    code: 2,
    stderr: 'usage: node tools/bootstrap.mjs <script.ts> [arguments]\n',
  });
});

test('a failed install says what to do and leaves no sign of success', async () => {
  await rm(join(root, 'node_modules'), { recursive: true });
  await writeFile(join(root, 'package-lock.json'), '{ not json');
  await writeFile(join(root, 'package.json'), '{ not json');
  const { code, stderr } = await start('tools/stub.ts', 'echo');
  expect(code).not.toBe(0);
  expect(stderr).toContain(`Then run "npm ci" in ${root} and try again.`);
  await expect(stat(join(root, 'node_modules/.package-lock.json'))).rejects.toThrow('ENOENT');
});
