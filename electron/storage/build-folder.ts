import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#data/errors.ts';
import { caseFolders, casePaths } from './case-paths.ts';
import type { Disk } from './disk.ts';
import { codeOf, storageError } from './storage-error.ts';

/**
 * Makes the folder of a new case. It is built under another name beside its place (`build` gets that
 * folder) and takes its name when it is whole, so that a crash never leaves half a case. Throws
 * `case-exists` when there is something already, `no-space`, `no-permission`, `not-found` ...
 */
export async function buildFolder(
  disk: Disk,
  folder: string,
  build: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(folder), `.${basename(folder)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    disk.list(dirname(folder)); // throws where there is no such folder
    refuseOccupied(disk, folder);
    for (const path of caseFolders(casePaths(temporary))) disk.makeFolder(path);
    await build(temporary);
    await disk.syncFolder(temporary);
    if (disk.exists(folder)) disk.remove(folder);
    disk.rename(temporary, folder);
    await disk.syncFolder(dirname(folder));
  } catch (error) {
    await disk.beside.remove(temporary);
    throw storageError(error, 'create the case', folder);
  }
}

function refuseOccupied(disk: Disk, folder: string): void {
  if (isFree(disk, folder)) return;
  throw new AppError(
    'case-exists',
    `There is already something at “${basename(folder)}”. Nothing was changed; choose another name.`,
    { folder: basename(folder) },
  );
}

/** Nothing there, or an empty folder (made in the dialog). */
function isFree(disk: Disk, folder: string): boolean {
  try {
    return disk.list(folder).length === 0;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    if (codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}
