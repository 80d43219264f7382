import { expect, test } from 'vitest';
import type { Block, TextMark } from '#data/text/working-text.ts';
import { Folds } from '../../../renderer/reader/folding/folds.svelte.ts';
import { madeRegion } from './folding/made-regions.ts';
import { OpenText } from '../../../renderer/reader/open-text.svelte.ts';

test('words in closed folds are not seen, and so not copied', () => {
  const text = 'Menu\n\nFirst words.\n\nShare\nPrint\n\nLast words.';
  const blocks: Block[] = [
    { start: 0, end: 4, kind: 'paragraph' },
    { start: 6, end: 18, kind: 'paragraph' },
    { start: 20, end: 25, kind: 'paragraph' },
    { start: 26, end: 31, kind: 'paragraph' },
    { start: 33, end: 44, kind: 'paragraph' },
  ];
  const part = { from: 0, text, highlights: [] };
  const folds = new Folds([madeRegion('a', 0, 4), madeRegion('b', 20, 31)]);
  const open = new OpenText({ id: 'd', length: text.length, blocks, folds, part });
  expect(open.seen(text, 0, text.length)).toBe('First words.\n\nLast words.');
  expect(open.seen(text, 12, 38)).toBe('words.\n\nLast');
  expect(open.seen(text, 6, 18)).toBe('First words.');
  open.refold((all) => all.set('b', true));
  expect(open.seen(text, 6, text.length)).toBe('First words.\n\nShare\nPrint\n\nLast words.');
});

test('at the line of a fold the words below it are read', () => {
  const text = 'First words.\n\nShare\n\nLast words.';
  const blocks: Block[] = [
    { start: 0, end: 12, kind: 'paragraph' },
    { start: 14, end: 19, kind: 'paragraph' },
    { start: 21, end: 32, kind: 'paragraph' },
  ];
  const part = { from: 0, text, highlights: [] };
  const folds = new Folds([madeRegion('a', 14, 19)]);
  const open = new OpenText({ id: 'd', length: text.length, blocks, folds, part });
  const read = (part: number) => open.rows.list.map(({ index }) => open.readAt(index, part));
  expect(read(0)).toEqual([0, 0, 21, 21, 32]);
  expect(read(0.5)).toEqual([0, 6, 21, 27, 32]);
  open.refold((all) => all.set('a', true));
  expect(read(0)).toEqual([0, 0, 14, 14, 21, 32]);
});

test('how the words of a long text look is known with its words', () => {
  const text = 'First words.\n\nLast words.';
  const blocks: Block[] = [
    { start: 0, end: 12, kind: 'paragraph' },
    { start: 14, end: 25, kind: 'paragraph' },
  ];
  const near: TextMark = { start: 0, end: 5, kind: 'emphasis' };
  const far: TextMark = { start: 14, end: 18, kind: 'strong' };
  const part = { from: 0, text: text.slice(0, 12), highlights: [], marks: [near] };
  const open = new OpenText({ id: 'd', length: text.length, blocks, part });
  expect(open.looksOver(0, 12)).toEqual([near]);
  expect(open.looksOver(14, 25)).toEqual([]);
  open.complete(text, [near, far]);
  expect(open.looksOver(0, 12)).toEqual([near]);
  expect(open.looksOver(14, 25)).toEqual([far]);
});
