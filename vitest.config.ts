import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['generators/src/**/*.spec.ts', 'tools/**/*.spec.ts', 'tests/**/*.spec.ts'], testTimeout: 60_000 },
});
