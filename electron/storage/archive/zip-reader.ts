import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { ZipEntry } from '#data/storage/zip-guard.ts';
import { PIECE } from '../disk/cut.ts';
import type { DiskFile } from '../disk/disk.ts';
import type { TimeSlice } from '../disk/time-slice.ts';

/** An open file as yauzl reads it: through the port, so that tests can put a faulty disk underneath. */
class PortReader extends RandomAccessReader {
  readonly #file: DiskFile;

  constructor(file: DiskFile) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(pieces(this.#file, start, end));
  }

  /** Whoever opened the file closes it. */
  override close(done: (error: Error | null) => void): void {
    done(null);
  }
}

function* pieces(file: DiskFile, start: number, end: number): Generator<Uint8Array> {
  for (let at = start; at < end;) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE, end - at));
    const got = file.read(piece, at);
    if (got === 0) return;
    yield piece.subarray(0, got);
    at += got;
  }
}

/** An entry of an open ZIP, and how to take its bytes. */
export interface Packed extends ZipEntry {
  /** The bytes, in pieces; never more than the size that it tells. */
  read(): Promise<AsyncIterable<Uint8Array>>;
}

/** An open ZIP: everything that it says of itself. */
export interface OpenZip {
  entries: readonly Packed[];
  /** Bytes of the file, and where its directory begins at the latest. */
  size: number;
  directoryAt: number;
}

/** Bytes of a directory: its end, and what each entry has beside names and notes (APPNOTE 4.3). */
const END = 22;
const ENTRY = 46;

/** Reads the directory of a ZIP, and the header of each entry. Throws what yauzl says of a broken one. */
export async function openZip(file: DiskFile, slice: TimeSlice): Promise<OpenZip> {
  const size = file.size();
  const zip = await fromRandomAccessReaderPromise(new PortReader(file), size, {
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySizes: true,
    autoClose: false,
  });
  const entries: Packed[] = [];
  let directoryAt = size - END;
  for await (const entry of zip.eachEntry()) {
    entries.push(await packedOf(zip, entry));
    const { fileNameLength, extraFieldLength, fileCommentLength } = entry;
    directoryAt -= ENTRY + fileNameLength + extraFieldLength + fileCommentLength;
    if (slice.over) await slice.pause();
  }
  return { entries, size, directoryAt };
}

async function packedOf(zip: ZipFile, entry: Entry): Promise<Packed> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  return {
    name: entry.fileName,
    headerAt: entry.relativeOffsetOfLocalHeader,
    dataAt: fileDataStart,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    method: entry.compressionMethod,
    isEncrypted: entry.isEncrypted(),
    mode: entry.externalFileAttributes >>> 16,
    read: () => zip.openReadStreamPromise(entry),
  };
}
