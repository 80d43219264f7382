import { join } from 'node:path';
import { needsDisplay, startDisplay } from '../setup/display.mjs';
import { isRoot, projectRoot } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { withSandbox } from '../setup/sandbox.mjs';

/**
 * The fault proofs at their full counts, some of which need root (mounting), strace, libfaketime and
 * a display; those that cannot run say so. `args` go to Vitest.
 */
export async function faults({ args, runtime, env }) {
  const display = needsDisplay() ? await startDisplay() : null;
  try {
    const play = () => vitest(args, { ...env, ...display?.env });
    // Root has no sandbox to prepare: the program is then started without it.
    const code = await (isRoot ? play() : withSandbox(runtime, play));
    return { ok: code === 0 };
  } finally {
    await display?.stop();
  }
}

function vitest(args, env) {
  const cli = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const options = ['run', '--config', 'build/vitest.faults.config.ts', ...args];
  return run(process.execPath, [cli, ...options], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
