#!/usr/bin/env node
/**
 * Runs Electron with the given arguments: prepared first if need be, on a virtual display where
 * there is none. The command line starts it for what only a browser can do (PDF).
 */
import { setup } from './setup.mjs';
import { launch } from './setup/launch.mjs';
import { fail } from './setup/progress.mjs';

try {
  const runtime = await setup();
  process.exitCode = await launch(runtime, process.argv.slice(2));
} catch (error) {
  fail(error);
}
