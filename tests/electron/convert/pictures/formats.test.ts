import { describe, expect, test } from 'vitest';
import { readBytes } from '../../import/support/read-case.ts';
import { page } from '../ocr/pictures.ts';
import { bitmap, tiff } from './made.ts';

const canvas = page(['One page'], { width: 300, height: 200 });
const png = canvas.toBuffer('image/png');
const jpeg = canvas.toBuffer('image/jpeg');

/** A head that says how large the picture is, and nothing behind it. */
function pngOf(width: number, height: number): Uint8Array {
  const bytes = Uint8Array.from(png);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

async function documentOf(name: string, bytes: Uint8Array) {
  const { documents, refused } = await readBytes(name, bytes);
  expect(refused).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0];
}

describe('a picture is a document of pages', () => {
  test.each([
    ['png', png, 'image/png'],
    ['jpg', jpeg, 'image/jpeg'],
    ['gif', canvas.toBuffer('image/gif'), 'image/gif'],
    ['webp', canvas.toBuffer('image/webp'), 'image/webp'],
    ['bmp', bitmap(), 'image/bmp'],
    ['tif', tiff(1), 'image/tiff'],
  ])('%s', async (ending, bytes, mediaType) => {
    expect(await documentOf(`scan of a letter.${ending}`, bytes)).toMatchObject({
      title: 'scan of a letter',
      mediaType,
      text: 'Page 1: a picture without text',
      pages: [{ start: 0, end: 30, number: '1' }],
      regions: [{ start: 0, end: 30, kind: 'boilerplate' }],
      reading: { pages: 1, withoutText: [1] },
    });
  });

  test('its bytes say what it is, not its name', async () => {
    expect(await documentOf('letter.txt', jpeg)).toMatchObject({ mediaType: 'image/jpeg' });
    expect(await documentOf('letter.jpg', png)).toMatchObject({ mediaType: 'image/png' });
  });

  test('a TIFF has as many pages as it has', async () => {
    expect(await documentOf('fax.tiff', tiff(3))).toMatchObject({
      text: 'Page 1: a picture without text\nPage 2: a picture without text\nPage 3: a picture without text',
      reading: { pages: 3, withoutText: [1, 2, 3] },
    });
  });

  test('a text about BMW is a text', async () => {
    expect(await documentOf('cars.txt', Buffer.from('BMW is a maker of cars.'))).toMatchObject({
      mediaType: 'text/plain',
    });
  });
});

describe('what is no picture, or too much of one, is refused in words', () => {
  test.each([
    ['only its first bytes', png.subarray(0, 40)],
    ['its head alone', jpeg.subarray(0, 200)],
    ['no points', pngOf(0, 200)],
    ['a TIFF without pages', Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0])],
    ['a TIFF that ends early', tiff(1).subarray(0, 100)],
    ['noise behind a signature', Buffer.concat([png.subarray(0, 8), Buffer.alloc(200)])],
  ])('%s', async (_what, bytes) => {
    const { documents, refused } = await readBytes('broken.bin', bytes);
    expect(documents).toEqual([]);
    expect(refused).toMatchObject([{ code: 'import-failed' }]);
    expect(refused[0]?.message).toContain('Nothing of it was imported');
  });

  test('one that says it is 50,000 points wide and high is not unpacked', async () => {
    const { refused } = await readBytes('huge.png', pngOf(50_000, 50_000));
    expect(refused).toMatchObject([{ code: 'too-large' }]);
  });
});
