import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cached, cacheFolder } from './cache.ts';

const before = process.env.XDG_CACHE_HOME;
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'chartwright-cache-'));
  process.env.XDG_CACHE_HOME = root;
});

afterEach(async () => {
  if (before === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = before;
  await rm(root, { recursive: true, force: true });
});

test('makes a folder once for all who ask at the same time', async () => {
  let made = 0;
  const make = async (folder: string) => {
    made += 1;
    await sleep(50);
    await writeFile(join(folder, 'tool'), 'works');
  };
  const folders = await Promise.all([1, 2, 3].map(() => cached('tool/1.0', make)));
  expect(made).toBe(1);
  expect(new Set(folders)).toEqual(new Set([join(cacheFolder(), 'tool/1.0')]));
  expect(await readFile(join(root, 'chartwright/tool/1.0/tool'), 'utf8')).toBe('works');
});

test('a failure leaves nothing behind and the next one starts anew', async () => {
  const broken = async (folder: string) => {
    await writeFile(join(folder, 'half'), '');
    throw new Error('no network');
  };
  await expect(cached('tool/1.0', broken)).rejects.toThrow('no network');
  expect(await readdir(join(root, 'chartwright/tool'))).toEqual([]);
  await cached('tool/1.0', async () => undefined);
  expect(await readdir(join(root, 'chartwright/tool'))).toEqual(['1.0']);
});

test('the lock of a process that is gone does not hold anyone up', async () => {
  const lock = join(root, 'chartwright/tool/1.0.lock');
  await mkdir(lock, { recursive: true });
  await writeFile(join(lock, 'pid'), '4194305');
  await cached('tool/1.0', async () => undefined);
  expect(await readdir(join(root, 'chartwright/tool'))).toEqual(['1.0']);
});
