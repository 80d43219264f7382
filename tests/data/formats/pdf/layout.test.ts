import { expect, test } from 'vitest';
import { FILLER } from '#data/formats/import/pdf/page.ts';
import { blocksOf, column } from './blocks.ts';
import { line, page } from './glyphs.ts';

const LEFT = [
  'the first column has words',
  'in lines that fill the box',
  'until the last of them has',
  'nothing more to tell',
];
const RIGHT = [
  'and goes on at the right in',
  'lines of the same length as',
  'those on the other side of',
  'the page, and ends.',
];

test('columns are read one after the other, drawn so or row by row', () => {
  const words = `paragraph: ${[...LEFT, ...RIGHT].join(' ')}`;
  expect(blocksOf([page([...column(LEFT, 40, 100), ...column(RIGHT, 210, 100)])])).toEqual([words]);
  const rows = LEFT.flatMap((text, at) => [
    ...line(text, 40, 100 + 12 * at),
    ...line(RIGHT[at] ?? '', 210, 100 + 12 * at),
  ]);
  expect(blocksOf([page(rows)])).toEqual([words]);
});

test('columns need not begin on the same line, and a title stands above both', () => {
  const rows = LEFT.flatMap((text, at) => [
    ...line(text, 40, 100 + 12 * at),
    ...line(RIGHT[at] ?? '', 210, 105 + 12 * at),
  ]);
  const title = line('One title above both columns', 40, 70, { size: 18 });
  expect(blocksOf([page([...rows, ...title])])).toEqual([
    'heading1: One title above both columns',
    `paragraph: ${[...LEFT, ...RIGHT].join(' ')}`,
  ]);
});

test('cells of a table are rows, not columns', () => {
  const rows = [
    ['Kesk', '101'],
    ['Ardan', '14'],
    ['Belisar', '7'],
  ];
  const glyphs = rows.flatMap(([name = '', length = ''], at) => [
    ...line(name, 40, 100 + 14 * at),
    ...line(length, 200, 100 + 14 * at),
  ]);
  expect(blocksOf([page(glyphs)])).toEqual(rows.map((row) => `table-row: ${row.join('\t')}`));
});

test('hyphens at line ends go where the word is one, and stay where it is not', () => {
  const lines = [
    'they fight counter-',
    'terrorism and sepa-',
    'ratism, as counter-terrorism',
    'is',
  ];
  expect(blocksOf([page(column(lines, 40, 100))])).toEqual([
    'paragraph: they fight counter-terrorism and separatism, as counter-terrorism is',
  ]);
});

test('a gap, an indent and a short line each begin a paragraph', () => {
  const full = 'this line is as long as any';
  expect(blocksOf([page(column([full, full, 'short.', full, full], 40, 100))])).toEqual([
    `paragraph: ${full} ${full} short.`,
    `paragraph: ${full} ${full}`,
  ]);
  const indented = [
    ...column([full, full], 40, 100),
    ...line('indented as first lines are', 52, 124),
    ...line(full, 40, 136),
  ];
  expect(blocksOf([page(indented)])).toHaveLength(2);
});

test('running lines and numbers are debris on every page, odd and even', () => {
  const pages = ['one', 'two', 'three', 'four'].map((word, at) =>
    page([
      ...line(at % 2 === 0 ? 'The Review' : 'A chapter of it', 40, 30, { size: 8 }),
      ...column([`page ${word} has words in a line`, 'and a second.'], 40, 100),
      ...line(`${at + 11}`, 200, 580, { size: 8 }),
    ]),
  );
  const blocks = blocksOf(pages);
  expect(blocks.filter((one) => one.startsWith('~header'))).toHaveLength(4);
  expect(blocks.filter((one) => one.startsWith('~footer'))).toHaveLength(4);
  expect(blocks.filter((one) => one.startsWith('paragraph'))).toHaveLength(4);
});

test('numbered headings at the same place on pages are no running lines', () => {
  const pages = [3, 9, 4].map((number) =>
    page([...line(`Article ${number}`, 40, 60), ...column(['It has words in a line.'], 40, 100)]),
  );
  expect(blocksOf(pages).filter((one) => one.startsWith('~'))).toEqual([]);
});

