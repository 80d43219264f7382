import { describe, expect, test } from 'vitest';
import { pathIn } from '#data/formats/import/epub/paths.ts';
import { blockFaults, metaOf, outline } from './convert.ts';
import { pack } from './pack.ts';
import { readDocuments, readParts } from './read-parts.ts';

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>';
const page = (body: string): string =>
  `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;

/** A book of some chapters, by the references to them. */
async function book(
  chapters: Readonly<Record<string, string>>,
  { meta = '', more = {}, spine = Object.keys(chapters), style = '' } = {},
): Promise<Uint8Array> {
  const items = [...new Set([...Object.keys(chapters), ...spine])].map((path, at) => ({
    path,
    id: `c${at}`,
    nav: path.startsWith('nav') ? ' properties="nav"' : '',
  }));
  const manifest = items.map(
    ({ path, id, nav }) =>
      `<item id="${id}" href="${path.replaceAll(' ', '%20')}" media-type="application/xhtml+xml"${nav}/>`,
  );
  const order = spine.map(
    (path) => `<itemref idref="${items.find((one) => one.path === path)?.id}"/>`,
  );
  const opf = `<package xmlns:dc="x" xmlns:opf="y"><metadata>${meta}</metadata><manifest>${manifest.join('')}<item id="css" href="${style}" media-type="text/css"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine toc="ncx">${order.join('')}</spine></package>`;
  const files = Object.entries(chapters).map(([path, body]) => [`OPS/${path}`, page(body)]);
  return pack({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OPS/a.opf': opf,
    ...(Object.fromEntries(files) as Record<string, string>),
    ...more,
  });
}

const one = async (...given: Parameters<typeof book>) =>
  (await readDocuments('a.epub', await book(...given)))[0];

describe('a book', () => {
  test('is one document, its chapters in the order of reading', async () => {
    const read = await one(
      {
        'a.xhtml': '<h1>Stone</h1><p>It is hard.</p>',
        'b 1.xhtml': '<h1>Snow</h1><p>It <i/>is <![CDATA[< 0]]>.</p>',
      },
      { spine: ['b 1.xhtml', 'a.xhtml'] },
    );
    expect(outline(read)).toEqual([
      'heading1: Snow',
      'paragraph: It is < 0.',
      'heading1: Stone',
      'paragraph: It is hard.',
    ]);
    expect(read.mediaType).toBe('application/epub+zip');
    expect(blockFaults(read)).toEqual([]);
  });

  test('says what it is', async () => {
    const meta =
      '<dc:title>The Road Book</dc:title><dc:creator>Odo Karst</dc:creator><dc:creator>Ada Ilk</dc:creator><dc:publisher>Kesk</dc:publisher><dc:date opf:event="modification">2021</dc:date><dc:date>2019-05-01T00:00:00Z</dc:date><dc:language>en-GB</dc:language>';
    const read = await one({ 'a.xhtml': '<p>Words.</p>' }, { meta });
    expect(read.title).toBe('The Road Book');
    expect(metaOf(read)).toMatchObject({
      publisher: 'Kesk',
      published: '2019-05-01',
      language: 'en-GB',
    });
    const authors = read.meta.filter(({ field }) => field === 'author');
    expect(authors.map(({ value }) => value)).toEqual(['Odo Karst', 'Ada Ilk']);
  });

  test('names no translator as its author', async () => {
    const newer =
      '<dc:creator id="a">Ada Ilk</dc:creator><meta refines="#a" property="role">aut</meta><dc:creator id="b">Tom Trans</dc:creator><meta refines="#b" property="role">trl</meta>';
    const older = '<dc:creator opf:role="ill">Pic Torial</dc:creator>';
    const authors = async (meta: string) =>
      (await one({ 'a.xhtml': '<p>Words.</p>' }, { meta })).meta
        .filter(({ field }) => field === 'author')
        .map(({ value }) => value);
    expect(await authors(newer)).toEqual(['Ada Ilk']);
    expect(await authors(older)).toEqual(['Pic Torial']);
    expect(await authors(`${older}<dc:creator>Ada Ilk</dc:creator>`)).toEqual(['Ada Ilk']);
  });

  test('takes headings that are missing from its list of contents', async () => {
    const nav =
      '<nav epub:type="toc"><ol><li><a href="a.xhtml#x">Snow</a></li><li><a href="b.xhtml">Stone</a></li></ol></nav><nav epub:type="landmarks"><a href="c.xhtml">Start</a></nav>';
    const read = await one({
      'nav.xhtml': nav,
      'a.xhtml': '<p>SNOW</p><p>It snows.</p>',
      'b.xhtml': '<p>It is hard.</p>',
      'c.xhtml': '<p>The end.</p>',
    });
    expect(outline(read)).toEqual([
      '~list-item1: Snow',
      '~list-item1: Stone',
      '~paragraph: Start',
      'heading1: SNOW',
      'paragraph: It snows.',
      'heading1: Stone',
      'paragraph: It is hard.',
      'paragraph: The end.',
    ]);
  });

  test('also from that of the older kind', async () => {
    const ncx =
      '<!DOCTYPE ncx><ncx><navMap><navPoint><navLabel><text>Snow</text></navLabel><content src="a.xhtml#x"/></navPoint></navMap></ncx>';
    const read = await one({ 'a.xhtml': '<p>It snows.</p>' }, { more: { 'OPS/toc.ncx': ncx } });
    expect(outline(read)).toEqual(['heading1: Snow', 'paragraph: It snows.']);
  });

  test('keeps its notes, and counts its pictures', async () => {
    const read = await one({
      'a.xhtml':
        '<p>It snows<a href="#n" epub:type="noteref"><sup>1</sup></a>.</p><img src="a.png"/><aside epub:type="footnote" id="n"><p>Much.</p></aside>',
    });
    expect(outline(read)).toEqual(['paragraph: It snows¹.', 'footnote: Much.']);
    expect(read.marks?.map(({ kind }) => kind)).toContain('note-anchor');
    expect(read.reading.leftOut?.what).toEqual(['picture']);
  });

  test('tells of chapters that are not there, or break the rules', async () => {
    const read = await one(
      { 'a.xhtml': '<p>One <b>two</p><p>three' },
      { spine: ['a.xhtml', 'gone.xhtml'] },
    );
    expect(read.text).toBe('One two\n\nthree');
    expect(read.reading.files).toEqual(['OPS/gone.xhtml']);
  });
});

const NAV_PAGES =
  '<nav epub:type="toc"><ol><li><a href="a.xhtml">Snow</a></li></ol></nav><nav epub:type="page-list" hidden=""><ol><li><a href="a.xhtml">iv</a></li><li><a href="a.xhtml#p5">Page 5</a></li><li><a href="b.xhtml#p6">6</a></li><li><a href="b.xhtml#gone">7</a></li></ol></nav>';
const LISTED = {
  'a.xhtml': '<h1>Snow</h1><p>It snows<span id="p5"/> in Kesk.</p>',
  'b.xhtml': '<div id="p6"/><h1>Stone</h1><p>It is hard.</p>',
};
const PAGES = [
  ['iv', 'Snow\n\nIt snows'],
  ['5', ' in Kesk.\n\n'],
  ['6', 'Stone\n\nIt is hard.'],
];

describe('the pages of the printed edition', () => {
  const pagesIn = ({ text, pages = [] }: Awaited<ReturnType<typeof one>>) =>
    pages.map(({ start, end, number }) => [number, text.slice(start, end)]);

  test('are those that a book lists', async () => {
    const read = await one(
      { ...LISTED, 'nav.xhtml': NAV_PAGES },
      { spine: ['a.xhtml', 'b.xhtml'] },
    );
    expect(pagesIn(read)).toEqual(PAGES);
  });

  test('also a book of the older kind', async () => {
    const target = (number: string, source: string) =>
      `<pageTarget type="normal"><navLabel><text>${number}</text></navLabel><content src="${source}"/></pageTarget>`;
    const list = `${target('iv', 'a.xhtml')}${target('5', 'a.xhtml#p5')}${target('6', 'b.xhtml#p6')}`;
    const ncx = `<ncx><navMap/><pageList>${list}</pageList></ncx>`;
    expect(pagesIn(await one(LISTED, { more: { 'OPS/toc.ncx': ncx } }))).toEqual(PAGES);
  });

  test('else those that its text tells, whose numbers stand in no sentence', async () => {
    const read = await one({
      'a.xhtml':
        '<span epub:type="pagebreak" title="iv"/><h1>Snow</h1><p>It snows<span epub:type="pagebreak">5</span> in Kesk.</p>',
      'b.xhtml': '<div role="doc-pagebreak" aria-label="Page 6."/><h1>Stone</h1><p>It is hard.</p>',
    });
    expect(pagesIn(read)).toEqual(PAGES);
  });
});

test('notes in a chapter of their own are found, and what leads back is none', async () => {
  const read = await one({
    'a.xhtml':
      '<p id="r">It snows<a href="n.xhtml#n1"><sup>1</sup></a> in Kesk<a href="n.xhtml#n2">[2]</a>, see <a href="n.xhtml#x">3</a>.</p>',
    'n.xhtml':
      '<h1>Notes</h1><ol><li id="n1">Much. <a href="a.xhtml#r">1</a></li></ol><p id="n2">2. More.</p><p id="x">Other words.</p>',
  });
  expect(outline(read)).toEqual([
    'paragraph: It snows¹ in Kesk[2], see 3.',
    'heading1: Notes',
    'footnote1: Much. 1',
    'footnote: 2. More.',
    'paragraph: Other words.',
  ]);
  const marks = (read.marks ?? []).filter(({ kind }) => kind !== 'superscript');
  expect(marks.map(({ kind, to }) => [kind, read.text.slice(to, (to ?? 0) + 5)])).toEqual([
    ['note-anchor', 'Much.'],
    ['note-anchor', '2. Mo'],
    ['note-anchor', 'Other'],
    ['link', 'It sn'],
  ]);
});

test('the style sheets of a book raise and hide, but no notes', async () => {
  const css = '.up { vertical-align: super } .gone { display: none } aside { display: none }';
  const chapter =
    '<link rel="stylesheet" href="s/a%20b.css"/><p>10<span class="up">3</span> metres<span class="gone"> or so</span><a href="#n">*</a></p><aside epub:type="footnote" id="n">Much.</aside>';
  const bytes = await book(
    { 'a.xhtml': chapter },
    { more: { 'OPS/s/a b.css': css }, style: 's/a%20b.css' },
  );
  const [read] = await readDocuments('a.epub', bytes);
  expect(outline(read)).toEqual(['paragraph: 10³ metres*', '~paragraph: or so', 'footnote: Much.']);
});

describe('a book that cannot be read is refused', () => {
  const sealed = (algorithm: string) => ({
    'META-INF/encryption.xml': `<e:encryption xmlns:e="a"><e:EncryptedData><e:EncryptionMethod Algorithm="${algorithm}"/></e:EncryptedData></e:encryption>`,
  });
  const words = { 'a.xhtml': '<p>Words.</p>' };

  test('when more than its fonts is encrypted', async () => {
    const drm = await book(words, { more: sealed('http://www.w3.org/2001/04/xmlenc#aes128-cbc') });
    await expect(readParts('a.epub', drm)).rejects.toThrow('copy protection');
    const fonts = { more: sealed('http://www.idpf.org/2008/embedding') };
    expect((await one(words, fonts)).text).toBe('Words.');
  });

  test.each([
    [{ mimetype: 'application/epub+zip', 'a.txt': 'x' }],
    [{ 'META-INF/container.xml': '<a', 'b.opf': '<package/>' }],
    [
      {
        'META-INF/container.xml': CONTAINER,
        'OPS/a.opf': '<!DOCTYPE a [<!ENTITY b "c">]><package/>',
      },
    ],
  ])('when it does not say what is in it', async (files) => {
    const bytes = await pack(files);
    await expect(readParts('a.epub', bytes)).rejects.toMatchObject({ code: 'import-failed' });
  });

  test('when it is nested without measure', async () => {
    const deep = { 'OPS/toc.ncx': '<a>'.repeat(200_000) };
    expect((await one(words, { more: deep })).text).toBe('Words.');
  });
});

test('references lead where they would in a browser', () => {
  expect(pathIn('a/b/c.opf', '../d%20e.xhtml#f')).toBe('a/d e.xhtml');
  expect(pathIn('a/b.opf', '/c/./d.xhtml?x')).toBe('c/d.xhtml');
  expect(pathIn('a.opf', '../../%zz')).toBe('%zz');
});
