import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { needsDisplay, startDisplay } from '../setup/display.mjs';
import { isRoot, projectRoot } from '../setup/paths.mjs';
import { say } from '../setup/progress.mjs';
import { run } from '../setup/run.mjs';
import { withSandbox } from '../setup/sandbox.mjs';
import { becomeUnprivileged, ourPlaces } from './unprivileged.mjs';

const RESULTS = join(projectRoot, 'test-results');

/**
 * End-to-end tests in real windows with the Chromium sandbox on. Root cannot have that sandbox, so
 * for root they run as a user made for it, on copies where that user cannot look into the
 * checkout; what they leave comes back to test-results/. `args` go to Playwright.
 */
export async function app({ args, runtime }) {
  const person = isRoot ? await becomeUnprivileged() : ourselves();
  const display = needsDisplay() ? await startDisplay(person) : null;
  try {
    await rm(join(person.results, 'app.json'), { force: true });
    const play = () => playwright(person, runtime, args, display?.env);
    const code = await withSandbox(runtime, play, person.asUser);
    return { ok: code === 0, ...(await readCounts(person.results)) };
  } finally {
    await display?.stop();
    await bringBack(person.results);
    await person.leave();
  }
}

function playwright(person, runtime, args, displayEnv) {
  const cli = join(person.root, 'node_modules/@playwright/test/cli.js');
  const test = [person.node, cli, 'test', '-c', 'build/playwright.config.ts', ...args];
  const [command, ...rest] = person.asUser(test);
  return run(command, rest, {
    cwd: person.root,
    env: {
      ...process.env,
      ...person.env,
      ...displayEnv,
      ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
      WAKHAN_ELECTRON: runtime.path,
      WAKHAN_TEST_OUTPUT: person.results,
      WAKHAN_APP: person.app,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function ourselves() {
  return {
    asUser: (command) => command,
    ...ourPlaces(),
    env: {},
    node: process.execPath,
    results: RESULTS,
    leave: async () => {},
  };
}

async function bringBack(results) {
  if (results === RESULTS) return;
  await mkdir(RESULTS, { recursive: true });
  await rm(join(RESULTS, 'app'), { recursive: true, force: true });
  await cp(results, RESULTS, { recursive: true });
}

async function readCounts(results) {
  const report = await readFile(join(results, 'app.json'), 'utf8').then(JSON.parse, () => null);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (flaky > 0) say(`${flaky} end-to-end test(s) passed only on a second try: see the list above`);
  // Errors outside any test (a file that does not load) fail the run without a count of their own.
  const failed = unexpected + (unexpected === 0 ? report.errors.length : 0);
  return { passed: expected + flaky, failed, skipped };
}
