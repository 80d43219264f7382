import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextMark } from '#data/text/working-text.ts';
import { lookOf, TextMarks } from '../../../renderer/reader/text-marks.ts';

const kind = fc.constantFrom<TextMark['kind'][]>('emphasis', 'strong', 'superscript');
const mark = fc
  .tuple(fc.nat(2000), fc.integer({ min: 1, max: 300 }), kind)
  .map(([start, length, of]): TextMark => ({ start, end: start + length, kind: of }));

describe('TextMarks', () => {
  test('answers like a plain list', () => {
    fc.assert(
      fc.property(
        fc.array(mark, { maxLength: 200 }),
        fc.nat(2300),
        fc.integer({ min: 1, max: 500 }),
        (all, start, length) => {
          const end = start + length;
          const found = new TextMarks(all).over(start, end);
          expect(new Set(found)).toEqual(
            new Set(all.filter((one) => one.start < end && one.end > start)),
          );
          expect(found).toEqual(found.toSorted((a, b) => a.start - b.start));
        },
      ),
    );
  });
});

describe('lookOf', () => {
  const range = { start: 0, end: 4 };

  test('words without marks are plain', () => {
    expect(lookOf([])).toEqual({ classes: '', shift: '' });
  });

  test('a kind counts once, and kinds add up', () => {
    const marks: TextMark[] = [
      { ...range, kind: 'emphasis' },
      { ...range, kind: 'emphasis' },
      { ...range, kind: 'link', address: 'https://example.org/a' },
    ];
    expect(lookOf(marks)).toEqual({
      classes: 'emphasis link',
      shift: '',
      address: 'https://example.org/a',
    });
  });

  test('the sign of a note is raised, once, and is no link', () => {
    const marks: TextMark[] = [
      { ...range, kind: 'superscript' },
      { ...range, kind: 'note-anchor', address: '#n1', to: 90 },
    ];
    expect(lookOf(marks)).toEqual({ classes: 'anchor', shift: 'raised' });
  });

  test('what is written with raised or lowered figures is not shifted twice', () => {
    const raised: TextMark[] = [{ ...range, kind: 'superscript' }];
    for (const words of ['¹²', '⁽³⁾', '₂', 'ᵗʰ']) {
      expect(lookOf(raised, { words }).shift, words).toBe('');
    }
    expect(lookOf(raised, { words: '2' }).shift).toBe('raised');
    expect(lookOf(raised, { words: 'th' }).shift).toBe('raised');
  });

  test('the reading of words stands over the first of their runs', () => {
    const ruby: TextMark[] = [{ ...range, kind: 'ruby', reading: 'かいぎ' }];
    expect(lookOf(ruby, { start: 0 })).toEqual({ classes: '', shift: '', reading: 'かいぎ' });
    expect(lookOf(ruby, { start: 2 })).toEqual({ classes: '', shift: '' });
  });
});
