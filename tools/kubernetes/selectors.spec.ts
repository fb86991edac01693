import { expect, test } from 'vitest';
import { hasLabels, holds, selects } from './selectors.ts';

const labels = { app: 'web', memory: '16' };

test.each([
  [undefined, false],
  [null, false],
  [{}, true],
  [{ matchLabels: { app: 'web' } }, true],
  [{ matchLabels: { app: 'web', track: 'a' } }, false],
  [{ matchLabels: { app: 'web' }, matchExpressions: [{ key: 'track', operator: 'Exists' }] }, false],
])('the selector %j', (selector, expected) => {
  expect(selects(selector, labels)).toBe(expected);
});

test.each([
  ['app', 'In', ['api', 'web'], true],
  ['track', 'In', ['a'], false],
  ['app', 'NotIn', ['api'], true],
  ['app', 'NotIn', ['web'], false],
  ['track', 'NotIn', ['a'], true],
  ['app', 'Exists', [], true],
  ['track', 'Exists', [], false],
  ['track', 'DoesNotExist', [], true],
  ['app', 'DoesNotExist', [], false],
  ['memory', 'Gt', ['8'], true],
  ['memory', 'Gt', ['16'], false],
  ['memory', 'Lt', ['32'], true],
  ['track', 'Lt', ['32'], false],
  ['app', 'Like', ['web'], false],
])('%s %s %j', (key, operator, values, expected) => {
  expect(holds({ key, operator, values }, labels)).toBe(expected);
});

test('labels have all of some others', () => {
  expect(hasLabels(labels, { app: 'web' })).toBe(true);
  expect(hasLabels(labels, {})).toBe(true);
  expect(hasLabels({ app: 'web' }, labels)).toBe(false);
});
