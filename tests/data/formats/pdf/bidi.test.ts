import { expect, test } from 'vitest';
import { inReadingOrder, readsFromRight } from '#data/formats/import/pdf/bidi.ts';

/** What stands on a line, from left to right, as it is read. */
function read(seen: string, fromRight?: boolean): string {
  const pieces = [...seen].map((text) => ({ text }));
  const direction = fromRight ?? readsFromRight([...seen]);
  return inReadingOrder(pieces, direction)
    .map(({ text }) => text)
    .join('');
}

const seen = (read: string): string => [...read].reverse().join('');

test('words from right to left are turned, numbers and Latin names in them are not', () => {
  expect(read(`${seen('بين')} 212 ${seen('طوله')}`)).toBe('طوله 212 بين');
  expect(read(`${seen('في')} COVID-19 test ${seen('عن')}`, true)).toBe('عن COVID-19 test في');
  expect(read(`1400/05/12 ${seen('تاریخ')}`)).toBe('تاریخ 1400/05/12');
  expect(read(`12.5 ${seen('من')} 1,000`)).toBe('1,000 من 12.5');
});

test('a hyphen parts numbers in Arabic, and belongs to them in Hebrew', () => {
  expect(read(`02-07-2020 ${seen('في')}`)).toBe('في 2020-07-02');
  expect(read(`2020-07 ${seen('ביום')}`)).toBe('ביום 2020-07');
});

test('brackets are turned where that makes pairs of them', () => {
  const mirrored = `(${seen('ايران')})`;
  expect(read(`${mirrored} ${seen('عن')}`)).toBe('عن (ايران)');
  expect(read(`)${seen('ايران')}( ${seen('عن')}`)).toBe('عن (ايران)');
});

test('a line from left to right keeps its order around words from right to left', () => {
  expect(read(`means ${seen('سلام عليكم')} here`, false)).toBe('means سلام عليكم here');
  expect(read('no such words')).toBe('no such words');
});

test('the direction is that of most letters; a few words in Latin letters do not turn it', () => {
  expect(readsFromRight([...'شورای نه (Council of Nine) در روستا'])).toBe(true);
  expect(readsFromRight([...'The word سلام means peace'])).toBe(false);
  expect(readsFromRight([...'12 – 13'])).toBe(false);
  expect(readsFromRight([...'12 – 13'], true)).toBe(true);
  expect(readsFromRight([...'means سلام عليكم here'], false)).toBe(false);
});

test('a raised number is none of the number beside it', () => {
  const pieces = [...'1.2011'].map((text, at) => ({ text, isRaised: at === 0 }));
  const read = inReadingOrder(pieces, true);
  expect(read.map(({ text }) => text).join('')).toBe('2011.1');
});
