import { basename } from 'node:path';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { casePaths, type CasePaths } from '../files/case-paths.ts';
import type { Disk } from '../disk/disk.ts';
import { finishRewrite } from '../rewrite/finish-rewrite.ts';
import { sweepCase, sweepFolder } from '../files/sweep-leftovers.ts';
import { takeLock, type Lock } from '../lock/lock.ts';
import { temporaryKindOf } from '../disk/temporary-name.ts';
import { codeOf, storageError } from '../disk/storage-error.ts';
import type { OpenOptions } from '../store-options.ts';
import { swapNoteIn } from '../rewrite/swap.ts';
import { levelVault } from '../vault/vault.ts';

/** The lock of a case, or why it is open for reading only. */
export type Hold = { lock: Lock; reason?: never } | { lock?: never; reason: string };

/** Errors of taking the lock that mean: this place cannot be written to now. */
const unwritable = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT']);

/**
 * Takes the lock of a case, durably, and finishes what the holder before could not. Where nothing can be
 * written it answers why. Throws `not-found`, `not-a-case`, `case-locked`, and `read-only` where a case
 * that is being written anew cannot be finished.
 */
export async function acquireCase(
  disk: Disk,
  folder: string,
  { author, plan }: Pick<OpenOptions, 'author' | 'plan'>,
): Promise<Hold> {
  const paths = casePaths(folder);
  needCase(disk, paths);
  let lock: Lock | undefined;
  try {
    lock = await takeLock(disk, paths.lock, author);
    // Before anything else, so that after a power cut no leftover is there without the lock.
    await disk.syncFolder(folder);
    await finishRewrite(disk, folder, plan);
    await sweepFolder(disk, folder);
    if (lock.inherited) await takeUp(disk, paths);
    return { lock };
  } catch (error) {
    lock?.release();
    if (!unwritable.has(codeOf(error))) throw error;
    const { message } = storageError(error, say('doing.takeForWriting'), paths.lock);
    refuseUnfinished(disk, folder, message);
    return { reason: say('store.readOnly', { why: message }) };
  }
}

/** What a process that died may have left. */
async function takeUp(disk: Disk, paths: CasePaths): Promise<void> {
  await levelVault(disk, paths.folder);
  await sweepCase(disk, paths);
}

/** Half of a case is no case that could be read. */
function refuseUnfinished(disk: Disk, folder: string, why: string): void {
  if (swapNoteIn(disk, folder) === undefined) return;
  throw new AppError('read-only', say('store.halfWritten', { why }));
}

/** Throws `not-found` or `not-a-case` unless a folder is a case. */
export function needCase(disk: Disk, paths: CasePaths): void {
  // Twice: files that take their places while they are listed may be missing the first time.
  if (isCase(disk, paths) || isCase(disk, paths)) return;
  throw notACase(paths.folder);
}

/** By one look: between two, a case that is being put in place would lose its note and get its files. */
function isCase(disk: Disk, { folder, caseFile, journal }: CasePaths): boolean {
  const names = namesIn(disk, folder);
  if (names.includes(basename(caseFile)) || names.includes('case.prev.json')) return true;
  if (names.some((name) => temporaryKindOf(name) === 'swap')) return true;
  return names.includes(basename(journal)) && namesIn(disk, journal).length > 0;
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
  return new AppError('not-a-case', say('store.notACase', { folder: name }), { folder: name });
}
