import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/slowest-first.ts';

export default defineConfig({
  test: {
    include: ['generators/src/**/*.spec.ts', 'tools/**/*.spec.ts', 'tests/**/*.spec.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // Specs of clusters and scripts wait a third of their time; more at once need a gigabyte each.
    maxWorkers: Math.min(availableParallelism() + 1, 5),
    sequence: { sequencer: SlowestFirst },
  },
});
