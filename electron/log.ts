import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '#data/words/say.ts';

/** Size in bytes at which a log file is put aside; one old file is kept. */
const FULL = 1_000_000;

/** Where the program notes what went wrong inside it. Never words of a case, never a passphrase. */
export interface Log {
  /** Notes an error with where it came up; a non-error is noted as text. */
  error(where: string, error: unknown): void;
  /** Notes something refused or unusual in one line. */
  note(where: string, message: string): void;
}

/**
 * A log of JSON lines in `folder`. Written at once and rarely, so it is there after a crash. When
 * even the log cannot be written, the line goes to stderr alone.
 */
export function fileLog(folder: string): Log {
  const file = join(folder, 'wakhan.log');
  const write = (level: string, where: string, message: string) => {
    const line = JSON.stringify({ at: new Date().toISOString(), level, where, message });
    process.stderr.write(`${line}\n`);
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > FULL)
        renameSync(file, `${file}.old`);
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch (error) {
      process.stderr.write(`${say('desktop.logFailed', { why: describe(error) })}\n`);
    }
  };
  return {
    error: (where, error) => write('error', where, describe(error)),
    note: (where, message) => write('note', where, message),
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.stack ?? error.message;
}
