import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PictureFault } from '#data/formats/import/pictures/fault.ts';
import { needWhole } from '#data/formats/import/pictures/whole.ts';
import { bitmap, scan } from '../../../electron/convert/pictures/made.ts';

const canvas = scan(60, 40);
const files = [
  ...(['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const).map((type) =>
    Uint8Array.from(canvas.toBuffer(type as 'image/png')),
  ),
  bitmap(20, 20),
];

const isRefused = (bytes: Uint8Array): boolean => {
  try {
    needWhole(bytes);
    return false;
  } catch (thrown) {
    if (!(thrown instanceof PictureFault)) throw thrown;
    return true;
  }
};

test.each(files.map((bytes) => ({ bytes })))('it is whole as it was written', ({ bytes }) => {
  expect(isRefused(bytes)).toBe(false);
});

test('wherever it is cut, it is found: what may be missing is an end mark that draws nothing', () => {
  for (const bytes of files) {
    for (let length = 4; length < bytes.length - 16; length++) {
      if (!isRefused(bytes.subarray(0, length))) throw new Error(`${bytes[1]}: ${length}`);
    }
  }
});

test('whatever is changed, it ends and answers', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.nat(),
      fc.uint8Array({ maxLength: 9 }),
      (file, at, put) => {
        const bytes = Uint8Array.from(file);
        bytes.set(put, 4 + (at % (bytes.length - 20)));
        isRefused(bytes);
      },
    ),
  );
});
