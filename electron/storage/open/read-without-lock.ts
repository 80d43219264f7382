import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { acquireCase, needCase, type Hold } from './acquire-case.ts';
import type { Assembly } from '../assembly.ts';
import { casePaths } from '../files/case-paths.ts';
import { nodeDisk, type Disk } from '../disk/disk.ts';
import { sweepFolder } from '../files/sweep-leftovers.ts';
import { isAbandoned, liveHolder, lockedBy } from '../lock/lock.ts';
import { readingDisk, stampOf } from './reading-disk.ts';
import { storageError } from '../disk/storage-error.ts';
import type { OpenOptions } from '../store-options.ts';
import { swapNoteIn } from '../rewrite/swap.ts';
import { vaultFor } from '../vault/vault.ts';

type Load = (folder: string, options: OpenOptions, hold: Hold) => Promise<Assembly>;

/** Milliseconds to wait for a case that is just being written anew, and between two looks. */
const PATIENCE = 10_000;
const LOOK = 20;
/** How often a case may be written anew under the hands of somebody who opens it. */
const TRIES = 5;

/**
 * Assembles a case for reading, without holding its lock. Another process may write it anew meanwhile:
 * then it is read again, so that files of one form are never read as those of the other. What a process
 * that died has left unfinished is finished or removed first, where that can be done.
 */
export async function readWithoutLock(
  folder: string,
  options: OpenOptions,
  load: Load,
): Promise<Assembly> {
  const { disk = nodeDisk } = options;
  try {
    for (let tries = 1; ; tries++) {
      needCase(disk, casePaths(folder));
      await settle(disk, folder, options);
      const stamp = stampOf(disk, folder);
      try {
        const vault = await vaultFor(disk, folder, options);
        const watched = { ...options, disk: readingDisk(disk, folder, stamp) };
        const keyed = vault ? { ...watched, vault } : watched;
        return await load(folder, keyed, { reason: say('store.readOnlyAsked') });
      } catch (error) {
        if (tries === TRIES || isSettled(disk, folder, stamp)) throw error;
      }
    }
  } catch (error) {
    throw storageError(error, say('doing.openCase'), folder);
  }
}

const isSettled = (disk: Disk, folder: string, stamp: string | undefined): boolean =>
  swapNoteIn(disk, folder) === undefined && stampOf(disk, folder) === stamp;

/** Waits until nobody writes the case anew, and finishes or sweeps what a process that died has left. */
async function settle(disk: Disk, folder: string, options: OpenOptions): Promise<void> {
  const { lock } = casePaths(folder);
  const end = performance.now() + PATIENCE;
  for (;;) {
    const note = swapNoteIn(disk, folder);
    const holder = liveHolder(disk, lock);
    if (!holder && (note !== undefined || isAbandoned(disk, lock))) {
      return finish(disk, folder, options);
    }
    if (note === undefined) return sweepFolder(disk, folder);
    if (holder && performance.now() > end) throw lockedBy(holder);
    await wait(LOOK);
  }
}

/** Where nothing can be written, leftovers stay; a case that is not in place is refused. */
async function finish(disk: Disk, folder: string, options: OpenOptions): Promise<void> {
  try {
    const hold = await acquireCase(disk, folder, options);
    hold.lock?.release();
  } catch (error) {
    if (error instanceof AppError && error.code === 'case-locked') return;
    throw error;
  }
}
