import { basename, dirname } from 'node:path';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { caseFolders, casePaths } from './case-paths.ts';
import type { Disk } from '../disk/disk.ts';
import { buildBeside } from './build-beside.ts';
import { codeOf, storageError } from '../disk/storage-error.ts';

/** Errors of giving a folder its name that mean: somebody has put something there meanwhile. */
const taken = new Set(['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EISDIR']);

/**
 * Makes the folder of a new case. It is built under a name of ours beside its place (`build` gets that
 * folder) and takes its name when it is whole, so that a crash never leaves half a case. Only a place
 * where nothing is, or an empty folder, is taken, also at the end. Throws `case-exists` when there is
 * something, `no-space`, `no-permission`, `not-found` ...
 */
export async function buildFolder(
  disk: Disk,
  folder: string,
  build: (temporary: string) => Promise<void>,
): Promise<void> {
  try {
    disk.list(dirname(folder)); // throws where there is no such folder
    refuseOccupied(disk, folder);
    const place = disk.exists(folder) ? disk.realPath(folder) : folder; // a link stays a link
    await buildBeside(disk, place, {
      kind: 'folder',
      build: async (temporary) => {
        for (const path of caseFolders(casePaths(temporary))) disk.makeFolder(path);
        await build(temporary);
        await disk.syncFolder(temporary);
      },
      give: (temporary) => putInPlace(disk, temporary, place),
    });
  } catch (error) {
    throw storageError(error, say('doing.createCase'), folder);
  }
}

/** Whatever a person has put there while the case was built is not removed. */
function putInPlace(disk: Disk, temporary: string, place: string): void {
  try {
    if (disk.exists(place)) disk.removeFolder(place);
    disk.rename(temporary, place);
  } catch (error) {
    throw taken.has(codeOf(error)) ? occupied(place) : error;
  }
}

function refuseOccupied(disk: Disk, folder: string): void {
  if (!isFree(disk, folder)) throw occupied(folder);
}

function occupied(folder: string): AppError {
  return new AppError('case-exists', say('store.occupied', { folder: basename(folder) }), {
    folder: basename(folder),
  });
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
