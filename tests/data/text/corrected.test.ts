import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corrected, movedRange } from '#data/text/corrected.ts';
import type { ReadWord, WorkingText } from '#data/text/working-text.ts';

/** A text of two paragraphs whose words were all read, each in a box of its own. */
function scanned(first = 'The rnin1sters met on Tuesday.', second = 'They agreed.'): WorkingText {
  const text = `${first}\n\n${second}`;
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }, at): ReadWord => ({
    ...{ start: index, end: index + word.length, page: 1, confidence: 50 },
    box: [0.1 * (at % 9), 0.1, 0.05, 0.02],
  }));
  const at = first.length + 2;
  return {
    text,
    words,
    blocks: [
      { start: 0, end: first.length, kind: 'paragraph' },
      { start: at, end: text.length, kind: 'paragraph' },
    ],
    pages: [{ start: 0, end: text.length, number: '1' }],
  };
}

const placed = ({ text, words = [] }: WorkingText): [string, number][] =>
  words.map(({ start, end, confidence }) => [text.slice(start, end), confidence]);

describe('words that are corrected', () => {
  test('have the boxes of those that were read, and are sure; all others stay', () => {
    const before = scanned();
    const { text, changes } = corrected(before, { start: 4, end: 14, words: 'ministers' });
    expect(text.text).toBe('The ministers met on Tuesday.\n\nThey agreed.');
    expect(text.blocks.map(({ start, end }) => text.text.slice(start, end))).toEqual([
      'The ministers met on Tuesday.',
      'They agreed.',
    ]);
    expect(text.pages).toEqual([{ start: 0, end: text.text.length, number: '1' }]);
    expect(placed(text)).toEqual([
      ...[
        ['The', 50],
        ['ministers', 100],
        ['met', 50],
        ['on', 50],
        ['Tuesday.', 50],
      ],
      ...[
        ['They', 50],
        ['agreed.', 50],
      ],
    ]);
    expect(text.words?.[1]?.box).toEqual(before.words?.[1]?.box);
    expect(changes).toEqual([{ a: { start: 4, end: 14 }, b: { start: 4, end: 13 } }]);
  });

  test('that were run together stand in the box of both', () => {
    const { text } = corrected(scanned('The minis ters met.'), {
      start: 4,
      end: 14,
      words: 'ministers',
    });
    expect(text.text).toMatch(/^The ministers met\./);
    const word = text.words?.find(({ start }) => start === 4);
    expect(word).toMatchObject({
      end: 13,
      box: [0.1, 0.1, expect.closeTo(0.15), expect.closeTo(0.02)],
    });
  });

  test('never part or join blocks', () => {
    const { text } = corrected(scanned(), { start: 0, end: 30, words: ' One\nline\tof  words \n' });
    expect(text.text).toBe('One line of words\n\nThey agreed.');
    expect(text.blocks).toHaveLength(2);
  });

  test('can be taken out altogether', () => {
    const { text } = corrected(scanned(), { start: 0, end: 30, words: '' });
    expect(text.text.trim()).toBe('They agreed.');
    expect(text.blocks).toHaveLength(1);
  });
});

test('ranges over words that stay stay over them', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ab cd'), maxLength: 30 });
  const texts = fc.tuple(letters, letters, letters, letters);
  fc.assert(
    fc.property(texts, ([before, old, now, after]) => {
      const given: WorkingText = { text: `${before}|${old}|${after}`, blocks: [] };
      const start = before.length + 1;
      const { text, changes } = corrected(given, { start, end: start + old.length, words: now });
      const first = movedRange({ start: 0, end: before.length }, changes);
      expect(text.text.slice(first.start, first.end)).toBe(before);
      const from = start + old.length + 1;
      const last = movedRange({ start: from, end: given.text.length }, changes);
      expect(text.text.slice(last.start, last.end)).toBe(after);
      const all = movedRange({ start: start - 1, end: from }, changes);
      expect(text.text.slice(all.start, all.end)).toBe(
        text.text.slice(start - 1, text.text.length - after.length),
      );
    }),
  );
});
