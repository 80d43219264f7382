import { expect, test } from 'vitest';
import { markerOf } from '#data/formats/import/pdf/markers.ts';
import { blocksOf, column, read } from './blocks.ts';
import { line, page } from './glyphs.ts';

const FULL = 'this line is about as long as all of the others';

test('numbers of a list stand by themselves, whether or not they stand apart', () => {
  const apart = [
    ...line('1.', 40, 100),
    ...line('the first item goes on over the end of a line', 60, 100),
    ...line('and ends', 60, 112),
    ...line('a)', 60, 124),
    ...line('an inner one', 85, 124),
    ...line('2.', 40, 136),
    ...line('the second', 60, 136),
    ...line('•', 40, 148),
    ...line('a bullet', 60, 148),
  ];
  const items = [
    'list-item 1.: the first item goes on over the end of a line and ends',
    'list-item a): an inner one',
    'list-item 2.: the second',
    'list-item •: a bullet',
  ];
  expect(blocksOf([page(apart)])).toEqual(items);
  const close = column(['iv. a fourth', 'v. a fifth', 'B. Jones wrote it.'], 40, 100);
  expect(blocksOf([page(close)])).toEqual([
    'list-item iv.: a fourth',
    'list-item v.: a fifth',
    'paragraph: B. Jones wrote it.',
  ]);
});

test('items are counted in any script', () => {
  const value = (text: string) => markerOf({ text })?.readings.map((one) => one.value);
  expect(value('۱۲. نخست')).toEqual([12]);
  expect(value('十二、甲')).toEqual([12]);
  expect(value('二十、甲')).toEqual([20]);
  expect(value('（三）甲')).toEqual([3]);
  expect(value('(xiv) one')).toEqual([14]);
  expect(value('2.11 one')).toEqual([11]);
  expect(value('2011. That year')).toBeUndefined();
});

const small = (text: string, x: number, y: number) => line(text, x, y, { size: 8 });

test('notes whose numbers stand apart are notes, and a power is no anchor', () => {
  const glyphs = [
    ...column([FULL, FULL, FULL, 'it weighs 10'], 40, 100),
    ...line('3', 100, 132, { size: 6 }),
    ...line('tons', 110, 136),
    ...line('3', 130, 132, { size: 6 }),
    ...small('3', 40, 540),
    ...small('A note that goes on over the end of its line and', 60, 540),
    ...small('ends', 60, 550),
    ...small('4', 40, 560),
    ...small('Another note', 60, 560),
  ];
  const { text, blocks, marks } = read([page(glyphs)]);
  const notes = blocks.filter(({ kind }) => kind === 'footnote');
  expect(notes.map(({ number, start, end }) => [number, text.slice(start, end)])).toEqual([
    ['3', 'A note that goes on over the end of its line and ends'],
    ['4', 'Another note'],
  ]);
  expect(marks?.map(({ kind }) => kind)).toEqual(['superscript', 'note-anchor']);
});

test('notes at the end of the text are found by the numbers that lead to them', () => {
  const first = page([
    ...column([FULL, FULL, FULL, 'said one'], 40, 100),
    ...line('i', 82, 132, { size: 6 }),
    ...column([FULL, FULL, FULL, 'said another'], 40, 170),
    ...line('ii', 102, 202, { size: 6 }),
  ]);
  const last = page(column(['i The first note.', 'ii The second note, which says more.'], 40, 100));
  const { text, blocks, marks } = read([first, last]);
  const notes = blocks.filter(({ kind }) => kind === 'footnote');
  expect(notes.map(({ number, start, end }) => [number, text.slice(start, end)])).toEqual([
    ['i', 'The first note.'],
    ['ii', 'The second note, which says more.'],
  ]);
  expect(marks?.map(({ to = 0 }) => text.slice(to, to + 9))).toEqual(['The first', 'The secon']);
});

test('a paragraph away from both edges is a quotation', () => {
  const quoted = ['they came with machines in', 'the night and nobody asked'];
  const glyphs = [
    ...column([FULL, FULL, 'ends.'], 40, 100),
    ...column(quoted, 70, 150),
    ...column([FULL, FULL], 40, 190),
  ];
  expect(blocksOf([page(glyphs)])[1]).toBe(`quote: ${quoted.join(' ')}`);
});