test('headings are those of the outline, or of larger and bolder letters', () => {
  const glyphs = [
    ...line('Plain but listed', 40, 100),
    ...column(['words of a text in a line', 'and more.'], 40, 130),
    ...line('Bold', 40, 170, { bold: true }),
    ...column(['words of a text in a line', 'and more.'], 40, 190),
  ];
  const kinds = blocksOf([page(glyphs)], [{ title: 'Plain, but listed', level: 2, page: 0 }]);
  expect(kinds[0]).toBe('heading2: Plain but listed');
  expect(kinds[2]).toBe('heading1: Bold');
});

test('raised figures are none of the number before them', () => {
  const glyphs = [
    ...line('weighs 10', 40, 100),
    ...line('3', 85, 96, { size: 6 }),
    ...line('tons', 95, 100),
  ];
  expect(blocksOf([page(glyphs)])).toEqual(['paragraph: weighs 10³ tons']);
});

test('letters that are spaced out are one word, and accents join their letters', () => {
  const spaced = [...'SPACED'].flatMap((letter, at) => line(letter, 40 + at * 8, 100));
  expect(blocksOf([page(spaced)])).toEqual(['paragraph: SPACED']);
  const accent = [...line('Gomez', 40, 100), ...line('´', 45, 100)];
  expect(blocksOf([page(accent)])).toEqual(['paragraph: Gómez']);
});

test('columns whose lines lie between each other are apart, also when lines are far apart', () => {
  const glyphs = [...column(LEFT, 40, 110, 19), ...column(RIGHT, 202, 100, 19)];
  expect(blocksOf([page(glyphs)])).toEqual([`paragraph: ${[...LEFT, ...RIGHT].join(' ')}`]);
});

test('three columns with a running line above and notes drawn last are read in order', () => {
  const words = (name: string) =>
    Array.from({ length: 20 }, (_, at) => `${name} line ${at} has words in it`);
  const [one, two, three] = [words('one'), words('two'), words('three').slice(0, 4)];
  const glyphs = [
    ...line('7', 40, 50, { size: 7 }),
    ...line('The Review', 320, 50, { size: 7 }),
    ...column(one, 40, 100),
    ...column(two, 200, 92),
    ...column(three, 360, 92),
    ...line('a note of one', 40, 400, { size: 7 }),
    ...line('a note of two', 200, 400, { size: 7 }),
  ];
  const blocks = blocksOf([page(glyphs, { width: 540 })]);
  const text = blocks.join(' ');
  expect(text).toContain(one.join(' '));
  expect(text).toContain(two.join(' '));
  expect(text).toContain(three.join(' '));
  expect(blocks.slice(0, 2)).toEqual(['~header: 7', '~header: The Review']);
});

test('lines beside a box or a picture are one paragraph, though they are shorter', () => {
  const glyphs = [
    ...column(['these lines are beside it', 'and they all end in the o'], 40, 100),
    ...column(['same place where the b be', 'gins, and then go on as wide as all lines'], 40, 124),
    ...column(['of the column below it are, to its edge'], 40, 148),
  ];
  expect(blocksOf([page(glyphs)])).toHaveLength(1);
});

test('cells in the middle of their row belong to it, and words cut in them are joined', () => {
  const glyphs = [
    ...line('Village', 40, 100),
    ...line('Remarks', 140, 100),
    ...line('Kesk', 40, 126),
    ...line('Elected in spring and re-', 140, 120),
    ...line('elected in au-', 140, 132),
    ...line('Ardan', 40, 158),
    ...line('Appoint-', 140, 152),
    ...line('ed', 140, 164),
  ];
  expect(blocksOf([page(glyphs)]).slice(0, 1)).toEqual(['table-row: Village\tRemarks']);
  expect(blocksOf([page(glyphs)]).at(-1)).toBe('table-row: Ardan\tAppointed');
});

test('hyphens of compounds stay at the end of a line', () => {
  const lines = [
    'there are twenty-',
    'seven of them, re-',
    'elected on the border, cross-',
    'border',
  ];
  expect(blocksOf([page(column(lines, 40, 100))])).toEqual([
    'paragraph: there are twenty-seven of them, re-elected on the border, cross-border',
  ]);
});

