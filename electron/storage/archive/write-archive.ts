import { dirname } from 'node:path';
import type { CasePaths } from '../files/case-paths.ts';
import type { Disk } from '../disk/disk.ts';
import { clearAway } from '../disk/durable-file.ts';
import { sweepBeside } from '../files/sweep-leftovers.ts';
import { temporaryBeside } from '../disk/temporary-name.ts';
import type { StoreWork } from '../store-work.ts';
import type { WorkOptions } from '../disk/work-options.ts';
import { packArchive, type ArchiveState } from './pack-archive.ts';

/**
 * Writes a case into one file, which takes its name when it has been read back and is what it should be:
 * see {@link packArchive}, which `work` does in another process if it is given. The name, the note of it
 * and the end are ours even then: whatever becomes of that process, the file appears whole or not at all,
 * and nothing is left behind. The caller sees to it that no snapshot is written meanwhile; edits may go on,
 * because the journal only grows.
 */
export async function writeArchive(
  disk: Disk,
  { folder }: CasePaths,
  target: string,
  state: ArchiveState,
  options: WorkOptions = {},
  work?: StoreWork,
): Promise<void> {
  const temporary = temporaryBeside(target);
  await sweepBeside(disk, target);
  const done = disk.announceLeftover(temporary);
  const packing = { folder, state, temporary, target };
  try {
    if (work) await packed(disk, () => work.archive(packing, options), folder);
    else await packArchive(disk, packing, options);
    options.signal?.throwIfAborted();
    await disk.beside.rename(temporary, target);
    await disk.syncFolder(dirname(target));
  } catch (error) {
    await clearAway(disk, temporary);
    throw error;
  } finally {
    done();
  }
}

/** Who reads without the lock is told by its disk when the case was written anew meanwhile. */
async function packed(disk: Disk, work: () => Promise<void>, folder: string): Promise<void> {
  try {
    await work();
  } finally {
    disk.exists(folder);
  }
}
