import { expect, test } from 'vitest';
import { foldBlocks, unfoldBlocks } from '#data/text/fold-blocks.ts';
import { shownText } from '#data/text/shown-text.ts';
import type { ShownBlock } from '#data/text/working-text.ts';

const blocks: ShownBlock[] = [
  { start: 0, end: 4, kind: 'paragraph', region: 'navigation' },
  { start: 5, end: 9, kind: 'list-item', level: 1, number: 'b.', region: 'navigation' },
  { start: 11, end: 20, kind: 'heading', level: 1, region: 'header' },
  { start: 22, end: 26, kind: 'table-row' },
];
const plain = blocks.map(({ region: _, ...block }) => block);
const kind = 'related' as const;

test('runs of blocks of one region are ranges, and ranges mark the blocks again', () => {
  const regions = [
    { start: 0, end: 9, kind: 'navigation' as const },
    { start: 11, end: 20, kind: 'header' as const },
  ];
  expect(unfoldBlocks(blocks)).toEqual({ blocks: plain, regions });
  expect(foldBlocks(plain, regions)).toEqual(blocks);
});

test('a block is cut where a region begins or ends in it', () => {
  const folded = (start: number, end: number) =>
    foldBlocks(plain, [{ start, end, kind }]).map((one) => [
      one.start,
      one.end,
      one.kind,
      one.region === kind,
    ]);
  expect(folded(2, 7)).toEqual([
    [0, 2, 'paragraph', false],
    [2, 4, 'continuation', true],
    [5, 7, 'list-item', true],
    [7, 9, 'continuation', false],
    [11, 20, 'heading', false],
    [22, 26, 'table-row', false],
  ]);
  expect(folded(9, 11).every(([, , , isIn]) => !isIn)).toBe(true);
  expect(folded(12, 14)).toHaveLength(6);
});

test('the text without its regions keeps words, order and gaps', () => {
  const text = 'Home\nWorl\n\nHeadlines\n\nFoot';
  const words = { text, blocks: plain };
  expect(shownText(words, [])).toBe(text);
  expect(shownText(words, [{ start: 22, end: 26, kind }])).toBe('Home\nWorl\n\nHeadlines');
  expect(shownText(words, [{ start: 11, end: 15, kind }])).toBe('Home\nWorllines\n\nFoot');
});
