import { expect, test } from 'vitest';
import { dependencyMoves } from './dependency-moves.ts';

test('charts inside that come in another version', () => {
  const manifest = (...versions: readonly string[]) =>
    `name: web\ndependencies:\n${versions.map((line) => `  - { ${line} }\n`).join('')}`;
  const before = manifest('name: a, version: 0.1.0', 'name: b, version: 0.1.0', 'name: c, version: 1.2.3');
  const now = manifest(
    ...['name: a, version: 0.1.1', 'name: b, version: 0.2.0', 'name: c, version: 1.3.0'],
    'name: d, version: 0.1.0',
  );
  expect(dependencyMoves(before, now)).toEqual([
    'a 0.1.0 → 0.1.1',
    'b 0.1.0 → 0.2.0 (breaking)',
    'c 1.2.3 → 1.3.0',
    'd 0.1.0',
  ]);
  expect(dependencyMoves(before, before)).toEqual([]);
  expect(dependencyMoves('name: web\n', 'name: web\n')).toEqual([]);
});
