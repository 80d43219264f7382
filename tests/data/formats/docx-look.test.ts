import { expect, test } from 'vitest';
import { meaningOf } from '#data/formats/import/office/style-names.ts';
import { marked, noted, only } from './office-files.ts';
import { bodyOf, del, docx, p, run, W } from './word-files.ts';

const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

test('parts are read that have a line end behind their declaration', async () => {
  const styles = `${DECLARED}<w:styles ${W}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/></w:style></w:styles>`;
  const numbering = `${DECLARED}<!-- made -->\n<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>
    <w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const text = [
    p('Duties', '<w:pStyle w:val="a"/>'),
    p('Keep the road.', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
  ];
  const read = await docx(`${DECLARED}${bodyOf(text.join(''))}`, { styles, numbering });
  expect(noted(only(read))).toEqual(['heading2: Duties', 'list-item1 [3)]: Keep the road.']);
});

test.each([
  ['Heading1', 1],
  ['Heading 7', 6],
  ['Überschrift 2', 2],
  ['U\u0308berschrift 2', 2],
  ['berschrift3', 3],
  ['标题 1', 1],
  ['Заголовок 4', 4],
  ['Titre 2', 2],
  ['عنوان 1', 1],
  ['Title', 1],
  ['Titel', 1],
  ['Заголовок', undefined],
  ['Body 1', undefined],
])('a style that is called %j is that of a heading of level %s', (name, level) => {
  expect(meaningOf(name).heading).toBe(level);
});

test('a paragraph whose end was taken out goes on with the next one', async () => {
  const gone = '<w:rPr><w:del w:id="9"/></w:rPr>';
  const text = [
    p('The road', gone),
    p('is open', gone),
    `<w:p>${del('again')}${run(' now.')}</w:p>`,
    `<w:p><w:pPr>${gone}</w:pPr>${del('All of this is gone.')}</w:p>`,
    p('The last', gone),
    `<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr></w:tbl>`,
    p('Behind.'),
  ];
  expect(noted(only(await docx(bodyOf(text.join('')))))).toEqual([
    'paragraph: The road is open again now.',
    'paragraph: All of this is gone.',
    'paragraph: The last',
    'table-row: a\tb',
    'paragraph: Behind.',
  ]);
});

test('words with a reading that a formula lays above them', async () => {
  const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = '<w:r><w:instrText> EQ \\* jc2 \\o\\ad(\\s\\up 9(とう),東)</w:instrText></w:r>';
  const text = `<w:p>${run('To ')}${sign('begin')}${code}${sign('end')}${run('京.')}</w:p>`;
  const document = only(await docx(bodyOf(text)));
  expect(document.text).toBe('To 東京.');
  expect(marked(document)).toEqual(['ruby: 東 -> とう']);
});

test('small letters that are moved off the line are raised or lowered', async () => {
  const look = (position: number, size: string) =>
    `<w:r><w:rPr><w:position w:val="${position}"/>${size}</w:rPr><w:t>2</w:t></w:r>`;
  const small = '<w:sz w:val="14"/>';
  const text = `<w:p>${run('10')}${look(8, small)}${run(' H')}${look(-4, small)}${run('O ')}${look(2, '')}</w:p>`;
  expect(only(await docx(bodyOf(text))).text).toBe('10² H₂O 2');
});
