import { basename } from 'node:path';
import { AppError } from '#data/errors.ts';
import type { CasePaths } from './case-paths.ts';
import type { Disk } from './disk.ts';
import { takeLock, type Lock } from './lock.ts';
import { codeOf, storageError } from './storage-error.ts';

/** The lock of a case, or why it is open for reading only. */
export type Hold = { lock: Lock } | { lock?: never; reason: string };

/** Errors of taking the lock that mean: this place cannot be written to now. */
const unwritable = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT']);

/**
 * Looks whether a folder is a case and takes its lock, unless it is to be read only. Where nothing
 * can be written the case is read only as well. Throws `not-found`, `not-a-case`, `case-locked`.
 */
export async function holdCase(
  disk: Disk,
  paths: CasePaths,
  author: string,
  readOnly: boolean,
): Promise<Hold> {
  needCase(disk, paths);
  if (readOnly) return { reason: 'Opened for reading only.' };
  try {
    return { lock: await takeLock(disk, paths.lock, author) };
  } catch (error) {
    if (!unwritable.has(codeOf(error))) throw error;
    const { message } = storageError(error, 'take this case for writing', paths.lock);
    return { reason: `This case is open for reading only. ${message}` };
  }
}

function needCase(disk: Disk, { folder, caseFile, journal }: CasePaths): void {
  const names = new Set(namesIn(disk, folder));
  if (names.has(basename(caseFile)) || names.has('case.prev.json')) return;
  if (names.has(basename(journal)) && namesIn(disk, journal).length > 0) return;
  throw notACase(folder);
}

function namesIn(disk: Disk, folder: string): string[] {
  try {
    return disk.list(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') throw notACase(folder);
    throw error;
  }
}

function notACase(folder: string): AppError {
  const name = basename(folder);
  return new AppError(
    'not-a-case',
    `“${name}” is not a case: it has no case.json and no journal. Nothing was changed; ` +
      'choose a folder whose name ends in .case.',
    { folder: name },
  );
}
