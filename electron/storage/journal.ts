import { join } from 'node:path';
import type { Disk, DiskFile } from './disk.ts';
import { writeAll } from './durable-file.ts';
import { segmentName } from './journal-reader.ts';

/** Bytes after which the journal goes on in a new segment. */
export const SEGMENT = 4 * 1024 * 1024;

/** The segment that is written to: its name and how many bytes of it are acknowledged. */
export interface SegmentEnd {
  name: string;
  size: number;
}

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

  /** Writes lines, the first of which has number `first`, and returns when they are on the disk. */
  async append(first: number, lines: readonly string[]): Promise<void> {
    if (this.#failed) throw new Error('the journal has failed and was not mended');
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    if (this.#turning) this.#turn();
    try {
      const fresh = this.#end === undefined;
      const end = this.#end ?? { name: this.#freeName(first), size: 0 };
      this.#file ??= this.#disk.open(join(this.#folder, end.name), fresh ? 'create' : 'edit');
      this.#end = end;
      writeAll(this.#file, bytes, end.size);
      await this.#file.sync();
      if (fresh) await this.#disk.syncFolder(this.#folder);
      end.size += bytes.length;
    } catch (error) {
      this.#failed = true;
      this.#release();
      throw error;
    }
  }

  /** The next record begins a new segment; the present one is not written to again. */
  rotate(): void {
    this.#turning = true; // not now: a write may be on its way
  }

  /** Rotates when the present segment is large: between whiles, so that appending never waits. */
  turnOver(): void {
    if (this.#end && this.#end.size >= SEGMENT) this.rotate();
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

  close(): void {
    this.#release();
  }

  #turn(): void {
    this.#turning = false;
    this.#release();
    this.#end = undefined;
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

  #release(): void {
    const file = this.#file;
    this.#file = undefined;
    file?.close();
  }
}
