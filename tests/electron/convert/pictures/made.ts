import { createCanvas } from '@napi-rs/canvas';
import { deflateSync } from 'node:zlib';

/** A picture with as much in it as a scan has: black, grey and white at random, the same each time. */
export function scan(width = 300, height = 200) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  let seed = 7;
  const next = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  for (let at = 0; at < 400; at++) {
    const grey = Math.floor(next() * 256);
    context.fillStyle = `rgb(${grey} ${grey} ${grey})`;
    context.fillRect(next() * width, next() * height, 20, 8);
  }
  return canvas;
}

/** A TIFF of several pages in colours, unpacked. */
export function tiff(pages: number, canvas = scan()): Uint8Array {
  const { width, height } = canvas;
  const points = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const page = { width, height, strip: new Uint8Array(points), samples: 4 };
  return tiffOf(Array.from({ length: pages }, () => page));
}

/** A page of a TIFF: one strip, packed as `compression` says; `tags`: further numbers. */
export interface MadePage {
  width: number;
  height: number;
  strip: Uint8Array;
  samples: number;
  compression?: number;
  tags?: readonly (readonly [tag: number, value: number])[];
}

/** A TIFF as scanners write it: the points of a page first, its directory behind them, page after page. */
export function tiffOf(pages: readonly MadePage[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')];
  let length = 8;
  let pointer = { part: parts[0] as Buffer, at: 4 };
  const add = (part: Uint8Array): number => {
    const at = length;
    parts.push(part);
    length += part.length;
    return at;
  };
  for (const { width, height, strip, samples, compression = 1, tags = [] } of pages) {
    const offset = add(Buffer.concat([strip, Buffer.alloc(strip.length % 2)]));
    const depths = Buffer.alloc(8);
    for (let at = 0; at < samples; at++) depths.writeUInt16LE(8, at * 2);
    const bits = samples === 1 ? 8 : add(depths);
    const entries = [
      [256, width],
      [257, height],
      [258, bits, samples],
      [259, compression],
      [262, samples === 1 ? 1 : 2],
      [273, offset],
      [277, samples],
      [278, height],
      [279, strip.length],
      ...(samples === 4 ? [[338, 2]] : []),
      ...tags,
    ].sort(([one = 0], [other = 0]) => one - other);
    const head = Buffer.alloc(2 + entries.length * 12 + 4);
    head.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag = 0, value = 0, count = 1], at) => {
      const place = 2 + at * 12;
      head.writeUInt16LE(tag, place);
      head.writeUInt16LE(tag === 258 ? 3 : 4, place + 2);
      head.writeUInt32LE(count, place + 4);
      head.writeUInt32LE(value, place + 8);
    });
    pointer.part.writeUInt32LE(add(head), pointer.at);
    pointer = { part: head, at: head.length - 4 };
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** A grey page, packed by Deflate. */
export function deflated(width = 300, height = 200): MadePage {
  const { data } = scan(width, height).getContext('2d').getImageData(0, 0, width, height);
  const grey = Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0);
  return { width, height, strip: deflateSync(grey), samples: 1, compression: 8 };
}

/** A bitmap of 24 bits each point, all of them grey. */
export function bitmap(width = 2, height = 2): Uint8Array {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height, 0x80);
  bytes.fill(0, 0, 54);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  return new Uint8Array(bytes);
}

/** The same bytes with one of them changed. */
export function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

/** Where a word stands in bytes. */
export const placeOf = (bytes: Uint8Array, word: string): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(word, 0, 'latin1');
