import { latin1 } from '../bytes.ts';
import { PictureFault, type FaultKind } from './fault.ts';
import { jpegParts, pngParts, viewOf, webpParts } from './parts.ts';

/** Bytes of a bitmap before its second head, and the ways in which it is packed that keep all points (BI_*). */
const BITMAP_HEAD = 14;
const UNPACKED = new Set([0, 3, 6]);

/**
 * Throws {@link PictureFault} where a picture (PNG, JPEG, GIF, BMP, WebP) ends before its points do, or where its
 * own sums say that they are others than were written. Libraries draw what there is of such a picture, and say
 * nothing. Points that were changed where a kind keeps no sum (all but PNG) are not found. Reads the bytes once.
 */
export function needWhole(bytes: Uint8Array): void {
  const fault = faultOf(bytes);
  if (fault) throw new PictureFault(fault);
}

function faultOf(bytes: Uint8Array): FaultKind | undefined {
  const head = latin1(bytes.subarray(0, 4));
  if (head === '\u0089PNG') return faultOfPng(bytes);
  if (head === 'GIF8') return isCut(() => gifEnds(bytes));
  if (head === 'RIFF') return isCut(() => webpEnds(bytes));
  if (head.startsWith('BM')) return isCut(() => bitmapEnds(bytes));
  if (head.startsWith('\u00ff\u00d8')) return jpegEnds(bytes) ? undefined : 'cut';
  return undefined;
}

/** What is read behind the end of the bytes is not there. */
function isCut(ends: () => boolean): 'cut' | undefined {
  try {
    return ends() ? undefined : 'cut';
  } catch (thrown) {
    if (thrown instanceof RangeError) return 'cut';
    throw thrown;
  }
}

/** The parts without which it cannot be drawn (their names begin with a capital) are there, with their sums. */
function faultOfPng(bytes: Uint8Array): FaultKind | undefined {
  const view = viewOf(bytes);
  let hasPoints = false;
  for (const { name, start, end } of pngParts(bytes)) {
    if (!/^[A-Z]/.test(name) || name === 'IEND') continue;
    if (end + 4 > bytes.length) return 'cut';
    if (sumOf(bytes.subarray(start - 4, end)) !== view.getUint32(end)) return 'damaged';
    hasPoints ||= name === 'IDAT';
  }
  return hasPoints ? undefined : 'cut';
}

const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  return sum;
});

/** CRC-32 as PNG has it. */
function sumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (SUMS[(sum ^ byte) & 0xff] as number);
  return (sum ^ 0xffffffff) >>> 0;
}

/** Its end mark stands behind a scan. */
function jpegEnds(bytes: Uint8Array): boolean {
  let hasScan = false;
  for (const { name } of jpegParts(bytes)) {
    if (name === 'd9') return hasScan;
    hasScan ||= name === 'da';
  }
  return false;
}

/** Its first picture ends: the others are never drawn. */
function gifEnds(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const coloursOf = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + coloursOf(view.getUint8(10));
  const behindBlocks = (from: number): number => {
    let next = from;
    for (let length = view.getUint8(next); length > 0; length = view.getUint8(next)) {
      next += 1 + length;
    }
    return next + 1;
  };
  while (view.getUint8(at) === 0x21) at = behindBlocks(at + 2);
  if (view.getUint8(at) !== 0x2c) return false;
  return behindBlocks(at + 11 + coloursOf(view.getUint8(at + 9))) <= bytes.length;
}

/** Its container and all parts in it end within the file. */
function webpEnds(bytes: Uint8Array): boolean {
  const end = 8 + viewOf(bytes).getUint32(4, true);
  const parts = [...webpParts(bytes.subarray(0, end))];
  return parts.length > 0 && end <= bytes.length && parts.every((part) => part.end <= end);
}

/** All its rows are there; of a packed one, as many bytes as it says. */
function bitmapEnds(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const points = view.getUint32(10, true);
  const isOld = view.getUint32(BITMAP_HEAD, true) === 12;
  const depth = view.getUint16(isOld ? 24 : 28, true);
  const packing = isOld ? 0 : view.getUint32(30, true);
  if (!UNPACKED.has(packing)) return points + view.getUint32(34, true) <= bytes.length;
  const width = isOld ? view.getUint16(18, true) : view.getInt32(18, true);
  const height = isOld ? view.getUint16(20, true) : Math.abs(view.getInt32(22, true));
  return points + Math.ceil((width * depth) / 32) * 4 * height <= bytes.length;
}
