import { describe, expect, test } from 'vitest';
import { numberFormat, shownNumber } from '#data/formats/import/xlsx/number-format.ts';
import { blockFaults, metaOf, outline } from './convert.ts';
import { pack } from './pack.ts';
import { readDocuments, readParts } from './read-parts.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Made {
  /** Rows of each sheet as XML, by name; a name with `!` is of a hidden one. */
  sheets: Record<string, string>;
  strings?: string;
  more?: Record<string, string>;
}

/** A spreadsheet as programs write it. */
async function book({ sheets, strings = '', more = {} }: Made): Promise<Uint8Array> {
  const names = Object.keys(sheets);
  const listed = names.map(
    (name, at) =>
      `<sheet name="${name.replace('!', '')}" sheetId="${at + 1}" r:id="r${at}"${name.endsWith('!') ? ' state="hidden"' : ''}/>`,
  );
  const led = names.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/s${at}.xml"/>`);
  return pack({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${led.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/s${at}.xml`,
        `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  });
}

const inline = (words: string): string => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
const row = (...cells: string[]): string => `<row>${cells.map(inline).join('')}</row>`;

describe('a spreadsheet', () => {
  test('is one document: every sheet under its name, a block a row', async () => {
    const strings =
      '<si><r><t>Ro</t></r><r><t xml:space="preserve">ad </t></r><rPh><t>spoken</t></rPh></si><si><t>a_x000D_&#10;b_x0041_</t></si>';
    const cells =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="3"><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="e"><v>#DIV/0!</v></c><c r="E3" s="1"><v>43953</v></c><c r="F3" s="2"><v>0.125</v></c><c r="G3" t="str"><v>so</v></c></row>';
    const [read] = await readDocuments(
      'diary.xlsx',
      await book({ sheets: { Desk: cells, 'Other!': row('x', 'y') }, strings }),
    );
    expect(outline(read)).toEqual([
      'heading1: Desk',
      'table-row: Road\t\ta\nbA',
      'table-row: \t2\tTRUE\t#DIV/0!\t2020-05-02\t12.50%\tso',
      '~heading1: Other',
      '~table-row: x\ty',
    ]);
    expect(read.title).toBe('diary');
    expect(blockFaults(read)).toEqual([]);
  });

  test('tells its comments, its title and who made it', async () => {
    const more = {
      'docProps/core.xml':
        '<c:p xmlns:d="x" xmlns:c="y"><d:title>Roads</d:title><d:creator>Odo Karst</d:creator></c:p>',
      'xl/worksheets/_rels/s0.xml.rels': `<Relationships><Relationship Id="a" Type="${RELATIONS}/comments" Target="../comments1.xml"/></Relationships>`,
      'xl/comments1.xml':
        '<comments><commentList><comment ref="A1"><text><r><t>Who says so?</t></r></text></comment></commentList></comments>',
    };
    const [read] = await readDocuments(
      'a.xlsx',
      await book({ sheets: { A: row('a', 'b') }, more }),
    );
    expect(outline(read).at(-1)).toBe('comment: Who says so?');
    expect(read.title).toBe('Roads');
    expect(metaOf(read).author).toBe('Odo Karst');
  });

  test('tells where its cells lead, and what it does not show', async () => {
    const cells =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Desk</t></is></c><c r="B1" t="str"><f>HYPERLINK("https://example.org/f","site")</f><v>site</v></c><c r="C1" t="inlineStr"><is><t>aside</t></is></c></row>' +
      '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>gone</t></is></c><c r="B2"><v>1</v></c></row>' +
      '<row r="3"><c r="A3" t="inlineStr"><is><t>Kesk</t></is></c><c r="B3"><v>2</v></c></row>';
    const sheet = `<worksheet xmlns:r="${RELATIONS}"><cols><col min="3" max="3" hidden="1"/></cols><sheetData>${cells}</sheetData><hyperlinks><hyperlink ref="A1" r:id="l"/><hyperlink ref="A3:A4" r:id="j"/></hyperlinks></worksheet>`;
    const link = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="${RELATIONS}/hyperlink" Target="${target}" TargetMode="External"/>`;
    const more = {
      'xl/worksheets/s0.xml': sheet,
      'xl/worksheets/_rels/s0.xml.rels': `<Relationships>${link('l', 'https://example.org/a')}${link('j', 'javascript:x')}</Relationships>`,
    };
    const [read] = await readDocuments('a.xlsx', await book({ sheets: { A: '' }, more }));
    expect(outline(read)).toEqual([
      'heading1: A',
      'table-row: Desk\tsite',
      '~paragraph: aside',
      '~table-row: gone\t1',
      'table-row: Kesk\t2',
    ]);
    const marks = (read.marks ?? []).map(({ start, end, address }) => [
      read.text.slice(start, end),
      address,
    ]);
    expect(marks).toEqual([
      ['Desk', 'https://example.org/a'],
      ['site', 'https://example.org/f'],
    ]);
  });

  test('says who commented, and tells a thread once', async () => {
    const type = 'http://schemas.microsoft.com/office/2017/10/relationships';
    const more = {
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r0" Target="worksheets/s0.xml"/><Relationship Id="p" Type="${type}/person" Target="persons/person.xml"/></Relationships>`,
      'xl/persons/person.xml': '<personList><person displayName="Mira Sol" id="{1}"/></personList>',
      'xl/worksheets/_rels/s0.xml.rels': `<Relationships><Relationship Id="a" Type="${RELATIONS}/comments" Target="../comments1.xml"/><Relationship Id="b" Type="${type}/threadedComment" Target="../threadedComments/t1.xml"/></Relationships>`,
      'xl/comments1.xml':
        '<comments><authors><author>Odo Karst</author><author>tc={2}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Odo Karst:</t></r><r><t>\nWho?</t></r></text></comment><comment ref="A2" authorId="0"><text><t>When?</t></text></comment><comment ref="A3" authorId="1"><text><t>[Threaded comment] Why?</t></text></comment></commentList></comments>',
      'xl/threadedComments/t1.xml':
        '<ThreadedComments><threadedComment ref="A3" personId="{1}"><text>Why?</text></threadedComment></ThreadedComments>',
    };
    const bytes = await book({ sheets: { A: row('a', 'b') }, more });
    const [read] = await readDocuments('a.xlsx', bytes);
    expect(outline(read).slice(2)).toEqual([
      'comment: Odo Karst:',
      'comment: Who?',
      'comment: Odo Karst: When?',
      'comment: Mira Sol: Why?',
    ]);
  });

  test('gives a document a sheet, or a row, as it is asked to', async () => {
    const sheets = {
      A: row('Head', 'Body', 'Day') + row('One', 'Words.', '2020-05-02'),
      B: row('x'),
    };
    const bytes = await book({ sheets });
    const bySheet = await readDocuments('a.xlsx', bytes, { recipe: { unit: 'sheet' } });
    expect(bySheet.map(({ part }) => part)).toEqual(['A', 'B']);
    const recipe = { text: 'Body', title: 'Head', date: 'Day' };
    expect(await readDocuments('a.xlsx', bytes, { recipe })).toMatchObject([
      { title: 'One', text: 'Words.', part: 'A/row 2', given: { published: '2020-05-02' } },
    ]);
    const reading = readParts('a.xlsx', bytes, { recipe: { text: 'No' } });
    await expect(reading).rejects.toThrow('no column “No”; its columns are “Head”');
  });

  test('with nothing in it is empty, without sheets broken', async () => {
    const empty = readParts('a.xlsx', await book({ sheets: { A: '' } }));
    await expect(empty).rejects.toMatchObject({ code: 'empty-file' });
    const broken = readParts('a.xlsx', await book({ sheets: {} }));
    await expect(broken).rejects.toMatchObject({ code: 'import-failed' });
  });
});

