import type { IFD } from 'utif2';
import { PictureFault } from '#data/formats/import/pictures/fault.ts';
import { viewOf } from '#data/formats/import/pictures/parts.ts';
import { needInflated } from './inflated.ts';

/** Bytes of a number of each type (TIFF 6.0, section 2), and of an entry of a directory. */
const SIZES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const ENTRY = 12;
/** Tags from and up to which an entry tells of the points of its page. */
const [FIRST_TAG, LAST_TAG] = [256, 325];
/** How the points of a page are packed. */
const UNPACKED = 1;
const DEFLATE = new Set([8, 32946]);
/** The ways in which they are unpacked here: fax, LZW, JPEG, PackBits and what cameras and maps have. */
const KNOWN = new Set([
  ...[1, 2, 3, 4, 5, 6, 7, 9, 32767, 32773, 32809, 34316, 34676, 34713, 34892],
  ...DEFLATE,
]);

/**
 * Throws {@link PictureFault} where the directories of a TIFF, one for each picture, lead out of the file or in a
 * circle. Answers how many there are.
 */
export function needDirectories(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const isLittle = bytes[0] === 0x49;
  const seen = new Set<number>();
  let pointer = 4;
  for (;;) {
    const page = seen.size === 0 ? undefined : seen.size + 1;
    try {
      const at = view.getUint32(pointer, isLittle);
      if (at === 0) return seen.size;
      if (seen.has(at)) throw new PictureFault('damaged');
      pointer = needEntries(view, at, isLittle);
      seen.add(at);
    } catch (thrown) {
      if (thrown instanceof RangeError) throw new PictureFault('cut', page);
      throw thrown;
    }
  }
}

/** Where the pointer to the next directory stands. Throws `RangeError` where entries end behind the file. */
function needEntries(view: DataView, start: number, isLittle: boolean): number {
  const end = start + 2 + view.getUint16(start, isLittle) * ENTRY;
  for (let at = start + 2; at < end; at += ENTRY) {
    const tag = view.getUint16(at, isLittle);
    const size = (SIZES[view.getUint16(at + 2, isLittle)] ?? 0) * view.getUint32(at + 4, isLittle);
    if (size <= 4 || tag < FIRST_TAG || tag > LAST_TAG) continue;
    if (view.getUint32(at + 8, isLittle) + size > view.byteLength) throw new RangeError();
  }
  view.getUint32(end, isLittle);
  return end;
}

/** Throws {@link PictureFault} when not all points of a page are in the file, or when they are packed in another way. */
export async function needStrips(bytes: Uint8Array, page: IFD): Promise<void> {
  const [packing = UNPACKED] = numbersOf(page, 259);
  if (!KNOWN.has(packing)) throw new PictureFault('packing');
  const { offsets, lengths, sizes } = stripsOf(page);
  if (offsets.length < sizes.length) throw new PictureFault('damaged');
  for (const [at, size] of sizes.entries()) {
    const start = offsets[at] ?? 0;
    const length = lengths[at] ?? (packing === UNPACKED ? size : 0);
    if (start + length > bytes.length) throw new PictureFault('cut');
    if (packing === UNPACKED && length < size) throw new PictureFault('damaged');
    if (DEFLATE.has(packing)) {
      await needInflated([bytes.subarray(start, start + length)], size, 'damaged');
    }
  }
}

interface Strips {
  offsets: readonly number[];
  lengths: readonly number[];
  /** Bytes that each of them has when it is unpacked. */
  sizes: number[];
}

/** The strips or tiles of a page, plane after plane. */
function stripsOf(page: IFD): Strips {
  const [width = 0] = numbersOf(page, 256);
  const [height = 0] = numbersOf(page, 257);
  const [depth = 1] = numbersOf(page, 258);
  const [samples = 1] = numbersOf(page, 277);
  const [planar = 1] = numbersOf(page, 284);
  const planes = planar === 2 ? samples : 1;
  const rowOf = (points: number): number => Math.ceil((points * depth * samples) / planes / 8);
  const [tileWidth] = numbersOf(page, 322);
  const [tileHeight = 0] = numbersOf(page, 323);
  if (tileWidth !== undefined) {
    const tiles = planes * Math.ceil(width / tileWidth) * Math.ceil(height / tileHeight);
    return {
      offsets: numbersOf(page, 324),
      lengths: numbersOf(page, 325),
      sizes: filled(tiles, () => rowOf(tileWidth) * tileHeight),
    };
  }
  const rows = Math.max(1, Math.min(numbersOf(page, 278)[0] ?? height, height));
  const each = Math.ceil(height / rows);
  const rowsIn = (at: number): number => Math.min(rows, height - (at % each) * rows);
  return {
    offsets: numbersOf(page, 273),
    lengths: numbersOf(page, 279),
    sizes: filled(planes * each, (at) => rowsIn(at) * rowOf(width)),
  };
}

/** No file has more: a page of 100 million points in rows of one has as many as it is high. */
const MOST_STRIPS = 10_000_000;

function filled(length: number, sizeOf: (at: number) => number): number[] {
  if (!(length <= MOST_STRIPS)) throw new PictureFault('damaged');
  return Array.from({ length }, (_, at) => sizeOf(at));
}

function numbersOf(page: IFD, tag: number): number[] {
  const value = page[`t${tag}`];
  return Array.isArray(value) ? value.map(Number) : [];
}
