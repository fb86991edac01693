import { expect, test } from 'vitest';
import { parseQuantity } from './quantity.ts';

test.each([
  ['250m', 0.25],
  ['0.1', 0.1],
  [2, 2],
  ['1e3', 1000],
  ['512Mi', 512 * 2 ** 20],
  ['16331237Ki', 16331237 * 1024],
  ['-1500m', -1.5],
  ['2 GB', undefined],
  ['', undefined],
])('%s is %s', (quantity, expected) => {
  expect(parseQuantity(quantity)).toBe(expected);
});
