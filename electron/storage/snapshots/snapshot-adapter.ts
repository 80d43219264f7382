import { dirname, relative } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Codec } from '#data/storage/codec.ts';
import type { Disk } from '../disk/disk.ts';
import { clearAway, giveName, writeNew } from '../disk/durable-file.ts';
import { temporaryBeside } from '../disk/temporary-name.ts';
import { opened, readInSlices, sealed } from '../disk/sliced-bytes.ts';
import { snapshotBytes, snapshotData, snapshotDataInSlices } from './snapshot-text.ts';
import { TimeSlice } from '../disk/time-slice.ts';

/** The generation before the current one of a snapshot. */
export const previousOf = (path: string): string => path.replace(/\.json$/, '.prev.json');

/** What a snapshot file is read from and written to. */
export interface SnapshotPlace {
  disk: Disk;
  codec: Codec;
  /** Folder of the case, to which a sealed file's name is relative. */
  folder: string;
}

/**
 * lowdb's way to a file of the case: verified on reading, durable on writing. `write` returns when
 * the new bytes are on the disk under a temporary name; `publish` gives them their name and keeps the
 * file before as the previous generation; `settle` makes names durable, once for many files.
 */
export class SnapshotAdapter<T extends object> implements Adapter<T> {
  readonly #place: SnapshotPlace;
  readonly #path: string;
  /** Where the written file waits for its name. */
  #written: string | undefined;

  constructor(place: SnapshotPlace, path: string) {
    this.#place = place;
    this.#path = path;
  }

  /** Throws `damaged` when hash and content differ, or what the disk throws. */
  read(): Promise<T> {
    return Promise.resolve().then(() => readSnapshot<T>(this.#place, this.#path));
  }

  async write(data: T): Promise<void> {
    const { disk, codec, folder } = this.#place;
    const slice = new TimeSlice();
    const bytes = await snapshotBytes(data, slice);
    const box = await sealed(codec, boundName(folder, this.#path), bytes, slice);
    const temporary = temporaryBeside(this.#path);
    await writeNew(disk, temporary, box);
    this.#written = temporary;
  }

  /** Gives the written file its name. */
  async publish(): Promise<void> {
    const { disk } = this.#place;
    if (disk.exists(this.#path)) await keepPrevious(disk, this.#path);
    if (this.#written !== undefined) await giveName(disk, this.#written, this.#path);
    this.#written = undefined;
  }

  /** Removes what was written and has no name yet. */
  async discard(): Promise<void> {
    if (this.#written !== undefined) await clearAway(this.#place.disk, this.#written);
  }

  /** Returns when the names in the folder are on the disk. */
  settle(): Promise<void> {
    return this.#place.disk.syncFolder(dirname(this.#path));
  }
}

/** Reads and verifies one snapshot file. Throws `damaged`, or what the disk throws. */
export function readSnapshot<T extends object>(place: SnapshotPlace, path: string): T {
  const name = boundName(place.folder, path);
  return snapshotData(place.codec.openFile(name, place.disk.read(path))) as T;
}

/** The same in slices; a long text is still parsed in one go, 5 ms for a case of 10,000 documents. */
export async function readSnapshotInSlices<T extends object>(
  { disk, codec, folder }: SnapshotPlace,
  path: string,
  slice: TimeSlice,
): Promise<T> {
  const box = await readInSlices(disk, path, slice);
  const bytes = await opened(codec, boundName(folder, path), box, slice);
  return (await snapshotDataInSlices(bytes, slice)) as T;
}

/** What a snapshot's sealed form is bound to: both generations to the same name. */
function boundName(folder: string, path: string): string {
  return relative(folder, path)
    .replaceAll('\\', '/')
    .replace(/\.prev\.json$/, '.json');
}

/** The current file gets its second name first, so that at no moment there is none. */
async function keepPrevious(disk: Disk, path: string): Promise<void> {
  const previous = previousOf(path);
  const second = temporaryBeside(previous);
  try {
    await disk.beside.link(path, second);
  } catch {
    await disk.beside.copy(path, second); // a disk without hard links
  }
  await giveName(disk, second, previous);
}
