import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin } from '#data/search/distance.ts';
import { Matcher } from '#data/search/matcher.ts';
import { parseSearch } from '#data/search/parse.ts';
import { isLeaf, type Leaf } from '#data/search/query.ts';
import { tokensOf } from '#data/search/tokens.ts';

const pieces = [
  'china',
  'chinas',
  'Iran',
  'иран',
  'ёлка',
  'елка',
  '反',
  '恐',
  '机',
  'الإرهاب',
  'ارهاب',
  'a',
];
const signs = [' ', ' ', ' ', ', ', '. ', '-', '\n\n', ''];
const texts = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...signs)), { maxLength: 40 })
  .map((all) => all.map(([piece, sign]) => piece + sign).join(''));

function leafOf(typed: string): Leaf {
  const { query } = parseSearch(typed);
  if (!query || !isLeaf(query)) throw new Error(`no leaf: ${typed}`);
  return query;
}

const placesOf = (typed: string, text: string) => new Matcher(leafOf(typed)).places(tokensOf(text));

/** The plainest way to know: letters that are looked for, with nothing of a word on either side. */
function naive(text: string, word: string): number[] {
  const isHan = /^\p{Script=Han}+$/u.test(word);
  const letters = '[[\\p{L}\\p{N}\\p{M}_]--\\p{Script=Han}]';
  const pattern = isHan ? word : `(?<!${letters})${word}(?!${letters})`;
  return Array.from(text.matchAll(new RegExp(pattern, 'giv')), ({ index }) => index);
}

describe('places', () => {
  test.each(['china', 'иран', '反恐', '反', 'ارهاب', 'a'])('%s, as a naive search', (word) => {
    fc.assert(
      fc.property(texts, (text) => {
        const starts = placesOf(word, text).map(({ start }) => start);
        expect(starts).toEqual(naive(text, word));
      }),
      { numRuns: 300 },
    );
  });

  test('the words at a place are those that are looked for, folded', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('"china iran"', 'chin*', 'елка', 'الارهاب'),
        (text, typed) => {
          for (const { start, end } of placesOf(typed, text)) {
            const again = placesOf(typed, text.slice(start, end));
            expect(again).toEqual([{ start: 0, end: end - start }]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('near is any order, with at most so many words between', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 6 }), (text, within) => {
        const { words } = tokensOf(text);
        const at = (word: string) => words.flatMap((one, i) => (one === word ? [i] : []));
        const pairs = at('china').flatMap((one) =>
          at('иран').map((other) => Math.abs(one - other) - 1),
        );
        const found = placesOf(`near(china иран, ${within})`, text);
        expect(found.length > 0).toBe(pairs.some((between) => between <= within));
        for (const { start, end } of found) {
          const inside = tokensOf(text.slice(start, end)).words;
          expect(inside.length - 2).toBeLessThanOrEqual(within);
          expect([inside[0], inside.at(-1)].sort()).toEqual(['china', 'иран']);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('long texts are read in pieces, and no word is cut', () => {
    const text = `${'слово китай '.repeat(6_000)}чин反恐${'反恐机'.repeat(20_000)}`;
    expect(placesOf('китай', text)).toHaveLength(6_000);
    expect(placesOf('反恐', text)).toHaveLength(20_001);
    expect(placesOf('机反恐', text)).toHaveLength(19_999);
    const one = 'x'.repeat(100_000);
    expect(tokensOf(`${one} y`).words.at(-1)).toBe('y');
  });
});

describe('letters apart', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', 'ж', '😀'), maxLength: 9 });
  test('as the whole table tells', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom(1, 2), (one, other, most) => {
        expect(isWithin(one, other, most)).toBe(distance([...one], [...other]) <= most);
      }),
      { numRuns: 2_000 },
    );
  });
});

function distance(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  let above = b.map((_, j) => j + 1);
  for (const [i, letter] of a.entries()) {
    const row: number[] = [];
    for (const [j, other] of b.entries()) {
      const diagonal = j === 0 ? i : (above[j - 1] ?? 0);
      const left = j === 0 ? i + 1 : (row[j - 1] ?? 0);
      row.push(Math.min(diagonal + (letter === other ? 0 : 1), (above[j] ?? 0) + 1, left + 1));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
