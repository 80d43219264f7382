import { latin1 } from '../bytes.ts';
import { jpegParts, viewOf } from './parts.ts';

/** Width and height of a picture in points. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Bytes in which the head of a picture lies. */
const HEAD = 64;

/**
 * How large a picture (PNG, JPEG, GIF, BMP, WebP) says that it is, read from its head alone: it is known before
 * anything is unpacked. Undefined where it does not say so.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const head = latin1(bytes.subarray(0, HEAD));
  const view = viewOf(bytes);
  try {
    if (head.startsWith('\u0089PNG')) {
      return { width: view.getUint32(16), height: view.getUint32(20) };
    }
    if (head.startsWith('GIF8')) {
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    }
    if (head.startsWith('BM')) return bitmapSize(view);
    if (head.startsWith('RIFF')) return webpSize(head, view);
    if (head.startsWith('\u00ff\u00d8')) return jpegSize(bytes, view);
  } catch {
    // It ends before it says so.
  }
  return undefined;
}

/** A negative height says that the rows begin at the top; heads of OS/2 are shorter. */
function bitmapSize(view: DataView): PictureSize {
  if (view.getUint32(14, true) === 12) {
    return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  }
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
}

/** Its three ways of packing keep the size in three ways (RFC 9649). */
function webpSize(head: string, view: DataView): PictureSize | undefined {
  const kind = head.slice(12, 16);
  const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (kind === 'VP8X') return { width: 1 + three(24), height: 1 + three(27) };
  if (kind === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (kind !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
}

/** The part that begins a frame says it: C0 to CF, but for three that are of other use. */
function jpegSize(bytes: Uint8Array, view: DataView): PictureSize | undefined {
  for (const { name, start } of jpegParts(bytes)) {
    if (!/^c(?![48c])/.test(name)) continue;
    return { height: view.getUint16(start + 3), width: view.getUint16(start + 5) };
  }
  return undefined;
}
