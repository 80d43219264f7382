import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockAt } from '#data/text/block-at.ts';
import { packBlocks, unpackBlocks } from '#data/text/packed-blocks.ts';
import { Block, type ShownBlock } from '#data/text/working-text.ts';

/** Blocks in order: the white space before each, its length, and how it is shown. */
const someBlocks = fc
  .array(
    fc.record(
      {
        gap: fc.nat(5),
        length: fc.integer({ min: 1, max: 2000 }),
        kind: fc.constantFrom(...Block.shape.kind.options),
        level: fc.integer({ min: 1, max: 9 }),
        number: fc.constantFrom('4.', 'b.'),
      },
      { requiredKeys: ['gap', 'length', 'kind'] },
    ),
  )
  .map((given) => {
    let last = 0;
    return given.map(({ gap, length, ...rest }): ShownBlock => {
      const start = last + gap;
      last = start + length;
      return { start, end: last, ...rest };
    });
  });

test('what is packed is unpacked', () => {
  fc.assert(
    fc.property(someBlocks, (blocks) => {
      expect(unpackBlocks(packBlocks(blocks))).toEqual(blocks);
    }),
  );
});

test('a packed outline is a fraction of the records', () => {
  const blocks = Array.from({ length: 1000 }, (_, at): Block => {
    return { start: at * 700, end: at * 700 + 699, kind: 'paragraph' };
  });
  const size = (value: unknown) => JSON.stringify(value).length;
  expect(size(packBlocks(blocks)) * 4).toBeLessThan(size(blocks));
});

test('a block is found by any offset in it, or before it', () => {
  fc.assert(
    fc.property(
      someBlocks.filter((blocks) => blocks.length > 0),
      fc.nat(5000),
      (blocks, offset) => {
        const found = blockAt(blocks, offset);
        const first = blocks.findIndex(({ end }) => end > offset);
        expect(found).toBe(first < 0 ? blocks.length - 1 : first);
      },
    ),
  );
});
