import { expect, test } from 'vitest';
import { signsOf } from '#data/text/alignment/signs.ts';

test.each([
  ['In 2004 it cost 1,500 dollars.', ['2004', 'cost', '1500', 'dollars']],
  ['В 2004 году это стоило 1 500 долларов.', ['2004', '1500']],
  ['سال ۲۰۰۴ ۱٬۵۰۰ دلار', ['2004', '1500']],
  ['ADB在2019年的研究，２ 万人', ['adb', '2019', '2']],
  ['4.8 per cent in 2016 250 men', ['4', '8', 'per', '2016', '250', 'men']],
  ['12,345,678 and 12,34', ['12345678', 'and', '12', '34']],
  ['Kabul, KABUL und Kâbul', ['kabul', 'und']],
  ['', []],
])('%s', (words, signs) => {
  expect(signsOf(words)).toEqual(expect.arrayContaining(signs));
});
