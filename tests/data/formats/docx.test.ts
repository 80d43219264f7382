import { describe, expect, test } from 'vitest';
import { readBytes } from '../../electron/import/support/read-case.ts';
import { blockFaults } from './convert.ts';
import { marked, noted, only, readMade, zipOf } from './office-files.ts';
import { bodyOf, del, docx, p, run, W } from './word-files.ts';

describe('a document with everything', () => {
  const read = async () => only(await readMade('docx/all.docx'));

  test('comes in as a reader saw it', async () => {
    const document = await read();
    expect(noted(document)).toMatchSnapshot();
    expect(marked(document)).toMatchSnapshot();
    expect(blockFaults(document)).toEqual([]);
  });

  test('says what it is, and what was left out', async () => {
    const { title, meta, reading, mediaType } = await read();
    expect(title).toBe('The Treaty');
    expect(mediaType).toMatch(/wordprocessingml\.document$/);
    expect(meta.map(({ field, value }) => [field, value])).toEqual([
      ['author', 'O. Karst'],
      ['language', 'en'],
      ['language', 'ru-RU'],
      ['title', 'The Treaty'],
    ]);
    expect(reading.leftOut?.what).toEqual(['picture', 'embed']);
  });

  test('keeps no address that runs', async () => {
    const { marks = [] } = await read();
    expect(JSON.stringify(marks)).not.toContain('javascript');
  });
});

test('the strict namespaces and a main part of another name are read', async () => {
  expect(noted(only(await readMade('docx/strict.docx')))).toEqual([
    'heading1: Strict',
    'paragraph: words',
  ]);
});

test.each([
  [`${run('asks for ')}${del('nine')}${run('twelve')}`, 'asks for nine twelve'],
  [`${run('twelve')}${del('nine')}${run(' chairs')}`, 'twelve nine chairs'],
  [`${run('colo')}${del('u')}${run('r, red')}`, 'color u, red'],
  [
    `${run('men')}<w:del><w:r><w:delText> and boys</w:delText></w:r></w:del>${run('.')}`,
    'men and boys.',
  ],
  [`${run('蓝')}${del('谷')}${run('的路')}`, '蓝 谷 的路'],
  [del('all of it'), 'all of it'],
])('words that were taken out stand apart: %#', async (words, text) => {
  const document = only(await docx(bodyOf(`<w:p>${words}</w:p>`)));
  expect(document.text).toBe(text);
  expect(document.marks?.map(({ kind }) => kind)).toEqual(['deletion']);
});

test('styles and lists that lead in circles end', async () => {
  const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="x"/><w:basedOn w:val="B"/>
    <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="B"><w:name w:val="y"/><w:basedOn w:val="A"/></w:style></w:styles>`;
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const document = only(
    await docx(bodyOf(p('round', '<w:pStyle w:val="A"/>')), { styles, numbering }),
  );
  expect(noted(document)).toEqual(['list-item1: round']);
});

test('20,000 footnotes keep their numbers', async () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => index + 1);
  const body = ids.map(
    (id) => `<w:p>${run('Text')}<w:r><w:footnoteReference w:id="${id}"/></w:r></w:p>`,
  );
  const notes = ids.map((id) => `<w:footnote w:id="${id}">${p('Note')}</w:footnote>`);
  const footnotes = `<w:footnotes ${W}>${notes.join('')}</w:footnotes>`;
  const document = only(await docx(bodyOf(body.join('')), { footnotes }));
  expect(document.blocks.at(-1)?.number).toBe('20000');
  expect(document.marks?.at(-1)?.to).toBe(document.blocks.at(-1)?.start);
});

describe('is refused in one clear line:', () => {
  const message = async (reading: ReturnType<typeof readBytes>) =>
    (await reading).refused[0]?.message;
  const container = (name: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1024),
      Buffer.from(name, 'utf16le'),
      Buffer.alloc(1024),
    ]);

  test('one with a DOCTYPE', async () => {
    const document = `<!DOCTYPE x [<!ENTITY a "b">]>${bodyOf(p('&a;'))}`;
    expect(await message(docx(document))).toContain('DOCTYPE');
  });

  test('XML that nests 200,000 deep', async () => {
    const deep = `<w:document ${W}><w:body>${'<w:p>'.repeat(200_000)}`;
    expect(await message(docx(deep))).toContain('256');
  });

  test('one that is cut off', async () => {
    const bytes = await zipOf({ 'word/document.xml': bodyOf(p('words')) });
    expect(await message(readBytes('a.docx', bytes.subarray(0, 60)))).toContain('is damaged');
  });

  test('one without a text', async () => {
    const bytes = await zipOf({ '[Content_Types].xml': '<Types/>', 'word/styles.xml': '<w/>' });
    expect(await message(readBytes('a.docx', bytes))).toContain('holds no text of a document');
    expect(await message(docx(bodyOf('')))).toContain('holds no text');
  });

  test('one that is protected', async () => {
    expect(await message(readBytes('a.docx', container('EncryptedPackage')))).toContain('password');
  });

  test('one of the time before', async () => {
    expect(await message(readBytes('a.doc', container('WordDocument')))).toContain('old office');
  });

  test('an archive that only calls itself so', async () => {
    const bytes = await zipOf({ 'a.txt': 'words' });
    expect((await readBytes('a.docx', bytes)).refused[0]?.code).not.toBe('internal');
  });
});