test.each([
  [0.1 + 0.2, 0, undefined, '0.3'],
  [1234.5, 4, undefined, '1,234.50'],
  [-1234567.891, 164, '#,##0.00;[Red]-#,##0.00', '-1,234,567.89'],
  [12, 164, '[$€-407] #,##0.00', '€12.00'],
  [12.34, 164, '0.0 "km"', '12.3 km'],
  [0.5, 9, undefined, '50%'],
  [43953, 14, undefined, '2020-05-02'],
  [43960.604166667, 22, undefined, '2020-05-09 14:30'],
  [0.37847222, 20, undefined, '09:05'],
  [59, 14, undefined, '1900-02-28'],
  [61, 14, undefined, '1900-03-01'],
  [3.5, 164, '"Day" 0.0', '3.5'],
  [1e300, 14, undefined, '1e+300'],
  [734, 164, '00000', '00734'],
  [7, 164, '000.0', '007.0'],
  [0.5, 12, undefined, '0.5'],
  [2.25, 164, '# ??/??', '2.25'],
  [1234567, 164, '#,##0,"K"', '1,235K'],
  [1234567, 164, '0.0,,"M"', '1.2M'],
  [123456789, 164, '000\\-00\\-0000', '123-45-6789'],
  [5551234567, 164, '(000) 000-0000', '(555) 123-4567'],
  [12345678, 164, '"+"00" "000" "000', '+12 345 678'],
  [1.5, 46, undefined, '36:00'],
  [1.5, 164, '[hh]:mm:ss', '36:00'],
  [0.0625, 164, '[mm]:ss', '90:00'],
  [43960.604166667, 164, 'hh:mm', '14:30'],
])('%d in format %d %s is shown as %s', (value, id, pattern, words) => {
  expect(shownNumber(value, numberFormat(id, pattern), false)).toBe(words);
});

test('the calendar that begins in 1904', () => {
  expect(shownNumber(42491, numberFormat(14), true)).toBe('2020-05-02');
});

describe('a hostile one ends soon', { timeout: 60_000 }, () => {
  test.each([
    ['200,000 levels', '<row>'.repeat(200_000)],
    ['entities', '</sheetData></worksheet><!DOCTYPE a>'],
  ])('%s', async (_, cells) => {
    const reading = readParts('a.xlsx', await book({ sheets: { A: cells } }));
    await expect(reading).rejects.toMatchObject({ code: 'import-failed' });
  });

  test('cells in the last column of very many rows', async () => {
    const far = '<row><c r="XFD1" t="b"><v>1</v></c></row>'.repeat(2000);
    const reading = readParts('a.xlsx', await book({ sheets: { A: far } }));
    await expect(reading).rejects.toMatchObject({ code: 'too-large' });
  });
});
