import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { needsDisplay, startDisplay } from './display.mjs';
import { isRoot } from './paths.mjs';
import { say } from './progress.mjs';
import { withSandbox } from './sandbox.mjs';

/**
 * Runs Electron to its end, on a virtual display where there is none, and answers its exit code.
 * Signals that stop us are passed on, so that the program can close its case first.
 * @param {import('./electron-runtime.mjs').Runtime} runtime
 * @param {string[]} args the app folder first
 */
export async function launch(runtime, args) {
  // Chromium refuses its sandbox to root, so root gets the program without it, and is told.
  if (!isRoot) return withSandbox(runtime, () => runElectron(runtime.path, args));
  say(
    'warning: running as root, so WITHOUT the Chromium sandbox; use an ordinary user for real work',
  );
  return runElectron(runtime.path, ['--no-sandbox', ...args]);
}

async function runElectron(electron, args) {
  const display = needsDisplay() ? await startDisplay() : null;
  const env = { ...process.env, ...display?.env };
  delete env.ELECTRON_RUN_AS_NODE;
  try {
    const child = spawn(electron, args, { stdio: 'inherit', env });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => child.kill(signal));
    const [code] = await once(child, 'exit');
    return code ?? 1;
  } finally {
    await display?.stop();
  }
}
