import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finderOf } from '#data/queries/occurrences.ts';
import { fold } from '#data/text/fold.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { ByteFilter } from '../../../../electron/storage/snapshots/byte-filter.ts';

const RULES = [
  {},
  { wholeWords: true },
  { matchCase: true },
  { exactLetters: true },
  { exactLetters: true, matchCase: true, wholeWords: true },
];

const jsonOf = (text: string): Buffer =>
  Buffer.from(JSON.stringify({ text, blocks: plainBlocks(text) }));

function filterOf(phrases: string[], rules = {}): ByteFilter | undefined {
  const { needles } = finderOf(phrases, rules);
  return needles && new ByteFilter(needles);
}

/** Whether a filter lets a text be looked through; undefined when there is no filter for the words. */
function isLetThrough(text: string, phrases: string[], rules = {}): boolean | undefined {
  return filterOf(phrases, rules)?.mayHold(jsonOf(text));
}

/** What was lost by a filter: found in the text, but never looked for. */
function isLost(text: string, phrases: string[]): boolean {
  return RULES.some(
    (rules) =>
      finderOf(phrases, rules).find(text).length > 0 &&
      isLetThrough(text, phrases, rules) === false,
  );
}

describe('texts are told to hold nothing by their bytes', () => {
  test.each([
    'He said: “The talks – in Kabul – are over…”\nNothing else.',
    'Über die Straße'.replace(/[^ -~]/g, ''),
    'In the co-operation, well-known "words" \\ and\ttabs',
    'Встреча в Душанбе, 塔吉克斯坦, £5 «quoted»',
  ])('%j', (text) => {
    expect(isLetThrough(text, ['quadrilateral'])).toBe(false);
    expect(isLetThrough(text, ['Central Asian State', 'QCCM'])).toBe(false);
  });
});

describe('texts are looked through', () => {
  test.each([
    ['the Quadrilateral', 'quadrilateral'],
    ['the QUADRILATERAL talks', 'Quadrilateral talks'],
    ['the quadri-\nlateral talks', 'quadrilateral'],
    ['the quadri- \u00a0\r\n lateral talks', 'quadrilateral'],
    ['the quadri\u00adlateral talks', 'quadrilateral'],
    ['the quàdrilateral talks', 'quadrilateral'],
    ['ＱＵＡＤＲＩＬＡＴＥＲＡＬ', 'quadrilateral'],
    ['the qua\u200bdrilateral', 'quadrilateral'],
    ['the qua\u064bdrilateral', 'quadrilateral'],
  ])('%j', (text, phrase) => {
    expect(isLetThrough(text, [phrase])).toBe(true);
  });

  test('with letters that were written as escapes in a foreign case', () => {
    const json = Buffer.from('{"text":"\\u0071uadrilateral","blocks":[]}');
    expect(filterOf(['quadrilateral'])?.mayHold(json)).toBe(true);
  });

  test('where words are too short, too many or in another script', () => {
    expect(filterOf(['UN'])).toBeUndefined();
    expect(filterOf(['quadrilateral', 'Душанбе'])).toBeUndefined();
    const many = Array.from({ length: 9 }, (_, at) => String.fromCharCode(97 + at).repeat(4));
    expect(filterOf(many)).toBeUndefined();
  });
});

test('one needle that lies in others stands for them', () => {
  const many = Array.from({ length: 20 }, (_, at) => `talks number ${at}`);
  expect(isLetThrough('talking', many)).toBe(false);
  expect(isLetThrough('numbers of talks', many)).toBe(true);
});

test('no sign that is judged becomes letters or is left out', () => {
  const other = filterOf(['zzzz']);
  const finders = RULES.map((rules) => finderOf(['abcdef', 'abcabc'], rules));
  const strays: string[] = [];
  let judged = 0;
  for (let point = 1; point <= 0x10ffff; point++) {
    const sign = String.fromCodePoint(point);
    const text = `abc${sign}def abc${sign}\nabc`;
    if (/[a-z0-9]/i.test(sign) || other?.mayHold(jsonOf(text))) continue;
    judged++;
    const isFound = finders.some((finder) => finder.find(text).length > 0);
    if (isFound || /[a-z0-9]/i.test(fold(`.${sign}.`))) strays.push(point.toString(16));
  }
  expect(strays).toEqual([]);
  expect(judged).toBeGreaterThan(24_000);
}, 60_000);

test('nothing is lost of any words in any text', () => {
  const part = fc.constantFrom(
    ...[
      'alli',
      'ANCE',
      'a',
      'é',
      'e\u0301',
      '-\n',
      '- \r\n',
      '\u00ad',
      '\u00ad\n',
      ' ',
      '\n',
      '\n\n',
    ],
    ...[
      '-',
      '–',
      '’',
      '"',
      '\\',
      '\\n',
      'ﬁ',
      'ß',
      '\u200b',
      '２',
      '2',
      'Ж',
      '北',
      'پ',
      '\u064b',
      '\ud83d',
    ],
  );
  const words = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), fc.boolean(), (text, from, length, isFolded) => {
      const start = from % text.length;
      const phrase = text.slice(start, start + 1 + (length % text.length));
      expect(isLost(text, [isFolded ? fold(phrase) : phrase.toUpperCase()])).toBe(false);
    }),
    { numRuns: 5000 },
  );
});
