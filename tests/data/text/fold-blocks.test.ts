import { expect, test } from 'vitest';
import { foldBlocks, unfoldBlocks } from '#data/text/fold-blocks.ts';
import { shownText } from '#data/text/shown-text.ts';
import type { ShownBlock } from '#data/text/working-text.ts';

const blocks: ShownBlock[] = [
  { start: 0, end: 4, kind: 'paragraph', debris: true },
  { start: 5, end: 9, kind: 'item', level: 1, debris: true },
  { start: 11, end: 20, kind: 'heading', level: 1 },
  { start: 22, end: 26, kind: 'paragraph', debris: true },
];
const plain = blocks.map(({ debris: _, ...block }) => block);

test('runs of marked blocks are ranges, and ranges mark the blocks again', () => {
  expect(unfoldBlocks(blocks)).toEqual({
    blocks: plain,
    folded: [
      { start: 0, end: 9 },
      { start: 22, end: 26 },
    ],
  });
  expect(foldBlocks(plain, unfoldBlocks(blocks).folded)).toEqual(blocks);
});

test('only a block that is covered whole is folded', () => {
  const folded = (regions: { start: number; end: number }[]) =>
    foldBlocks(plain, regions).map(({ debris = false }) => debris);
  expect(folded([{ start: 1, end: 9 }])).toEqual([false, true, false, false]);
  expect(folded([{ start: 0, end: 8 }])).toEqual([true, false, false, false]);
  expect(folded([{ start: 9, end: 30 }])).toEqual([false, false, true, true]);
  expect(folded([])).toEqual([false, false, false, false]);
});

test('marks that format 1 has stored in a text hide nothing without a region', () => {
  expect(foldBlocks(blocks, [])).toEqual(plain);
  const text = 'Home\nWorl\n\nHeadlines\n\nFoot';
  expect(shownText({ text, blocks }, [])).toBe(text);
  expect(shownText({ text, blocks }, [{ start: 22, end: 26 }])).toBe('Home\nWorl\n\nHeadlines');
});
