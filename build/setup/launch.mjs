import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { needsDisplay, startDisplay } from './display.mjs';
import { isRoot } from './paths.mjs';
import { say } from './progress.mjs';

/**
 * Runs Electron to its end, on a virtual display where there is none, and answers its exit code.
 * Signals that stop us are passed on, so that the program can close its case first.
 */
export async function launch(electron, args) {
  const display = needsDisplay() ? await startDisplay() : null;
  const env = { ...process.env, ...display?.env };
  delete env.ELECTRON_RUN_AS_NODE;
  try {
    const child = spawn(electron, [...sandboxArguments(), ...args], { stdio: 'inherit', env });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => child.kill(signal));
    const [code] = await once(child, 'exit');
    return code ?? 1;
  } finally {
    await display?.stop();
  }
}

/** Chromium refuses its sandbox to root, so root gets the program without it, and is told. */
function sandboxArguments() {
  if (!isRoot) return [];
  say(
    'warning: running as root, so WITHOUT the Chromium sandbox; use an ordinary user for real work',
  );
  return ['--no-sandbox'];
}
