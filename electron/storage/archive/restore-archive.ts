import { dirname, join } from 'node:path';
import { say } from '#data/words/say.ts';
import { buildFolder } from '../build-folder.ts';
import { nodeDisk, type Disk } from '../disk.ts';
import { putFile } from '../durable-file.ts';
import { storageError } from '../storage-error.ts';
import type { WorkOptions } from '../work-options.ts';
import { readArchive } from './read-archive.ts';

/** How an archive is unpacked. */
export interface RestoreOptions extends WorkOptions {
  /** File system; the real one unless a test brings a faulty one. */
  disk?: Disk;
}

/**
 * Unpacks a backup or a case in one file as a new case folder. The folder takes its name only when
 * every file is there with the hash that the manifest tells. Throws `case-exists`, `damaged`,
 * `not-a-case`, `no-space`, `no-permission`, `not-found`.
 */
export async function restoreArchive(
  archive: string,
  folder: string,
  { disk = nodeDisk, ...options }: RestoreOptions = {},
): Promise<void> {
  try {
    await buildFolder(disk, folder, async (temporary) => {
      const take = async (name: string, bytes: Buffer): Promise<void> => {
        const path = join(temporary, name);
        disk.makeFolder(dirname(path));
        await putFile(disk, path, bytes, name.startsWith('sources/') ? 0o444 : undefined);
      };
      await readArchive(disk, archive, take, options);
    });
  } catch (error) {
    throw storageError(error, say('doing.restoreCase'), folder);
  }
}
