import { expect, test } from 'vitest';
import { describeRegions, extentOf } from '#data/queries/described-regions.ts';
import type { Block } from '#data/text/working-text.ts';
import type { Region } from '#data/model/region.ts';

const text = 'Menu\n\nHome and\nWorld\n\nText.';
const blocks: Block[] = [
  { start: 0, end: 4, kind: 'paragraph' },
  { start: 6, end: 14, kind: 'paragraph' },
  { start: 15, end: 20, kind: 'continuation' },
  { start: 22, end: 27, kind: 'paragraph' },
];

test('a region is described by its first words and what it holds', () => {
  const region = { id: 'r', start: 0, end: 20, kind: 'navigation' } as Region;
  expect(describeRegions({ text, blocks }, [region])).toEqual([
    { region, words: 'Menu Home and World', paragraphs: 2, characters: 17 },
  ]);
});

test('an extent is cut at the ends of the stretch', () => {
  expect(extentOf(blocks, { start: 10, end: 24 })).toEqual({ paragraphs: 2, characters: 11 });
  expect(extentOf(blocks, { start: 4, end: 6 })).toEqual({ paragraphs: 0, characters: 0 });
});
