import { expect, test } from 'vitest';
import { versionIn, withVersion } from './version-text.ts';

const DEFINITION = `import { defineChart } from '@chartwright/nx/define';
// defineChart({ version: '8.8.8' }) would be another one.
export default defineChart({
  name: 'queue',
  // It was version: '9.9.9', once.
  description: 'Says { version: "7.7.7" }, and it\\'s not it',
  subcharts: { mq: { version: '1.2.3', values: { version: 'x' } } },
  files: [\`version: '6.6.6' }\`],
  version: '0.3.0', // Bumped by a release.
  other: { version: '5.5.5' },
});
`;

test("a definition's own version is read and replaced, wherever others stand", () => {
  expect(versionIn(DEFINITION, 'chart.ts')).toBe('0.3.0');
  expect(withVersion(DEFINITION, '0.4.0', 'chart.ts')).toBe(DEFINITION.replace("'0.3.0'", "'0.4.0'"));
});

test.each([
  ['none', "defineChart({ name: 'a', subcharts: { mq: { version: '1.2.3' } } })"],
  ['one that is computed', "defineChart({ name: 'a', version: '1.' + minor })"],
  ['one of another object', "defineChart({ name: 'a' }); const other = { version: '1.2.3' };"],
  ['one of a template', 'defineChart({ version: `1.2.3` })'],
])('a version that is not written out is refused: %s', (_, text) => {
  expect(() => withVersion(text, '2.0.0', 'chart.ts')).toThrow("chart.ts: there is no version: '…'");
});
