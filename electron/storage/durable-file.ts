import { dirname } from 'node:path';
import type { Disk, DiskFile } from './disk.ts';
import { TimeSlice } from './time-slice.ts';

/** Writes all bytes, however few the disk takes at a time. Throws what the disk throws. */
export function writeAll(file: DiskFile, bytes: Uint8Array, position: number): void {
  let done = 0;
  while (done < bytes.length) {
    const taken = file.write(bytes.subarray(done), position + done);
    if (taken <= 0) throw Object.assign(new Error('the disk takes no bytes'), { code: 'EIO' });
    done += taken;
  }
}

/** Where a file is written before it takes its name. One writer per case: no two can meet here. */
export const temporaryOf = (path: string): string => `${path}.tmp`;

/** Writes the temporary file of a path and returns when it is on the disk; nothing is left on failure. */
export async function writeTemporary(
  disk: Disk,
  path: string,
  pieces: Iterable<Uint8Array>,
  permissions?: number,
): Promise<void> {
  const temporary = temporaryOf(path);
  disk.remove(temporary); // it may be read-only, left by a crash
  const file = disk.open(temporary, 'replace', permissions);
  try {
    let position = 0;
    const slice = new TimeSlice();
    for (const piece of pieces) {
      if (slice.over) await slice.pause();
      writeAll(file, piece, position);
      position += piece.length;
    }
    await file.sync();
    file.close();
  } catch (error) {
    file.close();
    disk.remove(temporary);
    throw error;
  }
}

/** Small writes, so that none of them holds up an edit. */
export function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  const size = 512 * 1024;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Puts a whole file in place: seen either not at all or complete, even after a power cut. */
export async function putFile(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  permissions?: number,
): Promise<void> {
  await writeTemporary(disk, path, inPieces(bytes), permissions);
  disk.rename(temporaryOf(path), path);
  await disk.syncFolder(dirname(path));
}
