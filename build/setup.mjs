#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { checkNode, ensureDependencies } from './setup/dependencies.mjs';
import { ensureSystemLibraries } from './setup/system-libraries.mjs';
import { needsDisplay } from './setup/display.mjs';
import { fail, say } from './setup/progress.mjs';

/**
 * Brings a fresh machine to where the program can run, and does nothing on one that is there:
 * npm dependencies, system libraries, the Electron runtime. Safe to repeat, to run twice at once
 * and to interrupt.
 * @returns {Promise<import('./setup/electron-runtime.mjs').Runtime>} the Electron to use
 */
export async function setup() {
  // The unprivileged user of the end-to-end tests must be able to read what root prepares.
  process.umask(0o022);
  checkNode();
  await ensureDependencies();
  await ensureSystemLibraries({ display: needsDisplay() });
  // Imported only now: it needs npm packages.
  const { resolveRuntime } = await import('./setup/electron-runtime.mjs');
  return resolveRuntime();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const runtime = await setup();
    if (process.argv.includes('--print-electron')) console.log(runtime.path);
    else say(`ready: Electron ${runtime.version} (${runtime.source}) in ${runtime.folder}`);
  } catch (error) {
    fail(error);
  }
}
