import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrences, surroundings } from '#data/queries/occurrences.ts';

const loose = { wholeWords: true, matchCase: false };

function quotes(text: string, phrases: string[], options = loose): string[] {
  return occurrences(text, phrases, options).map(({ start, end }) => text.slice(start, end));
}

describe('occurrences', () => {
  test('finds whole words whatever their case', () => {
    expect(quotes('QCCM, the qccm; QCCMs and AQCCM', ['QCCM'])).toEqual(['QCCM', 'qccm']);
  });

  test('keeps to the case when asked', () => {
    const options = { wholeWords: true, matchCase: true };
    expect(quotes('Us and us', ['us'], options)).toEqual(['us']);
  });

  test('takes a no-break space, a line end and other dashes for the same name', () => {
    const text = 'Tehrik-e-Taliban, Tehrik‑e‑Taliban; Raheel\u00a0Sharif, Raheel\nSharif';
    expect(quotes(text, ['Tehrik-e-Taliban', 'Raheel Sharif'])).toHaveLength(4);
  });

  test('prefers the longest phrase at a place and never overlaps', () => {
    const text = 'the East Turkestan Islamic Movement and East Turkestan';
    expect(quotes(text, ['East Turkestan', 'East Turkestan Islamic Movement'])).toEqual([
      'East Turkestan Islamic Movement',
      'East Turkestan',
    ]);
  });

  test('needs no spaces around Chinese, but does around Persian and Cyrillic words', () => {
    expect(quotes('四国机制和中国', ['中国'])).toEqual(['中国']);
    expect(quotes('چین، چینی', ['چین'])).toEqual(['چین']);
    expect(quotes('Китай и Китайцы', ['китай'])).toEqual(['Китай']);
  });

  test('treats the phrase as words, never as a pattern', () => {
    expect(quotes('a+b (c) a.b', ['a.b', '(c)'])).toEqual(['(c)', 'a.b']);
  });

  test('stops at the limit and finds nothing for nothing', () => {
    expect(occurrences('a a a', ['a'], { ...loose, limit: 2 })).toHaveLength(2);
    expect(occurrences('a a a', ['', '  '], loose)).toEqual([]);
  });

  test('any text contains itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '' && !/\p{Cs}/u.test(text));
        const found = quotes(`${text}`, [text], { wholeWords: false, matchCase: true });
        expect(found[0]).toBe(text.trim());
      }),
    );
  });
});

test('surroundings cut at spaces and mark what is left out', () => {
  const text = 'one two three four five six seven';
  const start = text.indexOf('four');
  expect(surroundings(text, { start, end: start + 4 }, 9)).toEqual({
    before: '…three ',
    quote: 'four',
    after: ' five…',
  });
});
