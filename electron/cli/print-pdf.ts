import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#data/errors.ts';
import type { PrintPage } from '#data/formats/report/render-html.ts';
import { say } from '#data/words/say.ts';
import { HEADLESS, lacksScreen } from '../headless.ts';
import { PRINT_SWITCH } from '../launch.ts';
import { answerIn, writeRequest } from '../print/print-wire.ts';
import { temporaryName } from '../storage/disk/temporary-name.ts';
import { programFolder } from '../version.ts';

/** How much of what a failed printing said is told, in code units. */
const TOLD = 500;
/** Milliseconds after which a printing that does not end is stopped. */
const TIME = 120_000;

/**
 * Prints a report as PDF: only a browser can, so the program starts itself in Electron for it.
 * The page goes there and the PDF comes back through pipes: no word of it is written anywhere. Throws
 * `export-failed` when there is no Electron or it fails, and the reason of the signal.
 */
export async function printPdf(page: PrintPage, signal: AbortSignal): Promise<Uint8Array> {
  const [command, ...args] = electronCommand();
  const userData = join(tmpdir(), temporaryName('chromium'));
  await mkdir(userData, { mode: 0o700 });
  try {
    const child = spawn(command, [...args, PRINT_SWITCH, userData], {
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: TIME,
    });
    const stop = (): void => void child.kill();
    signal.addEventListener('abort', stop);
    const { code, out, said } = await finished(child, page);
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
    const pdf = code === 0 ? answerIn(out) : undefined;
    if (!pdf) throw failed(said);
    return pdf;
  } finally {
    await rm(userData, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What Electron is told on the way in a place without a screen, or for a user without a sandbox. */
function electronSwitches(): string[] {
  const kept = process.argv.filter((arg) => arg === '--no-sandbox' || arg === HEADLESS);
  return lacksScreen() ? [HEADLESS, ...kept] : kept;
}

/**
 * The packaged program prints itself; in development a script prepares and starts Electron, and finds it a
 * screen.
 */
function electronCommand(): [string, ...string[]] {
  if (process.versions.electron && !process.defaultApp) {
    return [process.execPath, ...electronSwitches()];
  }
  const app = programFolder();
  const { WAKHAN_ELECTRON_LAUNCHER: launcher, WAKHAN_ELECTRON: electron } = process.env;
  if (app !== undefined) {
    if (launcher) return [process.execPath, launcher, app];
    if (electron) return [electron, ...electronSwitches(), app];
  }
  throw new AppError('export-failed', say('command.noElectron'));
}

interface Finished {
  code: number | null;
  /** Everything on stdout, and the end of everything else. */
  out: string;
  said: string;
}

function finished(child: ChildProcess, page: PrintPage): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on(
      'data',
      (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20 * TOLD)),
    );
    child.once('error', (error) => reject(failed(error.message)));
    child.once('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString('latin1'), said }),
    );
    child.stdin?.on('error', () => undefined); // it has ended, which is told by its exit code
    if (child.stdin) writeRequest(child.stdin, page);
  });
}

function failed(said: string): AppError {
  return new AppError('export-failed', say('command.printingFailed'), {
    said: said.trim().slice(-TOLD),
  });
}
