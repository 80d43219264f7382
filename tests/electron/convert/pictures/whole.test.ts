import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../import/support/read-case.ts';
import { bitmap, changed, deflated, placeOf, scan, tiff, tiffOf } from './made.ts';

const canvas = scan();
const png = canvas.toBuffer('image/png');
const jpeg = canvas.toBuffer('image/jpeg');
const gif = canvas.toBuffer('image/gif');
const webp = canvas.toBuffer('image/webp');
const pages = tiff(3);
const packed = tiffOf([deflated(), deflated()]);

const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));
const most = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length * 0.95));

/** A PNG whose points are as many as its rows less than it says, with sums that are right. */
function shortPng(): Uint8Array {
  const points = Buffer.alloc(100 * 301);
  const data = placeOf(png, 'IDAT');
  return Buffer.concat([
    png.subarray(0, data - 4),
    part('IDAT', deflateSync(points)),
    part('IEND'),
  ]);
}

function part(name: string, body: Uint8Array = new Uint8Array()): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length);
  whole.set(named, 4);
  whole.writeUInt32BE(sumOf(named), named.length + 4);
  return whole;
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** A file of which a directory says that the next one is where it is itself. */
function turningRound(): Uint8Array {
  const bytes = Buffer.from(tiff(1));
  bytes.writeUInt32LE(bytes.readUInt32LE(4), bytes.length - 4);
  return bytes;
}

/** Three pages; the points of the second end early. */
function shortPage(): Uint8Array {
  const page = deflated();
  return tiffOf([page, { ...page, strip: half(page.strip) }, page]);
}

describe.each([
  ['png', png],
  ['jpg', jpeg],
  ['gif', gif],
  ['webp', webp],
  ['bmp', bitmap(40, 40)],
  ['tif', pages],
  ['tiff', packed],
])('a picture of kind %s', (ending, bytes) => {
  test('comes in when it is whole, whatever stands behind it', async () => {
    for (const whole of [bytes, Buffer.concat([bytes, Buffer.alloc(40)])]) {
      const { documents, refused } = await readBytes(`a.${ending}`, whole);
      expect(refused).toEqual([]);
      expect(documents).toHaveLength(1);
    }
  });

  test.each([
    ['half of it', half(bytes)],
    ['most of it', most(bytes)],
  ])('is refused where there is %s', async (_what, some) => {
    const { documents, refused } = await readBytes(`half.${ending}`, some);
    expect(documents).toEqual([]);
    expect(refused).toMatchObject([{ code: 'import-failed' }]);
    expect(refused[0]?.message).toMatch(/“half\.\w+” ends before .* does/);
    expect(refused[0]?.message).toContain('Nothing of it was imported');
  });

  test('is refused where there is nothing', async () => {
    const { refused } = await readBytes(`empty.${ending}`, new Uint8Array());
    expect(refused).toMatchObject([{ code: 'empty-file' }]);
  });
});

describe('a picture is damaged', () => {
  test.each([
    ['a PNG whose points were changed', changed(png, placeOf(png, 'IDAT') + 60)],
    ['a PNG whose head was changed', changed(png, 24)],
    ['a PNG with a sum that is another', changed(png, placeOf(png, 'IEND') - 5)],
    ['a TIFF whose packed points were changed', changed(packed, 60)],
    ['a TIFF whose pages go round in a circle', turningRound()],
  ])('%s', async (_what, bytes) => {
    const { documents, refused } = await readBytes('damaged.bin', bytes);
    expect(documents).toEqual([]);
    expect(refused).toMatchObject([{ code: 'import-failed' }]);
    expect(refused[0]?.message).toMatch(/damaged/);
  });

  test('one with fewer points than it says is only the beginning of one', async () => {
    const { refused } = await readBytes('short.png', shortPng());
    expect(refused[0]?.message).toContain('“short.png” ends before its picture does');
  });

  test('of a file with pages, the page is named', async () => {
    const { documents, refused } = await readBytes('fax.tif', shortPage());
    expect(documents).toEqual([]);
    expect(refused[0]?.message).toContain('Page 2 of “fax.tif” is damaged');
    const cut = await readBytes('fax.tif', pages.subarray(0, pages.length * 0.9));
    expect(cut.refused[0]?.message).toContain('“fax.tif” ends before its page 3 does');
  });
});

test('a sum that is another beside the points does not matter', async () => {
  const noted = Buffer.concat([
    png.subarray(0, 33),
    part('tEXt', Buffer.from('a\0b')),
    png.subarray(33),
  ]);
  const { documents } = await readBytes('noted.png', changed(noted, 33 + 8 + 4));
  expect(documents).toHaveLength(1);
});

test('a PNG whose end mark alone is missing is whole', async () => {
  const { documents } = await readBytes('a.png', png.subarray(0, png.length - 12));
  expect(documents).toHaveLength(1);
});

test('a TIFF that is packed in a way that is not known is told so', async () => {
  const { refused } = await readBytes('map.tif', tiffOf([{ ...deflated(), compression: 50000 }]));
  expect(refused[0]?.message).toContain('“map.tif” is packed in a way that cannot be drawn here');
});

test('one that says it is large, and is not, is not unpacked', async () => {
  const { strip, ...page } = deflated();
  const huge = tiffOf([{ ...page, strip, width: 60_000, height: 60_000 }]);
  const { refused } = await readBytes('bomb.tif', huge);
  expect(refused).toMatchObject([{ code: 'too-large' }]);
});
