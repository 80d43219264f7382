#!/usr/bin/env node
/**
 * `npx wakhan`: with a command, the command line; without one, the window. A built command line is
 * loaded at once, with no checks: it must answer within half a second.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { distFolder, projectRoot } from './setup/paths.mjs';
import { fail } from './setup/progress.mjs';

const cli = join(distFolder, 'cli/cli.js');

try {
  if (process.argv.length <= 2) await openWindow();
  else await runCommand();
} catch (error) {
  fail(error);
}

async function openWindow() {
  const { start } = await import('./start.mjs');
  process.exitCode = await start([]);
}

async function runCommand() {
  if (!existsSync(cli)) {
    const { setup } = await import('./setup.mjs');
    const { buildAll } = await import('./build.mjs');
    await setup();
    await buildAll();
  }
  await offerElectron();
  const { run } = await import(pathToFileURL(cli).href);
  process.exitCode = await run(process.argv.slice(2));
}

/** Exporting a PDF needs Electron: says which script runs it, and where it is if it is ready. */
async function offerElectron() {
  process.env.WAKHAN_ELECTRON_LAUNCHER = join(projectRoot, 'build/electron.mjs');
  if (process.env.WAKHAN_ELECTRON) return;
  const { guessRuntime } = await import('./setup/electron-runtime.mjs');
  const path = guessRuntime();
  if (path !== null) process.env.WAKHAN_ELECTRON = path;
}
