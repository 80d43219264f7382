import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lines, plainBlocks } from '#data/text/plain-blocks.ts';
import { Block, LONGEST_BLOCK, MOST_BLOCKS } from '#data/text/working-text.ts';

test('one block per line with words', () => {
  expect(plainBlocks('a\n\n  \n b \nc')).toEqual([
    { start: 0, end: 1, kind: 'paragraph' },
    { start: 6, end: 9, kind: 'paragraph' },
    { start: 10, end: 11, kind: 'paragraph' },
  ]);
  expect(plainBlocks('')).toEqual([]);
  expect(plainBlocks('\n\n')).toEqual([]);
});

test('long lines are cut after a space, or anywhere but inside a character', () => {
  const words = plainBlocks('word '.repeat(1000));
  expect(words.map(({ kind }) => kind)).toEqual(['paragraph', 'continuation', 'continuation']);
  expect(words[0]?.end).toBe(LONGEST_BLOCK);
  const solid = plainBlocks(`x${'😀'.repeat(2000)}`);
  expect(solid[0]?.end).toBe(LONGEST_BLOCK - 1);
});

test('blocks are valid, in order, short, and hold all words', () => {
  const texts = fc.array(fc.oneof(fc.string(), fc.constant('\n'), fc.constant(' x'.repeat(1500))));
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('');
      const blocks = plainBlocks(text);
      let end = 0;
      for (const block of blocks) {
        expect(Block.safeParse(block).success).toBe(true);
        expect(text.slice(end, block.start).trim()).toBe('');
        expect(block.start).toBeGreaterThanOrEqual(end);
        expect(block.end - block.start).toBeLessThanOrEqual(LONGEST_BLOCK);
        end = block.end;
      }
      expect(text.slice(end).trim()).toBe('');
    }),
  );
});

test('lines leaves empty ones out and needs no final line feed', () => {
  const text = 'a\n\nbc';
  expect([...lines(text)].map(({ start, end }) => text.slice(start, end))).toEqual(['a', 'bc']);
});

test('a text of nothing but lines is refused before it takes all memory', () => {
  expect(plainBlocks('x\n'.repeat(MOST_BLOCKS))).toHaveLength(MOST_BLOCKS);
  const bomb = 'x\n'.repeat(MOST_BLOCKS + 1);
  expect(() => plainBlocks(bomb)).toThrow(expect.objectContaining({ code: 'too-large' }) as Error);
});
