import { open } from 'node:fs/promises';
import type { OutputPlace } from './output-place.ts';
import { nodeDisk, type Disk } from '../storage/disk/disk.ts';
import { writeNew } from '../storage/disk/durable-file.ts';
import { buildBeside } from '../storage/files/build-beside.ts';
import { storageError } from '../storage/disk/storage-error.ts';

/**
 * Writes a file that the analyst asked for (`what`: words of the area `doing`): it appears whole or not
 * at all, and keeps the permissions of the one that it replaces. What is no file (a pipe, a terminal) is
 * written through. Throws what the disk says, in words.
 */
export async function writeOut(
  { path, isThrough, mode }: OutputPlace,
  bytes: Uint8Array,
  what: string,
  disk: Disk = nodeDisk,
): Promise<void> {
  try {
    await (isThrough ? writeThrough(path, bytes) : replaceFile(disk, path, bytes, mode));
  } catch (error) {
    throw storageError(error, what, path);
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
  } finally {
    await file.close();
  }
}

/** The new file is never open to more people than the one before. */
async function replaceFile(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  mode?: number,
): Promise<void> {
  const build = (temporary: string) => writeNew(disk, temporary, bytes, mode);
  await buildBeside(disk, path, { kind: 'file', build });
}
