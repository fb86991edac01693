import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { npmKey, npmSets } from './npm.ts';

const folder = join(import.meta.dirname, 'npm');

test('every set has a folder, and a key of its own', async () => {
  expect(readdirSync(folder).toSorted()).toEqual([...npmSets].toSorted());
  expect(new Set(await Promise.all(npmSets.map(npmKey))).size).toBe(npmSets.length);
});

test.each(npmSets)('%s pins every package by its digest, and names no registry', (name) => {
  const lock: { packages: Record<string, { integrity?: string; resolved?: string }> } = JSON.parse(
    readFileSync(join(folder, name, 'package-lock.json'), 'utf8'),
  );
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.length).toBeGreaterThan(0);
  expect(packages.filter(([, { integrity, resolved }]) => !integrity || resolved)).toEqual([]);
});
