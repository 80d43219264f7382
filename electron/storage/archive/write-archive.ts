import { say } from '#data/words/say.ts';
import type { CaseStore } from '../case-store.ts';
import { storageError } from '../disk/storage-error.ts';
import type { WorkOptions } from '../disk/work-options.ts';
import { buildBeside } from '../files/build-beside.ts';
import type { FilesAtRest, Packing } from '../store-work.ts';
import { packArchive } from './pack-archive.ts';

/**
 * Writes an acknowledged case into one file, which takes its name when it has been read back and is what it
 * should be: see {@link packArchive}, which another process does if there is one. The name, the note of it
 * and the end are ours even then: whatever becomes of that process, the file appears whole or not at all,
 * and nothing is left behind. Edits may go on, because the journal only grows. Throws `no-space`,
 * `no-permission` ..., and `case-locked` while another process edits the case.
 */
export async function writeArchive(
  store: CaseStore,
  target: string,
  options: WorkOptions = {},
): Promise<void> {
  try {
    await store.atRest((files) => writeFiles(files, target, options));
  } catch (error) {
    throw storageError(error, say('doing.writeCopy'), target);
  }
}

/** The same for files that are at rest. Throws what the disk throws. */
export async function writeFiles(
  files: FilesAtRest,
  target: string,
  options: WorkOptions = {},
): Promise<void> {
  const { disk, paths, n, end } = files;
  const build = async (temporary: string): Promise<void> => {
    await pack(files, { folder: paths.folder, state: { n, end }, temporary, target }, options);
    options.signal?.throwIfAborted();
  };
  await buildBeside(disk, target, { kind: 'file', build });
}

async function pack(
  { disk, elsewhere }: FilesAtRest,
  packing: Packing,
  options: WorkOptions,
): Promise<void> {
  if (!elsewhere) return packArchive(disk, packing, options);
  try {
    await elsewhere.archive(packing, options);
  } finally {
    // Who reads without the lock is told by its disk when the case was written anew meanwhile.
    disk.exists(packing.folder);
  }
}
