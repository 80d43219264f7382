import { say } from '#data/words/say.ts';
import { buildFolder } from '../files/build-folder.ts';
import { nodeDisk, type Disk } from '../disk/disk.ts';
import { storageError } from '../disk/storage-error.ts';
import type { StoreWork } from '../store-work.ts';
import type { WorkOptions } from '../disk/work-options.ts';
import { unpackArchive } from './unpack-archive.ts';

/** How an archive is unpacked. */
export interface RestoreOptions extends WorkOptions {
  /** File system; the real one unless a test brings a faulty one. */
  disk?: Disk;
  /** Reads the archive in another process: it may come from anybody. Without it, it is read here. */
  work?: Pick<StoreWork, 'unpack'>;
}

/**
 * Unpacks a backup or a case in one file as a new case folder. The folder takes its name only when
 * every file is there with the hash that the manifest tells. Throws `case-exists`, `damaged`,
 * `not-a-case`, `no-space`, `no-permission`, `not-found`.
 */
export async function restoreArchive(
  archive: string,
  folder: string,
  { disk = nodeDisk, work, ...options }: RestoreOptions = {},
): Promise<void> {
  try {
    await buildFolder(disk, folder, (temporary) => {
      const unpacking = { archive, temporary, folder };
      return work ? work.unpack(unpacking, options) : unpackArchive(disk, unpacking, options);
    });
  } catch (error) {
    throw storageError(error, say('doing.restoreCase'), folder);
  }
}
