import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['generators/src/**/*.spec.ts', 'tools/**/*.spec.ts', 'tests/**/*.spec.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // Specs start Helm, shells and whole control planes: more of them at once only make each other late.
    maxWorkers: 2,
  },
});
