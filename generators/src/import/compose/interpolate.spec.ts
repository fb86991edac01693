// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose
import { expect, it } from 'vitest';
import { resolved, segmentsOf, variablesIn } from './interpolate.ts';

const values = new Map([
  ['SET', 'yes'],
  ['EMPTY', ''],
]);

it.each([
  ['plain', 'plain'],
  ['a$SET-b', 'ayes-b'],
  ['${SET}', 'yes'],
  ['$$SET costs $$1', '$SET costs $1'],
  ['${GONE}', ''],
  ['${SET:-no}${EMPTY:-no}${GONE:-no}', 'yesnono'],
  ['${SET-no}${EMPTY-no}${GONE-no}', 'yesno'],
  ['${SET:+on}${EMPTY:+on}${GONE:+on}', 'on'],
  ['${SET+on}${EMPTY+on}${GONE+on}', 'onon'],
  ['${SET:?say it}${SET?say it}', 'yesyes'],
  ['${GONE:-${SET}}/${GONE:-${GONE:-deep$$}}', 'yes/deep$'],
  ['redis://:${GONE:-pass}@redis:${PORT:-6379}/1', 'redis://:pass@redis:6379/1'],
])('%s becomes %s', (text, expected) => {
  const segments = segmentsOf(text);
  expect(segments && resolved(segments, values)).toBe(expected);
});

it.each(['$', '${', '${}', '${1}', '${A', '${A:x}', '${A:-${B}', '$9'])('%s is refused', (text) => {
  expect(segmentsOf(text)).toBeUndefined();
});

it('names variables within defaults', () => {
  const found = variablesIn(segmentsOf('${A:-${B:-c}}$D') ?? []);
  expect(found.map(({ name, operator }) => `${name}${operator}`)).toEqual(['A:-', 'B:-', 'D']);
});
