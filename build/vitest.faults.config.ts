import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The fault proofs at their full counts: minutes to an hour, on demand (`npm run test:faults`). */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/store/**/*.faults.ts'],
    env: { WAKHAN_FAULTS: 'full' },
    maxWorkers: 2,
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
  },
});
