import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = process.env.WAKHAN_TEST_OUTPUT ?? join(root, 'test-results');

/**
 * End-to-end tests in the real window. Run by build/test.mjs, which brings the Electron, the
 * display and, for root, an unprivileged user who owns the results folder.
 */
export default defineConfig({
  testDir: join(root, 'tests/app'),
  outputDir: join(results, 'app'),
  fullyParallel: true,
  workers: 2,
  // One retry on CI keeps a slow machine from hiding the rest; build/test.mjs reports each one.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: join(results, 'app.json') }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
