import { expect, test } from 'vitest';
import { alignParagraphs } from '#data/text/alignment/align-paragraphs.ts';
import { turned, withoutRow, withPair } from '#data/text/alignment/pairs.ts';
import { placeBeside } from '#data/text/alignment/place-beside.ts';
import type { ShownParagraph } from '#data/text/shown-paragraphs.ts';

/** Paragraphs of ten code units, at 0, 10, 20 … */
const paragraphs = (count: number): ShownParagraph[] =>
  Array.from({ length: count }, (_, at) => ({
    start: at * 10,
    end: at * 10 + 8,
    kind: 'paragraph',
  }));
const both = { left: paragraphs(20), right: paragraphs(20) };
const pair = (one: number, other: number) => ({ from: one * 10, to: other * 10 });

test.each([
  ['one that crosses goes', [pair(3, 5), pair(6, 9)], pair(4, 4), [pair(4, 4), pair(6, 9)]],
  ['several beside one', [pair(3, 5)], pair(3, 6), [pair(3, 5), pair(3, 6)]],
  ['a run of them', [pair(3, 5), pair(3, 6)], pair(3, 7), [pair(3, 5), pair(3, 6), pair(3, 7)]],
  ['another place instead', [pair(3, 5)], pair(3, 9), [pair(3, 9)]],
  ['one beside several', [pair(3, 5)], pair(4, 5), [pair(3, 5), pair(4, 5)]],
  ['the same again', [pair(3, 5)], pair(3, 5), [pair(3, 5)]],
  ['what is folded away waits', [{ from: 9, to: 0 }], pair(1, 1), [{ from: 9, to: 0 }, pair(1, 1)]],
])('%s', (_name, before, added, after) => {
  expect(withPair(before, added, both)).toEqual(after);
});

test('a row is taken apart, the others stay', () => {
  const pairs = [pair(1, 1), pair(3, 5), pair(3, 6), pair(8, 8)];
  const row = { left: { start: 3, end: 4 }, right: { start: 5, end: 7 }, byHand: true };
  expect(withoutRow(pairs, row, both)).toEqual([pair(1, 1), pair(8, 8)]);
});

test('seen from the other text they stand in its order', () => {
  expect(turned([pair(1, 4), pair(2, 4), pair(3, 4)])).toEqual([
    pair(4, 1),
    pair(4, 2),
    pair(4, 3),
  ]);
});

test('a place leads to the paragraphs beside it, and back', () => {
  const texts = ['Aaaa aaaa aaaa.', 'Bbbb 17 bbbb.', 'Cccc 99 cccc 2004.'];
  const text = (parts: readonly string[]) => {
    let start = 0;
    const ranges = parts.map(({ length }): ShownParagraph => {
      const own = { start, end: start + length, kind: 'paragraph' as const };
      start = own.end + 2;
      return own;
    });
    return { text: parts.join('\n\n'), paragraphs: ranges };
  };
  const [left, right] = [text(texts), text([texts[0] ?? '', texts[2] ?? ''])];
  const ranges = { left: left.paragraphs, right: right.paragraphs };
  const pairs = [
    { from: 0, to: 0 },
    { from: left.paragraphs[2]?.start ?? 0, to: right.paragraphs[1]?.start ?? 0 },
  ];
  const rows = alignParagraphs(left, right, pairs);
  const at = (words: string) => left.text.indexOf(words);
  expect(placeBeside(rows, ranges, 'left', at('99'))).toEqual({
    start: 17,
    end: 35,
    row: 2,
    isLeftOut: false,
  });
  expect(placeBeside(rows, ranges, 'left', at('17'))).toEqual({
    start: 0,
    end: 15,
    row: 1,
    isLeftOut: true,
  });
  expect(placeBeside(rows, ranges, 'right', 20)).toMatchObject({ start: at('Cccc'), row: 2 });
  expect(placeBeside([], { left: [], right: [] }, 'left', 0)).toBeUndefined();
});
