import { dirname } from 'node:path';
import { say } from '#data/words/say.ts';
import type { Disk, DiskFile } from './disk.ts';
import { temporaryBeside } from './temporary-name.ts';

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
  throw Object.assign(new Error(say('disk.takesNothing')), { code: 'EIO' });
}

/** Writes a new file and returns when it is on the disk; nothing is left on failure. */
export async function writeNew(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  permissions?: number,
): Promise<void> {
  const file = await disk.beside.open(path, 'create', permissions);
  try {
    await writeAllBeside(file, bytes, 0);
    await file.sync();
    file.close();
  } catch (error) {
    file.close();
    await clearAway(disk, path);
    throw error;
  }
}

/** Puts a whole file of a case in place: seen either not at all or complete, even after a power cut. */
export async function putFile(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  permissions?: number,
): Promise<void> {
  const temporary = temporaryBeside(path);
  await writeNew(disk, temporary, bytes, permissions);
  await giveName(disk, temporary, path);
  await disk.syncFolder(dirname(path));
}

/** Gives a finished file its name; one that cannot get it is removed. */
export async function giveName(disk: Disk, temporary: string, path: string): Promise<void> {
  try {
    await disk.beside.rename(temporary, path);
  } catch (error) {
    await clearAway(disk, temporary);
    throw error;
  }
}

/** Takes away what is not needed any more. A disk that refuses leaves it to the next sweeping. */
export async function clearAway(disk: Disk, path: string): Promise<void> {
  try {
    await disk.beside.remove(path);
  } catch {
    return; // what went wrong before this is what is told
  }
}
