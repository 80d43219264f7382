import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';

const REPORT = join(projectRoot, 'test-results/unit.json');

/** Unit tests; with the coverage report when all of them run. `args` go to Vitest. */
export async function unit({ args, env }) {
  await rm(REPORT, { force: true });
  const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const coverage = args.length === 0 ? ['--coverage'] : [];
  const options = ['run', '--config', 'build/vitest.config.ts', ...reporters, ...coverage, ...args];
  const code = await run(process.execPath, [vitest, ...options], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { ok: code === 0, ...(await readCounts()) };
}

/** A test file that did not even load has no tests in the report: it counts as one failure. */
async function readCounts() {
  const report = await readFile(REPORT, 'utf8').then(JSON.parse, () => null);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
