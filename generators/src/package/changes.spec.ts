import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withChanges } from './changes.ts';

const MANIFEST =
  '# generated\nname: web\nversion: 1.1.0\nannotations:\n  artifacthub.io/license: Apache-2.0\n';
const CHANGELOG = `# 1.1.0 (2026-11-29)

### 🚀 Features

- **web:** takes [another port](https://example.test/1) ([abc1234](https://example.test/abc1234))

### 🩹 Fixes

- ends at once

### 🧱 Updated Dependencies

- Updated redis to 0.2.0

### ❤️ Thank You

- Somebody

## 1.0.0 (2026-11-01)

### 🚀 Features

- the first
`;

test('what a version changes stands in its Chart.yaml', () => {
  const text = withChanges(MANIFEST, CHANGELOG);
  expect(text.startsWith('# generated\nname: web\n')).toBe(true);
  expect(parse(parse(text).annotations['artifacthub.io/changes'])).toEqual([
    { kind: 'added', description: 'web: takes another port' },
    { kind: 'fixed', description: 'ends at once' },
    { kind: 'changed', description: 'Updated redis to 0.2.0' },
  ]);
});

test('a version that the changelog does not have changes nothing', () => {
  expect(withChanges(MANIFEST.replace('1.1.0', '1.1.1'), CHANGELOG)).toBe(MANIFEST.replace('1.1.0', '1.1.1'));
});
