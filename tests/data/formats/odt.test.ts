import { describe, expect, test } from 'vitest';
import { readBytes } from '../../electron/import/support/read-case.ts';
import { blockFaults } from './convert.ts';
import { marked, noted, only, readMade, zipOf } from './office-files.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMES = `xmlns:office="${OASIS}:office:1.0" xmlns:text="${OASIS}:text:1.0" xmlns:style="${OASIS}:style:1.0"`;
const TYPE = 'application/vnd.oasis.opendocument.text';

const contentOf = (body: string, styles = '') =>
  `<office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles>` +
  `<office:body><office:text>${body}</office:text></office:body></office:document-content>`;

/** An OpenDocument text with these parts. */
const odt = async (content: string, parts: Record<string, string> = {}) =>
  readBytes('a.odt', await zipOf({ mimetype: TYPE, 'content.xml': content, ...parts }));

test('a document with everything comes in as a reader saw it', async () => {
  const document = only(await readMade('odt/all.odt'));
  expect(noted(document)).toMatchSnapshot();
  expect(marked(document)).toMatchSnapshot();
  expect(blockFaults(document)).toEqual([]);
  expect(document.title).toBe('Rules');
  expect(document.mediaType).toBe(TYPE);
  expect(document.meta.map(({ field, value }) => [field, value])).toEqual([
    ['author', 'Odo Karst'],
    ['language', 'en-GB'],
  ]);
  expect(document.reading.leftOut?.what).toEqual(['picture']);
});

test('all in one file of XML, it is the same', async () => {
  const [flat, packed] = [
    only(await readMade('odt/all.fodt')),
    only(await readMade('odt/all.odt')),
  ];
  expect(flat.text).toBe(packed.text);
  expect(flat.blocks).toEqual(packed.blocks);
  expect(flat.marks).toEqual(packed.marks);
  expect(flat.reading.encoding).toBe('utf-8');
});

test('prefixes of another maker are told by their namespaces', async () => {
  const content = `<o:document-content xmlns:o="${OASIS}:office:1.0" xmlns:t="${OASIS}:text:1.0"><o:body><o:text>
    <t:h t:outline-level="2">Head</t:h><t:p>Words</t:p></o:text></o:body></o:document-content>`;
  expect(noted(only(await odt(content)))).toEqual(['heading2: Head', 'paragraph: Words']);
});

test('styles that lead in circles end', async () => {
  const styles = `<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/>
    <style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>`;
  const document = only(await odt(contentOf('<text:p text:style-name="A">round</text:p>', styles)));
  expect(noted(document)).toEqual(['paragraph: round']);
});

test('a list without a style is numbered by that of its paragraphs', async () => {
  const styles = `<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>
    <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")"/></text:list-style>`;
  const item = (words: string) =>
    `<text:list-item><text:p text:style-name="P">${words}</text:p></text:list-item>`;
  const body = `<text:list>${item('one')}${item('two')}</text:list>`;
  expect(noted(only(await odt(contentOf(body, styles))))).toEqual([
    'list-item1 [1)]: one',
    'list-item1 [2)]: two',
  ]);
});

test('words that refer to others are words', async () => {
  const body = `<text:p>See <text:bookmark-start text:name="a"/><text:bookmark-ref text:ref-name="a">chapter 2</text:bookmark-ref>,
    <text:reference-ref text:ref-name="b">table 3</text:reference-ref>, <text:note-ref>note 1</text:note-ref> and
    <text:bibliography-mark text:identifier="Ilk">[Ilk]</text:bibliography-mark><text:toc-mark text:string-value="x"/>.</text:p>`;
  expect(only(await odt(contentOf(body))).text).toBe('See chapter 2, table 3, note 1 and [Ilk].');
});

test('a cell that stands there more than once does so with its words', async () => {
  const cell = (words: string, times = 1) =>
    `<table:table-cell table:number-columns-repeated="${times}"><text:p>${words}</text:p></table:table-cell>`;
  const body = `<table:table xmlns:table="${OASIS}:table:1.0"><table:table-column table:number-columns-repeated="3"/>
    <table:table-row>${cell('same', 2)}${cell('other')}</table:table-row>
    <table:table-row>${cell('first')}<table:table-cell table:number-columns-repeated="2"/></table:table-row></table:table>`;
  expect(noted(only(await odt(contentOf(body))))).toEqual([
    'table-row: same\tsame\tother',
    'table-row: first\t\t',
  ]);
});

test('20,000 notes keep their numbers', async () => {
  const note = (id: number) =>
    `<text:p>Text<text:note text:note-class="footnote"><text:note-citation>${id}</text:note-citation>
     <text:note-body><text:p>Note</text:p></text:note-body></text:note></text:p>`;
  const body = Array.from({ length: 20_000 }, (_, index) => note(index + 1)).join('');
  const document = only(await odt(contentOf(body)));
  expect(document.blocks.at(-1)?.number).toBe('20000');
  expect(document.marks?.at(-1)?.to).toBe(document.blocks.at(-1)?.start);
});

describe('is refused in one clear line:', () => {
  const message = async (reading: ReturnType<typeof readBytes>) =>
    (await reading).refused[0]?.message;
  const words = contentOf('<text:p>words</text:p>');

  test('one behind a password', async () => {
    const manifest = `<m:manifest xmlns:m="${OASIS}:manifest:1.0"><m:encryption-data/></m:manifest>`;
    expect(await message(odt(words, { 'META-INF/manifest.xml': manifest }))).toContain('password');
  });

  test('one with a DOCTYPE', async () => {
    expect(await message(odt(`<!DOCTYPE x [<!ENTITY a "b">]>${words}`))).toContain('DOCTYPE');
  });

  test('XML that nests 200,000 deep', async () => {
    const deep = `<office:document-content ${NAMES}>${'<text:list>'.repeat(200_000)}`;
    expect(await message(odt(deep))).toContain('256');
  });

  test('one without words, or of another kind', async () => {
    expect(await message(odt(contentOf('')))).toContain('holds no text');
    expect(await message(odt(words.replaceAll('office:text', 'office:chart')))).toContain(
      'holds no text',
    );
  });

  test('one that is cut off', async () => {
    const bytes = await zipOf({ mimetype: TYPE, 'content.xml': words });
    expect(await message(readBytes('a.odt', bytes.subarray(0, 90)))).toContain('is damaged');
  });
});
