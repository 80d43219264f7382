import { app } from 'electron';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '#data/words/say.ts';
import { HEADLESS, lacksScreen } from './headless.ts';
import { launchUtility } from './background/launch-utility.ts';
import { fileLog } from './log.ts';
import { secureApp } from './security/security.ts';
import { temporaryName } from './storage/disk/temporary-name.ts';
import { storageError } from './storage/disk/storage-error.ts';

/** Commands with work in the background: in a utility process, which works only once Electron is ready. */
const withChromium: ReadonlySet<string> = new Set([
  ...['import', 'reanchor', 'backup', 'pack', 'unpack', 'export'],
]);

/** Signals that are passed on to the program that does the work. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs one call of the command line in Electron, and ends. To be awaited by the main module, which keeps
 * Electron from getting ready: most commands need nothing of Chromium, least of all a screen. The others go
 * on after this returns.
 */
export async function startCommand(args: readonly string[], dist: string): Promise<void> {
  const name = args.find((arg) => !arg.startsWith('-')) ?? '';
  if (!withChromium.has(name)) {
    const { run } = await import('./cli/cli.ts');
    app.exit(await run(args));
  } else if (lacksScreen()) app.exit(await startHeadless());
  else startInChromium(name, args, dist);
}

/** The same once more without a screen: by now Chromium has been told already that there is one. */
function startHeadless(): Promise<number> {
  const child = spawn(process.execPath, [HEADLESS, ...process.argv.slice(1)], { stdio: 'inherit' });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Beside a program that may be running: Chromium gets a folder for itself, which goes at the end. */
function startInChromium(name: string, args: readonly string[], dist: string): void {
  const userData = join(tmpdir(), temporaryName('chromium'));
  try {
    mkdirSync(userData, { mode: 0o700 });
  } catch (error) {
    const { message } = storageError(error, say('doing.makeTemporary'), userData);
    process.stderr.write(`wakhan: ${message}\n`);
    return app.exit(1);
  }
  process.on('exit', () => rmSync(userData, { recursive: true, force: true, maxRetries: 3 }));
  app.setPath('userData', userData);
  app.disableHardwareAcceleration();
  secureApp(fileLog(userData));
  const launch = launchUtility(join(dist, 'main', 'worker.js'), `Wakhan ${name}`);
  void app.whenReady().then(async () => {
    const { run } = await import('./cli/cli.ts');
    app.exit(await run(args, process, launch));
  });
}
