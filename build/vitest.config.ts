import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The room that keeps nothing and touches nothing outside: its tests find it as the last one left it. */
const PURE = 'tests/data/**/*.test.ts';

/** Unit tests: everything under tests/ that drives no window. Run by build/test.mjs. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [svelte({ configFile: false })],
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['data/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      reportsDirectory: 'coverage',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          // The fault proofs run here too, with small counts.
          include: ['tests/**/*.test.ts', 'tests/build/*.test.mjs', 'tests/store/*.faults.ts'],
          exclude: ['tests/app/**', 'tests/bench/**', PURE],
        },
      },
      // In one process without starting over: loading its modules for each file again took a third of the time.
      { extends: true, test: { name: 'data', include: [PURE], isolate: false } },
    ],
  },
});
