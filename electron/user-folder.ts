import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#data/errors.ts';
import { nodeDisk } from './storage/disk.ts';
import { sweepFolder } from './storage/leftovers.ts';
import { ownName } from './storage/own-name.ts';
import { codeOf } from './storage/storage-error.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EEXIST: 'it is not a folder',
  ENOTDIR: 'it is not a folder',
  ENOENT: 'it is not there',
  EIO: 'the disk reports an error',
};

/**
 * Makes the folder in which the program keeps what belongs to the user, and makes sure that it takes files,
 * as the system's temporary folder must. Chromium would only end without a word. Throws `no-permission`
 * with what to do.
 */
export function needUserFolder(folder: string): void {
  tryToWrite(folder, 'Wakhan keeps its settings in', 'name another one in WAKHAN_USER_DATA');
  tryToWrite(tmpdir(), 'The system keeps temporary files in', 'name another one in TMPDIR');
}

function tryToWrite(folder: string, purpose: string, otherwise: string): void {
  const probe = join(folder, ownName('file'));
  try {
    if (folder !== tmpdir()) mkdirSync(folder, { recursive: true });
    writeFileSync(probe, ' ', { flag: 'wx', mode: 0o600 });
    rmSync(probe);
  } catch (thrown) {
    const why = reasons[codeOf(thrown)] ?? String(thrown);
    throw new AppError(
      'no-permission',
      `${purpose} “${folder}”, and it takes no files: ${why}. No case was opened. Make the folder ` +
        `writable, or ${otherwise}, and start again.`,
      { folder, reason: codeOf(thrown) },
    );
  }
}

/**
 * Makes sure, when Chromium says that the program runs already, that this is why: it says so too when it
 * cannot find out. Throws `internal`.
 */
export function needOther(folder: string): void {
  if (process.platform === 'win32') return; // no file tells of it there
  if (lstatSync(join(folder, 'SingletonLock'), { throwIfNoEntry: false })) return;
  throw new AppError(
    'internal',
    `It cannot be found out whether Wakhan runs already with the settings in “${folder}”. No case was ` +
      'opened. Look after the rights and the free space there and in the temporary folder, and start again.',
    { folder },
  );
}

/** Removes what starts that died have left in the user's folder. */
export async function sweepUserFolder(folder: string): Promise<void> {
  await sweepFolder(nodeDisk, folder);
  await sweepFolder(nodeDisk, join(folder, 'views'));
}
