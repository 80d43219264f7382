import { latin1 } from '../bytes.ts';

/** A part of a picture: its name, and the range of its bytes, which may end behind the file. */
export interface PicturePart {
  name: string;
  start: number;
  end: number;
}

/** Bytes of a mark of a JPEG, and of its parts' lengths. */
const MARK = 2;
/** Names of the marks that have no length: they stand alone. */
const ALONE = /^(?:01|d[0-8])$/;

/** The parts of a PNG (its chunks), as far as they begin in the file. Behind each stands its sum of 4 bytes. */
export function* pngParts(bytes: Uint8Array): Generator<PicturePart, void, undefined> {
  const view = viewOf(bytes);
  for (let at = 8; at + 8 <= bytes.length;) {
    const start = at + 8;
    const end = start + view.getUint32(at);
    const name = latin1(bytes.subarray(at + 4, start));
    yield { name, start, end };
    if (name === 'IEND') return;
    at = end + 4;
  }
}

/**
 * The parts of a JPEG up to its end mark, by the second byte of their marks: `e1`, `c0`, `d9` for the end. What a
 * scan packs (from `da` on) ends at the next mark; behind one that does not, nothing more comes.
 */
export function* jpegParts(bytes: Uint8Array): Generator<PicturePart, void, undefined> {
  const view = viewOf(bytes);
  for (let at = MARK; at + MARK <= bytes.length;) {
    if (bytes[at] !== 0xff) return;
    // Marks may be filled up before they come.
    while (bytes[at + 1] === 0xff) at++;
    const name = (bytes[at + 1] ?? 0).toString(16).padStart(2, '0');
    const start = at + MARK;
    if (name === 'd9' || ALONE.test(name)) {
      yield { name, start, end: start };
      if (name === 'd9') return;
      at = start;
      continue;
    }
    if (start + MARK > bytes.length) return;
    const end = start + view.getUint16(start);
    yield { name, start, end };
    at = name === 'da' ? behindScan(bytes, end) : end;
  }
}

/** Where the next mark is that is none of a scan: those that count its parts (D0 to D7), and a byte FF (as FF00). */
function behindScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const isOfScan = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isOfScan) return at;
  }
  return bytes.length;
}

/** The parts of a WebP (chunks of RIFF), as far as they begin in the file. */
export function* webpParts(bytes: Uint8Array): Generator<PicturePart, void, undefined> {
  const view = viewOf(bytes);
  for (let at = 12; at + 8 <= bytes.length;) {
    const start = at + 8;
    const end = start + view.getUint32(at + 4, true);
    yield { name: latin1(bytes.subarray(at, at + 4)), start, end };
    at = end + (end % 2);
  }
}

/** Reads numbers of these bytes. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
