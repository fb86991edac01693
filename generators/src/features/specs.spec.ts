import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadFeatures } from './load.ts';

const FEATURES = dirname(fileURLToPath(import.meta.url));

test('every feature has a spec beside it that gives all its values', async () => {
  const folders = (await loadFeatures([FEATURES])).map(({ folder }) => folder);
  const lacking = folders.filter((folder) => {
    const spec = join(folder, `${basename(folder)}.spec.ts`);
    return !existsSync(spec) || !/^coversFeature\(import\.meta\.url/m.test(readFileSync(spec, 'utf8'));
  });
  expect(lacking).toEqual([]);
});

test('the folder of a feature has its name, and one of connections what stands behind that word', async () => {
  const loaded = await loadFeatures([FEATURES]);
  const folders = [...new Set(loaded.map(({ folder }) => folder))];
  const named = new Set(
    loaded.map(({ name }) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
  );
  const isNamed = (name: string) => named.has(name) || named.has(`connection-${name}`);
  expect(folders.filter((folder) => !isNamed(basename(folder)))).toEqual([]);
});
