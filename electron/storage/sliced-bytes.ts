import { createHash } from 'node:crypto';
import type { TimeSlice } from './time-slice.ts';

/** Bytes of work between two looks at the clock: well below a millisecond. */
const PIECE = 256 * 1024;
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
export async function joined(pieces: readonly Uint8Array[], slice: TimeSlice): Promise<Buffer> {
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

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
