import { describe, expect, it } from 'vitest';
import { orderOf } from '#data/queries/edtf-order.ts';
import { edtfWords } from '#data/queries/edtf-words.ts';

describe('dates in words', () => {
  it.each([
    ['2016', '2016'],
    ['2016-08', 'August 2016'],
    ['2016-08-03', '3 August 2016'],
    ['2021~', 'about 2021'],
    ['2021?', '2021 (uncertain)'],
    ['2021-06%', 'about June 2021 (uncertain)'],
    ['201X', 'the 2010s'],
    ['19XX', '1900–1999'],
    ['2016-22', 'summer 2016'],
    ['2016-XX', 'unknown month, 2016'],
    ['2016-08-XX', 'August 2016'],
    ['-0043', '44 BC'],
    ['2016-08-01/2016-08-03', '1–3 August 2016'],
    ['2016-07-30/2016-08-03', '30 July 2016 – 3 August 2016'],
    ['2016-06/2016-08', 'June–August 2016'],
    ['2001/2003', '2001–2003'],
    ['2001~/2003', 'about 2001 – 2003'],
    ['2016/..', 'since 2016'],
    ['2016-08-03/', 'since 3 August 2016'],
    ['../2016', 'until 2016'],
    ['/2016', 'until 2016'],
  ])('%s is “%s”', (edtf, words) => {
    expect(edtfWords(edtf, 'state')).toBe(words);
  });
});

describe('an open end in words that fit what happened', () => {
  it.each([
    ['2016/..', 'after 2016'],
    ['2016-08-03/', 'after 3 August 2016'],
    ['../2016', 'before 2016'],
    ['2001/2003', '2001–2003'],
  ])('%s is “%s”', (edtf, words) => {
    expect(edtfWords(edtf, 'event')).toBe(words);
  });
});

describe('order of dates', () => {
  it('sorts by the earliest day a date may mean', () => {
    const inOrder = [
      '-0200',
      '-0100',
      '0476',
      '19XX',
      '201X',
      '2016',
      '2016-03-01',
      '2016-22',
      '2016-08',
      '2016-08-01/2016-08-03',
      '2016-08-03?',
      '../2016',
      '2021~',
    ];
    const shuffled = inOrder.toReversed();
    expect(
      shuffled.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0)),
    ).toEqual(inOrder);
  });
});
