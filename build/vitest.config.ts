import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { pdfLibrary } from './bundle/pdf-library.mjs';

/** Rooms whose tests leave nothing in their process that the next file would find. */
const TIDY = [
  'tests/data/**/*.test.ts',
  'tests/renderer/**/*.test.ts',
  'tests/electron/**/*.test.ts',
];

/** Unit tests: everything under tests/ that drives no window. Run by build/test.mjs. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [svelte({ configFile: false }), pdfLibrary()],
  test: {
    maxWorkers: 2,
    // Changed as it is for the bundles.
    server: { deps: { inline: [/pdfjs-dist/] } },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    globalSetup: ['tests/store/support/programs-folder.ts'],
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
          name: 'proofs',
          // The fault proofs run here too, with small counts.
          include: ['tests/**/*.test.ts', 'tests/build/*.test.mjs', 'tests/store/*.faults.ts'],
          exclude: ['tests/app/**', 'tests/bench/**', ...TIDY],
        },
      },
      // In one process without starting over: loading the modules again for each file took half of the time.
      { extends: true, test: { name: 'rooms', include: TIDY, isolate: false } },
    ],
  },
});
