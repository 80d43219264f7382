#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { buildAll } from './build.mjs';
import { setup } from './setup.mjs';
import { needsDisplay, startDisplay } from './setup/display.mjs';
import { distFolder, isRoot, projectRoot } from './setup/paths.mjs';
import { fail, say } from './setup/progress.mjs';

/** Sets up, builds what changed, opens the window and answers the program's exit code. */
export async function start(args) {
  const runtime = await setup();
  await buildAll();
  const display = needsDisplay() ? await startDisplay() : null;
  try {
    return await launch(runtime.path, args, display?.env ?? {});
  } finally {
    await display?.stop();
  }
}

async function launch(electron, args, displayEnv) {
  const env = { ...process.env, ...displayEnv };
  delete env.ELECTRON_RUN_AS_NODE;
  const app = process.env.WAKHAN_DIST ? distFolder : projectRoot;
  const child = spawn(electron, [...sandboxArguments(), app, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

/** Chromium refuses its sandbox to root, so root gets the program without it, and is told. */
function sandboxArguments() {
  if (!isRoot) return [];
  say(
    'warning: running as root, so WITHOUT the Chromium sandbox; use an ordinary user for real work',
  );
  return ['--no-sandbox'];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.exitCode = await start(process.argv.slice(2));
  } catch (error) {
    fail(error);
  }
}
