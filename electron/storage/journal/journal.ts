import { join } from 'node:path';
import { say } from '#data/words/say.ts';
import type { Disk, DiskFile } from '../disk/disk.ts';
import { DiskPace } from '../disk/disk-pace.ts';
import { writeAll, writeAllThrough } from '../disk/durable-file.ts';
import { segmentName, type SegmentEnd } from './journal-reader.ts';
import { isFull } from '../disk/storage-error.ts';

/**
 * Bytes that are written as zeros behind the records, once for some 70 of them. A record that goes
 * where the file has bytes already changes neither its size nor its blocks, so the disk has less to
 * keep (`npm run bench save` tells how much). They are cut off when the segment is left; readers take
 * zeros at the end of a segment for nothing.
 */
export const RESERVE = 64 * 1024;

/**
 * Appends to the journal. What {@link Journal.append} has returned from is on the disk. After a
 * failure the file handle is never used again: what the disk holds beyond the acknowledged size is
 * unknown (a failed fsync may have dropped pages), and only {@link Journal.mend} goes on from there.
 */
export class Journal {
  readonly #disk: Disk;
  readonly #folder: string;
  #end: SegmentEnd | undefined;
  #file: DiskFile | undefined;
  readonly #pace = new DiskPace();
  /** Bytes that the open file has, records and zeros. */
  #reach = 0;
  #failed = false;
  #turning = false;

  /** `end`: where the last segment ends; undefined begins a new segment with the next record. */
  constructor(disk: Disk, folder: string, end: SegmentEnd | undefined) {
    this.#disk = disk;
    this.#folder = folder;
    this.#end = end;
  }

  /** Where the acknowledged part ends; undefined before the first record of a segment. */
  get end(): SegmentEnd | undefined {
    return this.#end && { ...this.#end };
  }

  /**
   * Writes lines with their ends, the first of which has number `first`. They are on the disk when it
   * returns, or when the promise is kept that it returns; until then `bytes` must not change. What the
   * disk refuses is thrown, or rejects the promise.
   */
  append(first: number, bytes: Uint8Array): Promise<void> | undefined {
    if (this.#failed) throw new Error(say('store.journalFailed'));
    if (this.#turning) this.#turn();
    const end = this.#end;
    const size = (end?.size ?? 0) + bytes.length;
    if (!end || !this.#file || size > this.#reach || !this.#pace.isQuick) {
      return this.#inThread(first, bytes);
    }
    const begun = this.#pace.begin();
    try {
      writeAllThrough(this.#file, bytes, end.size);
    } catch (error) {
      throw this.#fail(error);
    }
    this.#pace.answered(begun);
    end.size = size;
    return undefined;
  }

  /** The next record begins a new segment; the present one is not written to again. */
  rotate(): void {
    this.#turning = true; // not now: a write may be on its way
  }

  /** Rotates when the present segment has so many bytes: between whiles, so that appending never waits. */
  turnOver(large: number): void {
    if (this.#end && this.#end.size >= large) this.rotate();
  }

  /**
   * After a failure: cuts what was not acknowledged off the segment, on a new handle, and goes on in
   * a new segment. Throws what the disk throws while it is not healthy.
   */
  async mend(): Promise<void> {
    const end = this.#end;
    if (end && this.#disk.exists(join(this.#folder, end.name))) {
      await this.#cut(join(this.#folder, end.name), end.size);
    }
    this.#turn();
    this.#failed = false;
  }

  /** Gives the file back, without the zeros behind its records. */
  close(): void {
    this.#cutReserve();
    this.#release();
  }

  /** Waits for the disk in a thread, as long as it may take. */
  async #inThread(first: number, bytes: Uint8Array): Promise<void> {
    try {
      if (this.#end === undefined) await this.#begin(first, bytes);
      else await this.#goOn(this.#end, bytes);
    } catch (error) {
      throw this.#fail(error);
    }
  }

  #fail(error: unknown): unknown {
    this.#failed = true;
    this.#release();
    return error;
  }

  /** The first record of a segment takes what it needs: a case may be made on the last bytes of a disk. */
  async #begin(first: number, bytes: Uint8Array): Promise<void> {
    const end = { name: this.#freeName(first), size: 0 };
    const file = this.#disk.open(join(this.#folder, end.name), 'create');
    this.#file = file;
    this.#end = end;
    writeAll(file, bytes, 0);
    await file.sync();
    await this.#disk.syncFolder(this.#folder);
    end.size = this.#reach = bytes.length;
  }

  async #goOn(end: SegmentEnd, bytes: Uint8Array): Promise<void> {
    const file = (this.#file ??= this.#reopened(end));
    const begun = this.#pace.begin();
    const size = end.size + bytes.length;
    writeAll(file, bytes, end.size);
    if (size > this.#reach) this.#reach = size + reserve(file, size);
    await file.sync();
    this.#pace.answered(begun);
    end.size = size;
  }

  #reopened(end: SegmentEnd): DiskFile {
    const file = this.#disk.open(join(this.#folder, end.name), 'edit');
    this.#reach = file.size();
    return file;
  }

  #turn(): void {
    this.#turning = false;
    this.#cutReserve();
    this.#release();
    this.#end = undefined;
    this.#reach = 0;
  }

  #freeName(first: number): string {
    let copy = 1;
    while (this.#disk.exists(join(this.#folder, segmentName(first, copy)))) copy++;
    return segmentName(first, copy);
  }

  async #cut(path: string, size: number): Promise<void> {
    if (size === 0) {
      this.#disk.remove(path);
      return this.#disk.syncFolder(this.#folder);
    }
    const file = this.#disk.open(path, 'edit');
    try {
      file.truncate(size);
      await file.sync();
    } finally {
      file.close();
    }
  }

  /** A disk that refuses leaves the zeros there, which does no harm. */
  #cutReserve(): void {
    if (!this.#file || !this.#end || this.#reach <= this.#end.size) return;
    try {
      this.#file.truncate(this.#end.size);
    } catch {
      return;
    }
  }

  #release(): void {
    const file = this.#file;
    this.#file = undefined;
    file?.close();
  }
}

/** Writes zeros as far as the disk takes them; answers how many. Throws what is not a lack of space. */
function reserve(file: DiskFile, position: number): number {
  try {
    return file.write(Buffer.alloc(RESERVE), position);
  } catch (error) {
    if (isFull(error)) return 0;
    throw error;
  }
}
