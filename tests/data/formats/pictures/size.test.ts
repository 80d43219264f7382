import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureSize } from '#data/formats/import/pictures/size.ts';
import { page } from '../../../electron/convert/ocr/pictures.ts';

const canvas = page([], { width: 321, height: 123 });
const files = (['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const).map(
  (type) => [type, new Uint8Array(canvas.toBuffer(type as 'image/png'))] as const,
);

test.each(files)('%s says how large it is', (_type, bytes) => {
  expect(pictureSize(bytes)).toEqual({ width: 321, height: 123 });
});

test('whatever bytes there are, it ends and answers', () => {
  const starts = files.map(([, bytes]) => bytes.subarray(0, 40));
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      const size = pictureSize(Uint8Array.from([...start.subarray(0, 12), ...rest]));
      expect(size === undefined || Number.isFinite(size.width)).toBe(true);
    }),
  );
});
