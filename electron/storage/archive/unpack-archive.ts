import { dirname, join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { putFile } from '../disk/durable-file.ts';
import type { WorkOptions } from '../disk/work-options.ts';
import type { Unpacking } from '../store-work.ts';
import { readArchive } from './read-archive.ts';

/**
 * Puts every file of an archive into a folder, with the hash that its manifest tells. Throws `damaged`,
 * `not-a-case`, what the disk throws and the reason of the signal; what was written stays then.
 */
export async function unpackArchive(
  disk: Disk,
  { archive, temporary }: Unpacking,
  options: WorkOptions,
): Promise<void> {
  const take = async (name: string, bytes: Buffer): Promise<void> => {
    const path = join(temporary, name);
    disk.makeFolder(dirname(path));
    await putFile(disk, path, bytes, name.startsWith('sources/') ? 0o444 : undefined);
  };
  await readArchive(disk, archive, take, options);
}
