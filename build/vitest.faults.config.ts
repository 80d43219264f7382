import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { TableReporter } from '../tests/store/support/table-reporter.ts';

/**
 * The fault proofs at their full counts: about 80 minutes, on demand (`npm run test:faults`), one file
 * after the other, so that their times can be read. Ends with a table.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/store/**/*.faults.ts'],
    env: { WAKHAN_FAULTS: 'full' },
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
    reporters: ['default', new TableReporter()],
  },
});
