import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#data/errors.ts';
import { PRINT_SWITCH } from '../launch.ts';
import { programFolder } from './version.ts';

/** How much of what a failed printing said is told, in code units. */
const TOLD = 500;
/** Milliseconds after which a printing that does not end is stopped. */
const TIME = 120_000;

/**
 * Prints a page of HTML as PDF: only a browser can, so the program starts itself in Electron for it.
 * Throws `export-failed` when there is no Electron or it fails.
 */
export async function printPdf(html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'wakhan-pdf-'));
  const [from, to] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
  try {
    await writeFile(from, html);
    const [command, ...args] = electronCommand();
    const { code, said } = await finished(command, [...args, PRINT_SWITCH, from, to]);
    if (code !== 0 || !existsSync(to)) throw failed(said);
    return await readFile(to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The packaged program prints itself; in development a script prepares and starts Electron. */
function electronCommand(): [string, ...string[]] {
  if (process.versions.electron && !process.defaultApp) return [process.execPath];
  const app = programFolder();
  const { WAKHAN_ELECTRON_LAUNCHER: launcher, WAKHAN_ELECTRON: electron } = process.env;
  if (app !== undefined) {
    if (launcher) return [process.execPath, launcher, app];
    if (electron) return [electron, app];
  }
  throw new AppError(
    'export-failed',
    'A PDF needs the Electron runtime, and none was found. Nothing was written; start the command ' +
      'with npx wakhan, or export HTML and print that from a browser.',
  );
}

function finished(command: string, args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: TIME });
    let said = '';
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20 * TOLD);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => reject(failed(error.message)));
    child.once('close', (code) => resolve({ code, said }));
  });
}

function failed(said: string): AppError {
  return new AppError(
    'export-failed',
    'Electron could not print the report. Nothing was written; export HTML and print that from a ' +
      'browser.',
    { said: said.trim().slice(-TOLD) },
  );
}
