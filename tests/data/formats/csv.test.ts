import { describe, expect, test } from 'vitest';
import { csvRows } from '#data/formats/import/table/csv-rows.ts';
import { delimited } from '#data/formats/import/table/delimiter.ts';
import { blockFaults, metaOf, outline } from './convert.ts';
import { readDocuments, readParts } from './read-parts.ts';

const cells = (text: string, delimiter?: string) =>
  [...csvRows(text, delimiter)].map((row) => row.cells);
const recipe = { text: 'Body', title: 'Head', date: 'Day', source: 'Desk' };
const head = 'Head;Body;Day;Desk\n';

describe('the rows of a table', () => {
  test.each([
    [
      'a,b\n1,2\n',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a ""b""","c\nd"', ',', [['a "b"', 'c\nd']]],
    ['"a" ,b"c,"d"e', ',', [['a', 'b"c', 'de']]],
    [
      'a,"open\nb,c',
      ',',
      [
        ['a', '"open'],
        ['b', 'c'],
      ],
    ],
    ['a,,\n\n,b', ',', [['a', '', ''], [''], ['', 'b']]],
    ['"a";"b;c"', ';', [['a', 'b;c']]],
    ['"a", b', undefined, [['"a", b']]],
  ])('%j', (text, delimiter, rows) => {
    expect(cells(text, delimiter)).toEqual(rows);
  });

  test.each([
    ['a,b\n1,2', ','],
    ['a;b\n1,5;2,5\n3,5;4', ';'],
    ['a\tb, c\n1\t2', '\t'],
    ['a|b\n1, x|2', '|'],
    ['Words, and more.\nNo more.\nNot one, no, none.', undefined],
    ['Name\nA', undefined],
    ['"sep=;"\nA,b;C\n1,5', ';'],
  ])('are parted in %j', (text, delimiter) => {
    expect(delimited(text).delimiter).toBe(delimiter);
  });
});

describe('a table without a word about its columns', () => {
  test('is one document, a block a row', async () => {
    const [read] = await readDocuments('a.csv', 'Boat,Days\n"Hal\nvar",31\n,"1, 2"\n,\nEnd\n');
    expect(outline(read)).toEqual([
      'table-row: Boat\tDays',
      'table-row: Hal\nvar\t31',
      'table-row: \t1, 2',
      'paragraph: End',
    ]);
    expect(read).toMatchObject({ title: 'a', mediaType: 'text/csv' });
    expect(blockFaults(read)).toEqual([]);
  });

  test('may be of tabs, in another encoding, with its delimiter said', async () => {
    const excel = Buffer.from('sep=;\r\nÄrger;Zahl\r\nÖl;1,5\r\n', 'latin1');
    expect(outline((await readDocuments('a.csv', excel))[0])).toEqual([
      'table-row: Ärger\tZahl',
      'table-row: Öl\t1,5',
    ]);
    const tabs = (await readDocuments('a.tsv', 'a\tb\n\t2'))[0];
    expect(tabs).toMatchObject({ mediaType: 'text/tab-separated-values', text: 'a\tb\n\t2' });
  });

  test.each(['sheet', 'file'] as const)('or read by %s', async (unit) => {
    const settings = { recipe: { unit, text: 'Body' } };
    expect((await readDocuments('a.csv', `${head}a;b;c;d\n`, settings))[0].text).toContain('a\tb');
  });
});

describe('a table with named columns', () => {
  const read = (rows: string, named: object = recipe) =>
    readDocuments('a.csv', head + rows, { recipe: named });

  test('gives a document a row, with what its cells say of it', async () => {
    const rows = '\nRoad shut;"A rock fell on\nthe road.\n\nIt is ""big"".";9.5.2020 10:00;Kesk\n';
    const [document] = await read(rows);
    expect(document).toMatchObject({
      title: 'Road shut',
      text: 'A rock fell on\nthe road.\n\nIt is "big".',
      part: 'row 3',
      given: { published: '2020-05-09', publisher: 'Kesk' },
      reading: { recipe },
    });
    expect(metaOf(document)).toMatchObject({ published: '2020-05-09', publisher: 'Kesk' });
  });

  test.each([
    ['2020-05-09', '2020-05-09'],
    ['2020-05-09T10:00:00Z', '2020-05-09'],
    ['13/05/2020', '2020-05-13'],
    ['5/13/2020 3:04 PM', '2020-05-13'],
    ['5/6/2020', undefined],
    ['2020-05', '2020-05'],
    ['9 May 2020', '2020-05-09'],
    ['soon', undefined],
  ])('the day of %s', async (cell, day) => {
    expect((await read(`a;b;${cell};\n`))[0].given?.published).toBe(day);
  });

  test('is read whatever the capitals of its headings, and below a title', async () => {
    const table = `Roads of 2020\n\n${head}a;b;;\n`;
    const settings = { recipe: { text: 'body' } };
    const [document, ...others] = await readDocuments('a.csv', table, settings);
    expect([document.text, document.part, others.length]).toEqual(['b', 'row 4', 0]);
  });

  test('keeps the other cells where there is no text', async () => {
    const lines = (await read('a;;2020;x\n'))[0].text.split('\n');
    expect(lines).toEqual(['Head: a', 'Day: 2020', 'Desk: x']);
    expect((await read('a;b;;x\n', { title: 'Head' }))[0].text).toBe('Body: b\nDesk: x');
    expect((await read('a;b;;x\n', { unit: 'row' }))[0].text).toBe('Head: a\nBody: b\nDesk: x');
  });

  test('says which there are when one is not', async () => {
    const reading = read('a;b;;\n', { text: 'Words' });
    await expect(reading).rejects.toMatchObject({ code: 'import-failed' });
    await expect(reading).rejects.toThrow('no column “Words”; its columns are “Head”, “Body”');
    const titled = readDocuments('a.csv', 'A table\n\nx;y\n1;2\n3;4', {
      recipe: { text: 'Words' },
    });
    await expect(titled).rejects.toThrow('its columns are “x”, “y”');
    await expect(read('')).rejects.toThrow();
  });
});

describe('tables without measure', { timeout: 60_000 }, () => {
  const MB = 1024 * 1024;

  test.each([
    ['a cell of 50 MB', `a,b\n"${'words '.repeat(8 * MB)}",2`],
    ['300,000 columns', `${'a,'.repeat(300_000)}\n`],
    ['300,000 rows', 'a,b\n'.repeat(300_000)],
    ['quotes that open again and again', `a,b\n${'"a,\n'.repeat(300_000)}`],
    ['quotes', '"'.repeat(5 * MB)],
  ])('%s', async (_, content) => {
    expect(await readParts('a.csv', content)).toHaveLength(1);
  });
});
