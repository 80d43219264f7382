import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { nodeDisk } from '../storage/disk/disk.ts';
import { sweepFolder } from '../storage/files/sweep-leftovers.ts';
import { temporaryName } from '../storage/disk/temporary-name.ts';
import { codeOf } from '../storage/disk/storage-error.ts';

/** Codes of the file system that people are told in words. */
const known = [
  ...(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EEXIST', 'ENOTDIR'] as const),
  ...(['ENOENT', 'EIO'] as const),
];

/**
 * Makes the folder in which the program keeps what belongs to the user, and makes sure that it takes files,
 * as the system's temporary folder must. Chromium would only end without a word. Throws `no-permission`
 * with what to do.
 */
export function needUserFolder(folder: string): void {
  tryToWrite(folder, 'desktop.settingsFolder');
  tryToWrite(tmpdir(), 'desktop.temporaryFolder');
}

function tryToWrite(
  folder: string,
  refusal: 'desktop.settingsFolder' | 'desktop.temporaryFolder',
): void {
  const probe = join(folder, temporaryName('file'));
  try {
    if (folder !== tmpdir()) mkdirSync(folder, { recursive: true });
    writeFileSync(probe, ' ', { flag: 'wx', mode: 0o600 });
    rmSync(probe);
  } catch (thrown) {
    const code = known.find((one) => one === codeOf(thrown));
    const why = code ? say(`desktop.${code}`) : String(thrown);
    throw new AppError('no-permission', say(refusal, { folder, why }), {
      folder,
      reason: codeOf(thrown),
    });
  }
}

/**
 * Makes sure, when Chromium says that the program runs already, that this is why: it says so too when it
 * cannot find out. Throws `internal`.
 */
export function needOther(folder: string): void {
  if (process.platform === 'win32') return; // no file tells of it there
  if (lstatSync(join(folder, 'SingletonLock'), { throwIfNoEntry: false })) return;
  throw new AppError('internal', say('desktop.cannotTell', { folder }), { folder });
}

/** Removes what starts that died have left in the user's folder. */
export async function sweepUserFolder(folder: string): Promise<void> {
  await sweepFolder(nodeDisk, folder);
  await sweepFolder(nodeDisk, join(folder, 'views'));
}
