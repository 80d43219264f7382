import { createHash } from 'node:crypto';
import type { Codec } from '#data/storage/codec.ts';
import { cut, PIECE } from './cut.ts';
import type { Disk } from './disk.ts';
import { TimeSlice } from './time-slice.ts';

/** Text is gathered to about this many code units before it becomes bytes. */
const TEXT = 64 * 1024;

/** Text as bytes in pieces, made in slices. */
export async function encoded(parts: Iterable<string>, slice: TimeSlice): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length >= TEXT) {
      pieces.push(Buffer.from(text));
      text = '';
    }
    if (slice.over) await slice.pause();
  }
  pieces.push(Buffer.from(text));
  return pieces;
}

/** All pieces in one, copied in slices: touching many megabytes of new memory takes its time. */
export async function joined(
  pieces: readonly Uint8Array[],
  slice: TimeSlice,
): Promise<Buffer<ArrayBuffer>> {
  const whole = Buffer.allocUnsafe(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    for (const part of cut(piece)) {
      whole.set(part, at);
      at += part.length;
      if (slice.over) await slice.pause();
    }
  }
  return whole;
}

/** Bytes of a file as the codec seals them, in slices; `bytes` must not change until it resolves. */
export async function sealed(
  codec: Codec,
  name: string,
  bytes: Uint8Array,
  slice = new TimeSlice(),
): Promise<Uint8Array> {
  return gathered(codec.sealPieces(name, bytes), slice);
}

/** Content of a sealed file, in slices. Throws `damaged` as `openFile` does. */
export async function opened(
  codec: Codec,
  name: string,
  box: Uint8Array,
  slice = new TimeSlice(),
): Promise<Uint8Array> {
  return gathered(codec.openPieces(name, box), slice);
}

/** Content of a file, read in slices. Throws what the disk throws; `most` cuts a file that grows. */
export async function readInSlices(
  disk: Disk,
  path: string,
  slice: TimeSlice,
  most = Infinity,
): Promise<Uint8Array> {
  const file = disk.open(path, 'read');
  try {
    const bytes = Buffer.allocUnsafe(Math.min(file.size(), most));
    let done = 0;
    for (let got = 1; got > 0 && done < bytes.length; done += got) {
      got = file.read(bytes.subarray(done, done + PIECE), done);
      if (slice.over) await slice.pause();
    }
    return bytes.subarray(0, done);
  } finally {
    file.close();
  }
}

async function gathered(made: Iterable<Uint8Array>, slice: TimeSlice): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (const piece of made) {
    pieces.push(piece);
    if (slice.over) await slice.pause();
  }
  const [only, ...others] = pieces;
  return only && others.length === 0 ? only : joined(pieces, slice);
}

/** SHA-256 of all pieces together, in slices. */
export async function hashed(pieces: readonly Uint8Array[], slice: TimeSlice): Promise<Buffer> {
  const hash = createHash('sha256');
  for (const piece of pieces) {
    for (const part of cut(piece)) {
      hash.update(part);
      if (slice.over) await slice.pause();
    }
  }
  return hash.digest();
}