test('numbers of lines in the margin are debris, those of a table are not', () => {
  const texts = Array.from({ length: 6 }, (_, at) => `line ${at} of a draft has many words`);
  const numbers = texts.flatMap((_, at) => line(`${at + 1}`, 30, 100 + 24 * at));
  const blocks = blocksOf([page([...column(texts, 60, 100, 24), ...numbers])]);
  expect(blocks[0]).toBe(`paragraph: ${texts.join(' ')}`);
  expect(blocks.slice(1)).toEqual(
    ['1', '2', '3', '4', '5', '6'].map((at) => `~boilerplate: ${at}`),
  );
  const names = texts.flatMap((_, at) => line('Kesk', 60, 100 + 24 * at));
  expect(blocksOf([page([...names, ...numbers])])[0]).toMatch(/Kesk/);
  expect(blocksOf([page([...names, ...numbers])]).join(' ')).not.toContain('~');
});

test('a letter over several lines is the first of its word', () => {
  const glyphs = [
    ...line('T', 40, 124, { size: 36 }),
    ...column(['he council of nine has bee', 'n here since the spring of'], 62, 100),
    ...column(['the year in which it met f', 'or once'], 62, 124).filter(({ y }) => y < 130),
    ...column(['irst, and it will go on as it', 'was.'], 40, 136),
  ];
  const [first] = blocksOf([page(glyphs)]);
  expect(first).toMatch(/^paragraph: The council of nine has bee n here since/);
  expect(first).toMatch(/go on as it was\.$/);
});

test('words of letters that are spaced out are parted where a space was drawn', () => {
  const spaced = (text: string, x: number) =>
    [...text].flatMap((letter, at) => line(letter, x + at * 9, 100));
  const [first, ...rest] = spaced('FINDINGS', 150);
  const glyphs = [
    ...spaced('SUMMARY', 40),
    ...(first ? [{ ...first, spaced: true as const }] : []),
    ...rest,
  ];
  expect(blocksOf([page(glyphs)])).toEqual(['paragraph: SUMMARY FINDINGS']);
});

test('a stroke that is no letter holds a word together', () => {
  const [one, two, three] = [line('ab', 40, 100), line('x', 50, 100), line('cd', 55, 100)];
  const stroke = two.map((glyph) => ({ ...glyph, text: FILLER }));
  expect(blocksOf([page([...one, ...stroke, ...three])])).toEqual(['paragraph: abcd']);
});

test('words that are far apart because their line is drawn out are no cells', () => {
  const words = (y: number, ...texts: string[]) =>
    texts.flatMap((text, at) => {
      const [first, ...rest] = line(text, 40 + at * 65, y);
      return first ? [at === 0 ? first : { ...first, spaced: true as const }, ...rest] : [];
    });
  const glyphs = [
    ...words(100, 'governors', 'neighbour', 'districts'),
    ...words(112, 'withdrew', 'their own', 'policemen'),
  ];
  expect(blocksOf([page(glyphs)])).toEqual([
    'paragraph: governors neighbour districts withdrew their own policemen',
  ]);
});

test('a picture on a page that is filled with white makes no table of its text', () => {
  const text = [
    'these words stand above the picture on the page',
    'in two lines that are as wide as the page',
  ];
  const glyphs = [
    ...line('The Review', 35, 30),
    ...column(text, 40, 100),
    ...line('beside it', 150, 150),
    ...line('A caption of it', 72, 290),
    ...column(text, 40, 330),
    ...line('7', 350, 590),
  ];
  const boxes = [
    { x0: 0, y0: 0, x1: 400, y1: 600 },
    { x0: 60, y0: 180, x1: 340, y1: 280 },
  ];
  const known = blocksOf([page(glyphs)]);
  expect(blocksOf([page(glyphs, { boxes })])).toEqual(known);
  expect(blocksOf([page(glyphs, { boxes }), page(glyphs, { boxes })]).join(' ')).toContain(text[0]);
});

test('the same words at the head of the text of two pages are no running line', () => {
  const lines = [
    'the council met again',
    'in the school of the',
    'village, as it did',
    'the year before',
  ];
  const pages = [1, 2].map((number) =>
    page([
      ...line('The Review', 40, 30),
      ...column([...lines, `when it met ${number} times`], 40, 60),
    ]),
  );
  const blocks = blocksOf(pages);
  expect(blocks.filter((one) => one.startsWith('~'))).toEqual([
    '~header: The Review',
    '~header: The Review',
  ]);
  expect(blocks.join(' ').split('the council met again')).toHaveLength(3);
});
