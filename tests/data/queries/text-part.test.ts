import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { textPart, type ShownMark } from '#data/queries/text-part.ts';
import type { Highlight } from '#data/model/highlight.ts';
import type { TextMark } from '#data/text/working-text.ts';

const words = fc.lorem({ maxCount: 40, mode: 'sentences' }).map((text) => {
  const lines = text.replaceAll('. ', '.\n');
  return { text: lines, blocks: plainBlocks(lines) };
});

function marksOf(text: string, places: readonly number[]): Highlight[] {
  return places.map((place, at) => {
    const start = place % text.length;
    const end = Math.min(text.length, start + 1 + (place % 90));
    const by = { at: '2026-01-01T00:00:00Z', by: 'test' };
    return {
      id: `h${at}`,
      document: 'd',
      start,
      end,
      tags: [],
      created: by,
    } as unknown as Highlight;
  });
}

test('a part holds what was asked, in whole blocks, and every highlight that touches it', () => {
  fc.assert(
    fc.property(
      words,
      fc.nat(2000),
      fc.nat(500),
      fc.array(fc.nat(5000)),
      (whole, at, size, all) => {
        const { text, blocks } = whole;
        const start = at % text.length;
        const end = Math.min(text.length, start + size + 1);
        const marks = marksOf(text, all);
        const part = textPart(whole, marks, start, end);
        const to = part.from + part.text.length;
        expect(part.text).toBe(text.slice(part.from, to));
        expect(part.from).toBeLessThanOrEqual(start);
        expect(to).toBeGreaterThanOrEqual(end);
        for (const block of blocks) {
          const cut = block.start < to && block.end > to;
          const cutBefore = block.start < part.from && block.end > part.from;
          expect(cut || cutBefore).toBe(false);
        }
        expect(part.highlights).toEqual(
          marks.filter((mark) => mark.start < to && mark.end > part.from),
        );
      },
    ),
  );
});

test('parts one after the other are the whole', () => {
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 1, max: 300 }),
      fc.array(fc.nat(5000)),
      (whole, piece, all) => {
        const marks = marksOf(whole.text, all);
        const looks = marks.map(({ start, end }): TextMark => ({ start, end, kind: 'strong' }));
        const pieces: string[] = [];
        const found = new Set<string>();
        const seen: ShownMark[] = [];
        let start = 0;
        while (start < whole.text.length) {
          const part = textPart({ ...whole, marks: looks }, marks, start, start + piece);
          pieces.push(part.text.slice(start - part.from));
          for (const { id } of part.highlights) found.add(id);
          for (const look of part.marks ?? []) if (look.start >= start) seen.push(look);
          start = part.from + part.text.length;
        }
        expect(pieces.join('')).toBe(whole.text);
        expect(found.size).toBe(marks.length);
        expect(seen).toHaveLength(looks.length);
        expect(new Set(seen)).toEqual(new Set(looks));
      },
    ),
  );
});

test('a part brings the marks that touch it, and no list where there are none', () => {
  const text = 'One line.\n\nAnother line.\n\nA last one.';
  const marks: TextMark[] = [
    { start: 0, end: 15, kind: 'emphasis' },
    { start: 19, end: 23, kind: 'link', address: 'https://example.org' },
  ];
  const whole = { text, blocks: plainBlocks(text), marks };
  expect(textPart(whole, [], 0, text.length).marks).toEqual(marks);
  expect(textPart(whole, [], 0, 5).marks).toEqual([marks[0]]);
  expect(textPart(whole, [], 12, 13).marks).toEqual(marks);
  expect(textPart(whole, [], 30, 31)).not.toHaveProperty('marks');
});

test('a place beyond the ends is the start or the end', () => {
  const text = 'One line.\nAnother line.';
  const whole = { text, blocks: plainBlocks(text) };
  expect(textPart(whole, [], -30_000, 30_000)).toEqual({ from: 0, text, highlights: [] });
});

test('words that were read unsurely from a picture come as a mark, those beside each other as one', () => {
  const text = 'one two three four';
  const word = (start: number, end: number, confidence: number) => ({
    ...{ start, end, confidence, page: 1 },
    box: [0, 0, 1, 1] as [number, number, number, number],
  });
  const words = [word(0, 3, 90), word(4, 7, 30), word(8, 13, 69), word(14, 18, 70)];
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const }];
  expect(textPart({ text, blocks, words }, [], 0, text.length).marks).toEqual([
    { start: 4, end: 13, kind: 'unsure' },
  ]);
});
