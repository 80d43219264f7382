import { expect, test } from 'vitest';
import type { ImportSettings } from '#data/formats/import/format.ts';
import { readBytes } from '../../electron/import/support/read-case.ts';
import { blockFaults } from './convert.ts';
import { marked, noted, only, readMade } from './office-files.ts';

const read = (rtf: string | Uint8Array, settings?: ImportSettings) =>
  readBytes('a.rtf', typeof rtf === 'string' ? Buffer.from(rtf, 'latin1') : rtf, settings);
const textOf = async (rtf: string | Uint8Array, settings?: ImportSettings) =>
  only(await read(rtf, settings)).text;

test('a document with everything comes in as a reader saw it', async () => {
  const document = only(await readMade('rtf/word.rtf'));
  expect(noted(document)).toMatchSnapshot();
  expect(marked(document)).toMatchSnapshot();
  expect(blockFaults(document)).toEqual([]);
  expect(document.title).toBe('A étude');
  expect(document.meta[0]).toEqual({ field: 'author', value: 'Odo Karst', from: 'file' });
  expect(document.reading).toMatchObject({
    encoding: 'windows-1252',
    leftOut: { what: ['picture'] },
  });
});

test('a file of another maker', async () => {
  expect(noted(only(await readMade('rtf/cocoa.rtf')))).toEqual([
    'paragraph: Hello… пр',
    'paragraph: second line',
    'table-row: a\tb',
    'paragraph: end',
  ]);
});

test.each([
  ["{\\rtf1\\mac \\'8e}", 'é'],
  ["{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset128 x;}}\\f0 \\'83A\\'93\\'fa}", 'ア日'],
  ["{\\rtf1\\ansi\\ansicpg936 \\'c0\\'b6\\'b9\\'c8}", '蓝谷'],
  ["{\\rtf1\\ansi\\ansicpg949 \\'b0\\'a1}", '가'],
  ["{\\rtf1\\ansi\\ansicpg950 \\'a4\\'a4}", '中'],
  ['{\\rtf1\\ansi\\u-10179?\\u-8704?}', '😀'],
  ["{\\rtf1\\ansi\\uc2 \\u34013\\'c0\\'b6!}", '蓝!'],
  ['{\\rtf1\\ansi\\uc3 \\u1078 ab\\emdash c}', 'жc'],
  ['{\\rtf1\\ansi\\u1078{x}\\u1079}', 'жxз'],
  ['{\\rtf1\\ansi{\\upr{old}{\\*\\ud new \\u1078?}}}', 'new ж'],
  ['{\\rtf1\\ansi a\\bin5 {}{}\\b}', 'ab'],
  ['{\\rtf1\\ansi before}} stray } after', 'before stray  after'],
  ['{\\rtf1\\ansi{\\*\\unknown {\\b x} y}z}', 'z'],
])('%j', async (rtf, text) => {
  expect(await textOf(rtf)).toBe(text);
});

test('bytes that are written as they are', async () => {
  const cyrillic = Uint8Array.from([0xcc, 0xe8, 0xf0]);
  const rtf = Buffer.concat([
    Buffer.from('{\\rtf1\\ansi\\ansicpg1251 '),
    cyrillic,
    Buffer.from('}'),
  ]);
  expect(await textOf(rtf)).toBe('Мир');
  expect(await textOf(Buffer.from('{\\rtf1\\ansi Мир}'))).toBe('Мир');
  expect(await textOf("{\\rtf1\\ansi \\'cc\\'e8\\'f0}", { encoding: 'windows-1251' })).toBe('Мир');
});

test('words with a reading that a formula lays above them', async () => {
  const field = String.raw`{\field{\*\fldinst{ EQ \\* jc2 \\o\\ad(\\s\\up 11(\u12392?\u12358?),\u26481?)}}{\fldrslt }}`;
  const document = only(await read(`{\\rtf1 To ${field}\\u20140?.}`));
  expect(document.text).toBe('To 東京.');
  expect(marked(document)).toEqual(['ruby: 東 -> とう']);
});

test('a formula is told, not read', async () => {
  const document = only(
    await read('{\\rtf1 It is {\\mmath{\\*\\moMath{\\mf{\\mnum 1}{\\mden 2}}}}.}'),
  );
  expect(document.text).toBe('It is .');
  expect(document.reading.leftOut?.what).toEqual(['other']);
});

test('20,000 notes keep their numbers', async () => {
  const document = only(await read(`{\\rtf1 ${'Text{\\footnote Note}\\par\n'.repeat(20_000)}}`));
  expect(document.blocks.at(-1)?.number).toBe('20000');
  expect(document.marks?.at(-1)?.to).toBe(document.blocks.at(-1)?.start);
});

test.each([
  ['groups within each other', `{\\rtf1 ${'{'.repeat(200_000)}x`],
  ['no text', '{\\rtf1\\ansi\\par}'],
])('is refused in one clear line: %s', async (what, rtf) => {
  const { documents, refused } = await read(rtf);
  expect(documents).toEqual([]);
  expect(refused[0]?.message).toContain(what);
});

test('notes and headers in each other take no longer than others', async () => {
  const { documents } = await read(`{\\rtf1 x${'{\\footnote y'.repeat(5000)}`);
  expect(documents[0]?.text).toContain('y');
  const footers = await read(`{\\rtf1 x${'{\\footer y{\\header z'.repeat(5000)}`);
  expect(footers.documents).toHaveLength(1);
});

test('numbers that stand as words before hanging items are their numbers', async () => {
  const item = (sign: string, words: string) =>
    `{\\pard \\ql \\li360 \\fi-360 ${sign}\\tx360\\tab ${words}\\par}`;
  const given = [
    item('1.', 'One'),
    item('(b)', 'Two'),
    item('iv)', 'Three'),
    item('\\bullet ', 'Four'),
    item('2016', 'was cold'),
    '{\\pard Name:\\tab words\\par}',
    '{\\pard 1.\\tab is no item\\par}',
  ];
  expect(noted(only(await read(`{\\rtf1\\ansi ${given.join('')}}`)))).toEqual([
    'list-item1 [1.]: One',
    'list-item1 [(b)]: Two',
    'list-item1 [iv)]: Three',
    'list-item1: Four',
    'paragraph: 2016\twas cold',
    'paragraph: Name:\twords',
    'paragraph: 1.\tis no item',
  ]);
});
