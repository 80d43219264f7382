import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import type { Disk } from '../disk/disk.ts';
import { clearAway, putFile } from '../disk/durable-file.ts';
import { temporaryKindOf, temporaryName } from '../disk/temporary-name.ts';
import { codeOf } from '../disk/storage-error.ts';
import { TimeSlice } from '../disk/time-slice.ts';

/** A path within a case: a file, or a file in a folder. */
const Within = z.string().regex(/^(?!\.{1,2}(?:\/|$))[^/\0]+(?:\/(?!\.{1,2}$)[^/\0]+)?$/);

/**
 * Says that the successor of a case is whole and verified, and takes its place now. It is one file in
 * the folder of the case, so that it is there or not in one step: who holds the lock and finds it goes
 * on where the last one was stopped. Nothing in it or named by it is needed from anywhere else.
 */
const SwapNote = z.strictObject({
  format: z.literal(1),
  /** Name of the successor's folder, in the folder of the case. */
  next: z.string().refine((name) => temporaryKindOf(name) === 'next'),
  /** Files of the case as it was, which go first; absent when they are gone. */
  remove: z.array(Within).exactOptional(),
  /**
   * Present while a case is being decrypted: the successor is sealed with this key, which is used for
   * nothing else. By writing it down the case is decrypted, in one step: before, no plain word of it
   * was on the disk.
   */
  seal: z.strictObject({ id: z.string().min(1), key: z.base64() }).exactOptional(),
});
export type SwapNote = z.infer<typeof SwapNote>;

/** Puts the content of a sealed successor into the folder of the case, in the open. */
export type Unseal = (seal: NonNullable<SwapNote['seal']>, next: string) => Promise<void>;

/** The name of the note of a swap that is not finished; undefined when there is none. */
export function swapNoteIn(disk: Disk, folder: string): string | undefined {
  return disk.list(folder).find((name) => temporaryKindOf(name) === 'swap');
}

/**
 * Writes the note: from here on the successor is the case, and must not be removed. Rejects when the
 * case still is what it was. A disk that fails just then leaves it open; then it goes forward.
 */
export async function beginSwap(disk: Disk, folder: string, note: SwapNote): Promise<void> {
  try {
    await writeNote(disk, join(folder, temporaryName('swap')), note);
  } catch (error) {
    if (swapNoteIn(disk, folder) === undefined) throw error;
  }
}

/**
 * Finishes a swap that was begun, by us or by a process that died: what the case was goes, what its
 * successor is comes up. Every step may be done twice. To be called by the holder of the lock. Does
 * nothing when there is nothing to finish; throws `damaged`, or what the disk throws.
 */
export async function finishSwap(disk: Disk, folder: string, unseal: Unseal): Promise<void> {
  const name = swapNoteIn(disk, folder);
  if (name === undefined) return;
  const path = join(folder, name);
  const { remove, ...rest } = readNote(disk, path);
  const next = join(folder, rest.next);
  if (remove) {
    if (!disk.exists(next)) throw unreadable(say('store.filesMissing'));
    await removeFiles(disk, folder, remove);
    await writeNote(disk, path, rest); // the names of what was there go too
  }
  if (disk.exists(next)) {
    if (rest.seal) await unseal(rest.seal, next);
    else await bringUp(disk, next, folder);
  }
  await disk.beside.removeFile(path);
  await disk.syncFolder(folder);
  await clearAway(disk, next); // without the note it is a leftover like any other
}

async function writeNote(disk: Disk, path: string, note: SwapNote): Promise<void> {
  await putFile(disk, path, Buffer.from(JSON.stringify(note)), 0o600);
}

function readNote(disk: Disk, path: string): SwapNote {
  try {
    return SwapNote.parse(JSON.parse(Buffer.from(disk.read(path)).toString('utf8')));
  } catch (error) {
    if (codeOf(error) !== '') throw error;
    throw unreadable(say('store.noteUnreadable'));
  }
}

const unreadable = (message: string): AppError => new AppError('damaged', message);

async function removeFiles(disk: Disk, folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await disk.beside.removeFile(join(folder, name));
  for (const one of new Set(names.map((name) => dirname(name)))) {
    if (disk.exists(join(folder, one))) await disk.syncFolder(join(folder, one));
  }
}

/** Moves all files of the successor to the same places in the case. */
async function bringUp(disk: Disk, next: string, folder: string): Promise<void> {
  const slice = new TimeSlice();
  for (const name of disk.list(next)) {
    const inside = listIfFolder(disk, join(next, name));
    if (!inside) {
      await disk.beside.rename(join(next, name), join(folder, name));
      continue;
    }
    disk.makeFolder(join(folder, name));
    for (const one of inside) {
      await disk.beside.rename(join(next, name, one), join(folder, name, one));
      if (slice.over) await slice.pause();
    }
    await disk.syncFolder(join(folder, name));
  }
  await disk.syncFolder(folder);
}

function listIfFolder(disk: Disk, path: string): string[] | undefined {
  try {
    return disk.list(path);
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
