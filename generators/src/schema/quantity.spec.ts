import { describe, expect, test } from 'vitest';
import { compose } from './compose.ts';
import { withDefaults } from './defaults.ts';
import { library, workload } from './fixtures.ts';
import { checkDefaults, parseQuantity } from './quantity.ts';

describe('a quantity as a number', () => {
  test.each([
    ['1', 1],
    [2, 2],
    ['100m', 0.1],
    ['0.1', 0.1],
    ['.5', 0.5],
    ['1.', 1],
    ['-3u', -0.000_003],
    ['-1500m', -1.5],
    ['1Ki', 1024],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['16331237Ki', 16331237 * 1024],
    ['2M', 2_000_000],
    ['1e3', 1000],
    ['1E-3', 0.001],
    ['1E', 1e18],
    ['0.1n', 1e-9], // rounded up, as Kubernetes does
  ])('%s', (text, amount) => {
    expect(parseQuantity(text)).toBe(amount);
  });

  test.each(['', '1 Gi', '1gi', '1KB', 'Gi', '1e', '1.5.2', '--1', '1e999'])('%j is none', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

describe('defaults', () => {
  const schema = compose([{ source: workload }, { source: workload, at: 'worker' }], library);

  test('a request may equal its limit in another unit', () => {
    const resources = { requests: { cpu: 2 }, limits: { cpu: '2000m' } };
    expect(() => checkDefaults(withDefaults(schema, { resources }, 'web'), 'web')).not.toThrow();
  });

  test('a request above its limit is named with its path', () => {
    const resources = { requests: { memory: '1Gi' }, limits: { memory: '1000Mi' } };
    expect(() => checkDefaults(withDefaults(schema, { worker: { resources } }, 'web'), 'web')).toThrow(
      'web: worker.resources.requests.memory is 1Gi, above its limit of 1000Mi. Lower the request or raise the limit.',
    );
  });
});
