import { availableParallelism, totalmem } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/slowest-first.ts';

/** Specs beside features: many, small, and alike. */
const FEATURES = 'generators/src/features/*/**/*.spec.ts';

/** Memory for four workers, each with its cluster and what one of its files runs at once. */
const PLENTY = 12 * 1024 ** 3;

/** Groups of specs; targets of the Nx project `tests` run them, `features` with `unit`. */
const groups = {
  unit: ['generators/src/**/*.spec.ts', 'tools/**/*.spec.ts', 'tests/*.spec.ts'],
  features: [FEATURES],
  render: ['tests/render/**/*.spec.ts'],
  scripts: ['tests/scripts/**/*.spec.ts'],
  cluster: ['tests/cluster/**/*.spec.ts'],
};

/** Their files share the modules of a worker, which takes a sixth off the work, and those of clusters a control plane. */
const SHARING = ['unit', 'features', 'render', 'cluster'];

export default defineConfig({
  test: {
    projects: Object.entries(groups).map(([name, include]) => ({
      extends: true,
      test: {
        name,
        include,
        exclude: name === 'unit' ? [FEATURES] : [],
        isolate: !SHARING.includes(name),
      },
    })),
    globalSetup: 'tests/temporary-folder.ts',
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // Specs of clusters and scripts wait half of their time.
    maxWorkers: Math.min(availableParallelism() + (totalmem() < PLENTY ? 1 : 2), 5),
    sequence: { sequencer: SlowestFirst },
  },
});
