import { describe, expect, test } from 'vitest';
import { compose } from './compose.ts';
import { withDefaults } from './defaults.ts';
import { library, workload } from './fixtures.ts';
import { checkDefaults, parseQuantity } from './quantity.ts';

describe('a quantity in billionths', () => {
  test.each([
    ['1', 1_000_000_000n],
    [2, 2_000_000_000n],
    ['100m', 100_000_000n],
    ['0.1', 100_000_000n],
    ['.5', 500_000_000n],
    ['1.', 1_000_000_000n],
    ['-3u', -3_000n],
    ['1Ki', 1024_000_000_000n],
    ['1.5Gi', 1_610_612_736_000_000_000n],
    ['2M', 2_000_000_000_000_000n],
    ['1e3', 1_000_000_000_000n],
    ['1E-3', 1_000_000n],
    ['1E', 1_000_000_000_000_000_000_000_000_000n],
    ['0.1n', 1n], // rounded up, as Kubernetes does
  ])('%s', (text, nanos) => {
    expect(parseQuantity(text)).toBe(nanos);
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
