import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestOf } from './manifest.ts';

test('the first release of the package is for everybody, which npm does not take for granted of a scope', async () => {
  const source = join(import.meta.dirname, '../../generators/package.json');
  const built = manifestOf(JSON.parse(await readFile(source, 'utf8')));
  expect(built).toMatchObject({ name: '@chartwright/nx', publishConfig: { access: 'public' } });
  expect(built).not.toHaveProperty('private');
});
