import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { TableReporter } from '../tests/store/support/table-reporter.ts';

/**
 * The fault proofs at their full counts: on demand (`npm run test:faults`), two files at a time, 65 minutes.
 * Ends with a table.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/store/**/*.faults.ts'],
    env: { WAKHAN_FAULTS: 'full' },
    maxWorkers: 2,
    globalSetup: ['tests/store/support/programs-folder.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
    reporters: ['default', new TableReporter()],
  },
});
