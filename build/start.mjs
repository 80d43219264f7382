#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { buildAll } from './build.mjs';
import { setup } from './setup.mjs';
import { launch } from './setup/launch.mjs';
import { distFolder, projectRoot } from './setup/paths.mjs';
import { fail } from './setup/progress.mjs';

/** Sets up, builds what changed, opens the window and answers the program's exit code. */
export async function start(args) {
  const runtime = await setup();
  await buildAll();
  const app = process.env.WAKHAN_DIST ? distFolder : projectRoot;
  return launch(runtime, [app, ...args]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.exitCode = await start(process.argv.slice(2));
  } catch (error) {
    fail(error);
  }
}
