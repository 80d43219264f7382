import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { cut } from '../cut.ts';
import type { DiskFile } from '../disk.ts';
import { joined } from '../sliced-bytes.ts';
import type { TimeSlice } from '../time-slice.ts';
import {
  directoryEntry,
  endOfDirectory,
  localHeader,
  zipTime,
  type ZipEntry,
} from './zip-records.ts';

/** Bytes that are gathered before they are written. */
const GATHERED = 256 * 1024;
/** Bytes written between two syncs: an edit's own sync never waits for more than these. */
const SYNCED = 1024 * 1024;

const packedInThread = promisify(deflateRaw);

/**
 * Writes a ZIP file beside edits: packing and writing happen in threads, the rest in slices. The
 * usual packers add and end tens of thousands of files in one step each, which takes a second.
 */
export class ZipWriter {
  readonly #file: DiskFile;
  readonly #slice: TimeSlice;
  readonly #at = zipTime(new Date());
  readonly #entries: ZipEntry[] = [];
  #gathered: Uint8Array[] = [];
  #weight = 0;
  #position = 0;
  #unsynced = 0;

  /** `file`: open and empty; the caller closes it. */
  constructor(file: DiskFile, slice: TimeSlice) {
    this.#file = file;
    this.#slice = slice;
  }

  /** Adds a file of less than 4 GB under an ASCII name. `bytes` must not change until it resolves. */
  async add(name: string, bytes: Uint8Array): Promise<void> {
    const offset = this.#position + this.#weight;
    let check = 0;
    for (const piece of cut(bytes)) {
      check = crc32(piece, check);
      if (this.#slice.over) await this.#slice.pause();
    }
    const content = await packedInThread(bytes);
    const { length: packed } = content;
    const entry = { name, crc32: check, size: bytes.length, packed, offset };
    this.#entries.push(entry);
    await this.#write(localHeader(entry, this.#at));
    await this.#write(content);
  }

  /** Writes the directory; returns when everything is on the disk. */
  async end(): Promise<void> {
    const offset = this.#position + this.#weight;
    for (const entry of this.#entries) {
      await this.#write(directoryEntry(entry, this.#at));
      if (this.#slice.over) await this.#slice.pause();
    }
    const size = this.#position + this.#weight - offset;
    await this.#write(endOfDirectory(this.#entries.length, offset, size));
    await this.#flush();
    await this.#file.sync();
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#gathered.push(bytes);
    this.#weight += bytes.length;
    if (this.#weight >= GATHERED) await this.#flush();
  }

  async #flush(): Promise<void> {
    const bytes = await joined(this.#gathered, this.#slice);
    for (let done = 0; done < bytes.length;) {
      const taken = await this.#file.writeBeside(bytes.subarray(done), this.#position + done);
      if (taken <= 0) throw Object.assign(new Error('the disk takes no bytes'), { code: 'EIO' });
      done += taken;
    }
    this.#position += bytes.length;
    this.#unsynced += bytes.length;
    this.#gathered = [];
    this.#weight = 0;
    if (this.#unsynced < SYNCED) return;
    await this.#file.sync();
    this.#unsynced = 0;
  }
}
