import { dirname } from 'node:path';
import type { Disk, DiskFile } from './disk.ts';

/** Writes all bytes, however few the disk takes at a time. Throws what the disk throws. */
export function writeAll(file: DiskFile, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) {
    done += some(file.write(bytes.subarray(done), position + done));
  }
}

/** The same, and returns when they are on the disk itself, see {@link DiskFile.writeThrough}. */
export function writeAllThrough(file: DiskFile, bytes: Uint8Array, position: number): void {
  let done = some(file.writeThrough(bytes, position));
  while (done < bytes.length) {
    done += some(file.writeThrough(bytes.subarray(done), position + done));
  }
}

/** The same in a thread: however many, no edit waits for them. */
export async function writeAllBeside(
  file: DiskFile,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += some(await file.writeBeside(bytes.subarray(done), position + done));
  }
}

/** Bytes that the disk took: asking again one that takes none would never end. */
function some(taken: number): number {
  if (taken > 0) return taken;
  throw Object.assign(new Error('the disk takes no bytes'), { code: 'EIO' });
}

/** Where a file is written before it takes its name. One writer per case: no two can meet here. */
export const temporaryOf = (path: string): string => `${path}.tmp`;

/** Writes the temporary file of a path and returns when it is on the disk; nothing is left on failure. */
export async function writeTemporary(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  permissions?: number,
): Promise<void> {
  const temporary = temporaryOf(path);
  await disk.beside.remove(temporary); // it may be read-only, left by a crash
  const file = await disk.beside.open(temporary, 'replace', permissions);
  try {
    await writeAllBeside(file, bytes, 0);
    await file.sync();
    file.close();
  } catch (error) {
    file.close();
    disk.remove(temporary);
    throw error;
  }
}

/** Puts a whole file in place: seen either not at all or complete, even after a power cut. */
export async function putFile(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  permissions?: number,
): Promise<void> {
  await writeTemporary(disk, path, bytes, permissions);
  await disk.beside.rename(temporaryOf(path), path);
  await disk.syncFolder(dirname(path));
}
