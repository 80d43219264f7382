import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearch } from '#data/search/parse.ts';
import { readDays } from '#data/search/days.ts';

/** A query as brackets, for reading. */
function told(typed: string): string {
  const { query } = parseSearch(typed);
  return query ? say(query) : '';
}
type Query = NonNullable<ReturnType<typeof parseSearch>['query']>;
function say(query: Query): string {
  switch (query.kind) {
    case 'phrase': {
      const ends = query.terms.map(({ text, prefix, fuzzy }) =>
        [text, prefix && '*', fuzzy && `~${fuzzy}`].filter(Boolean).join(''),
      );
      return ends.join('+');
    }
    case 'near':
      return `near(${query.phrases.map(say).join(' ')} ${query.within})`;
    case 'not':
      return `!${say(query.part)}`;
    case 'words':
      return `${query.field}:${say(query.leaf)}`;
    case 'value':
      return `${query.field}=${query.value}`;
    case 'date':
      return `date=${query.days.first}..${query.days.last}`;
    default:
      return `(${query.parts.map(say).join(query.kind === 'and' ? ' & ' : ' | ')})`;
  }
}

describe('what is understood', () => {
  test.each([
    ['', ''],
    ['China', 'china'],
    ['a b', '(a & b)'],
    ['a AND b OR c d', '((a & b) | (c & d))'],
    ['a NOT (b OR c)', '(a & !(b | c))'],
    ['and or not', '(and & or & not)'],
    ['“one two” three*', '(one+two & three*)'],
    ['"one two"*', 'one+two*'],
    [
      'Kabil~ Talibann~ word~1 counter-terrorist~',
      '(kabil~1 & talibann~2 & word~1 & counter+terrorist~2)',
    ],
    ['反恐机制', '反+恐+机+制'],
    ['near(a "b c", 3)', 'near(a b+c 3)'],
    ['NEAR(a b)', 'near(a b 5)'],
    ['near(a, b, 7)', 'near(a b 7)'],
    ['near by', '(near & by)'],
    ['title:"one two" lang:RU state:done', '(title:one+two & lang=ru & state=done)'],
    ['tag:(a OR b)', '(tag:a | tag:b)'],
    ['-a', 'a'],
    ['date:2016..2017', 'date=20160101..20171231'],
    ['date:2016-05', 'date=20160501..20160531'],
    ['http://example.org', 'http+example+org'],
    ['marking:amber+strict', 'marking=AMBER+STRICT'],
  ])('%s', (typed, expected) => {
    expect(parseSearch(typed).problems).toEqual([]);
    expect(told(typed)).toBe(expected);
  });
});

describe('what is not, is told, and the rest is searched', () => {
  test.each([
    ['(a b', '(a & b)'],
    ['a b)', '(a & b)'],
    ['"a b', 'a+b'],
    ['a AND', 'a'],
    ['OR a', 'a'],
    ['a NOT', 'a'],
    ['a ...', 'a'],
    ['colour:red a', '(colour+red & a)'],
    ['date:yesterday a', 'a'],
    ['state:asleep a', 'a'],
    ['near(a)', 'a'],
    ['title: a', 'a'],
    ['tag:(', ''],
  ])('%s', (typed, expected) => {
    const { problems } = parseSearch(typed);
    expect(problems.length).toBeGreaterThan(0);
    for (const { start, end, message } of problems) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(typed.length);
      expect(message).toMatch(/\.$/);
    }
    expect(told(typed)).toBe(expected);
  });

  test('whatever is typed, it never throws, and ends', () => {
    const parts = fc.constantFrom(
      'a',
      '(',
      ')',
      '"',
      'AND ',
      'OR ',
      'NOT ',
      'near(',
      ',',
      'tag:',
      '*',
      '~',
      ' ',
      '反',
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 60 }).map((all) => all.join('')),
        (typed) => {
          for (const { start, end } of parseSearch(typed).problems) {
            expect(start).toBeLessThanOrEqual(end);
          }
        },
      ),
      { numRuns: 2_000 },
    );
    expect(parseSearch('('.repeat(4_000)).problems.length).toBeLessThan(5);
    expect(parseSearch('x '.repeat(4_000)).problems).toHaveLength(1);
  });
});

test.each([
  ['2016', [20160101, 20161231]],
  ['..2016', [-Infinity, 20161231]],
  ['2016-05-02..', [20160502, Infinity]],
  ['2016/2017', [20160101, 20171231]],
  ['201X', [20100101, 20191231]],
  ['2017..2016', undefined],
  ['..', undefined],
  ['x..y', undefined],
])('days of %s', (typed, expected) => {
  const days = readDays(typed);
  expect(days && [days.first, days.last]).toEqual(expected);
});
