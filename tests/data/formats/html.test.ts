import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownText } from '#data/text/shown-text.ts';
import { blockFaults, convert, debrisOf, metaOf, outline, refusal } from './convert.ts';

const body = (inner: string) => convert('a.html', `<!doctype html><title>T</title><body>${inner}`);

describe('a page', () => {
  test('becomes blocks of our own', async () => {
    const converted = await body(`
      <h1>Head  line</h1><p>One <b>bold</b>, <i>two</i>&nbsp;words &amp; more&hellip;</p>
      <ul><li>first<ul><li>nested</li></ul></li><li><p>second</p></li></ul>
      <blockquote><p>Said <q>so</q>.</p></blockquote>
      <table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
      <p>line<br>break</p><pre>  kept
    as is</pre>`);
    expect(outline(converted)).toEqual([
      'heading1: Head line',
      'paragraph: One bold, two\u00a0words & more…',
      'list-item1: first',
      'list-item2: nested',
      'list-item1: second',
      'quote: Said “so”.',
      'table-row: a\tb',
      'table-row: c\td',
      'paragraph: line',
      'paragraph: break',
      'code:   kept',
      'code:     as is',
    ]);
    expect(converted.text).toContain('a\tb\nc\td');
    expect(blockFaults(converted)).toEqual([]);
  });

  test('leaves scripts, styles and frames behind, and sets apart what is hidden', async () => {
    const { text, blocks, regions, reading } =
      await body(`<p>seen</p><script>alert("<p>evil</p>")</script><style>p{}</style>
      <iframe src="x"><p>evil</p></iframe><template><p>evil</p></template><svg><text>evil</text></svg>
      <object data="x"><p>evil</p></object><div hidden><p>hid <span>den</span></p></div>
      <p style="display: none">more</p><span style="visibility:hidden">most</span>
      <!-- evil --><video>evil</video><p>also seen</p>`);
    expect(text).not.toContain('evil');
    expect(shownText({ text, blocks }, regions)).toBe('seen\n\nalso seen');
    expect(regions.every(({ kind }) => kind === 'hidden')).toBe(true);
    expect(text).toMatch(/hid den\n+more\n+most/);
    expect(reading.leftOut?.what).toEqual(expect.arrayContaining(['script', 'style', 'embed']));
  });

  test('shows markup that was meant as text', async () => {
    expect((await body('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')).text).toBe(
      '<script>alert(1)</script>',
    );
    expect((await body('<p>a < b &#xD800; &#0; &zzz;</p>')).text).toBe('a < b \ufffd \ufffd &zzz;');
  });

  test('is read in spite of sloppy tags', async () => {
    expect(outline(await body('<p>one<p>two<div>three</p>four</div><li>five<li>six'))).toEqual([
      'paragraph: one',
      'paragraph: two',
      'paragraph: three',
      'paragraph: four',
      'list-item1: five',
      'list-item1: six',
    ]);
    expect(outline(await body('<table><tr><td>a<td>b<tr><td>c</table>after'))).toEqual([
      'table-row: a\tb',
      'paragraph: c',
      'paragraph: after',
    ]);
    expect((await body('<p><b>bo<i>th</b>no</i>ne')).text).toBe('bothnone');
  });

  test('goes on behind choices and labels whose end tags are left out', async () => {
    const page = '<datalist><option>a<option>b</datalist><p>on</p><x-y><label>c</x-y><p>and on';
    expect((await body(page)).text).toBe('on\n\nc\n\nand on');
    expect((await body('<datalist><option>a</datalist>on')).text).toBe('on');
  });

  test('closes what was hidden where its box ends', async () => {
    expect((await body('<div><video>lost</div><p>found</p>')).text).toBe('found');
    const { text, blocks, regions } = await body('<span hidden><span>a</span>b</span>c');
    expect(shownText({ text, blocks }, regions)).toBe('c');
    expect(text).toContain('ab');
  });
});

describe('what a page says about itself', () => {
  const page = `<!DOCTYPE html>
    <!-- saved from url=(0031)https://saved.example/article.html -->
    <html lang="en-GB"><head><title>A headline - The Paper</title>
    <meta name="author" content="A. Writer"><meta property="og:site_name" content="The Paper">
    <meta property="article:published_time" content="2016-08-04T10:00:00+05:00">
    <link rel="canonical" href="https://paper.example/a">
    </head><body><h1>A headline</h1><p>Words.</p>`;

  test('goes into its record', async () => {
    const converted = await convert('a.html', page);
    expect(converted.title).toBe('A headline');
    expect(metaOf(converted)).toEqual({
      title: 'A headline',
      author: 'A. Writer',
      publisher: 'The Paper',
      published: '2016-08-04',
      url: 'https://paper.example/a',
      language: 'en-GB',
    });
  });

  test('is taken from the browser that saved it, when the page is silent', async () => {
    const silent = await convert('a.html', page.replace(/<link[^>]*>/, ''));
    expect(metaOf(silent)['url']).toBe('https://saved.example/article.html');
  });

  test('is not believed blindly', async () => {
    const { meta } = await convert(
      'a.html',
      `<html lang="not a tag"><meta name="date" content="yesterday"><meta name="author" content="https://a.example/me">
       <link rel=canonical href="javascript:alert(1)"><p>x`,
    );
    expect(meta).toEqual([]);
  });

  test('the title falls back to headline, words and file name', async () => {
    expect((await convert('a.html', '<h1>Only a headline</h1><p>x')).title).toBe('Only a headline');
    expect((await convert('a.html', '<p>Only words')).title).toBe('Only words');
    expect((await convert('a.html', '<title>Window</title><h1>Other</h1>')).title).toBe('Window');
  });
});

describe('debris of a saved page', () => {
  const page = `<body class="has-sidebar comments-open"><header class="site-header"><a>Logo</a></header>
    <nav><ul><li>Home</li></ul></nav><div class="breadcrumbs">Home / News</div>
    <main><article><header><h1>Headline</h1></header><p>${'The text of the article. '.repeat(10)}</p>
    <figure><img><figcaption>A caption</figcaption></figure>
    <div class="share-buttons"><a>Tweet</a></div></article></main>
    <aside><h2>Related</h2><p>Other story</p></aside><div id="comments"><form><label>Name</label>
    <textarea>Say</textarea><button>Send</button></form></div><footer>© The Paper</footer>`;

  test('is flagged, not lost', async () => {
    const converted = await convert('a.html', page);
    expect(debrisOf(converted)).toEqual([
      'Logo',
      'Home',
      'Home / News',
      'A caption',
      'Tweet',
      'Related',
      'Other story',
      'Name',
      'Say',
      'Send',
      '© The Paper',
    ]);
    expect(converted.title).toBe('Headline');
  });

  test('a guess that would hide most of the page is given up', async () => {
    const words = 'Words of the page itself. '.repeat(40);
    expect(
      debrisOf(await convert('a.html', `<form class="menu"><p>${words}</p></form><p>x</p>`)),
    ).toEqual(['x']);
    expect(debrisOf(await convert('a.html', `<aside><p>${words}</p></aside>`))).toEqual([]);
  });

  test('the signature of a quote is no footer', async () => {
    expect(
      debrisOf(await body('<blockquote><p>Words</p><footer>Somebody</footer></blockquote>')),
    ).toEqual([]);
  });
});

describe('encodings', () => {
  const bytes = (head: string, ...rest: number[]) =>
    Uint8Array.from([...new TextEncoder().encode(head), ...rest]);

  test('the declared one is honoured', async () => {
    expect(
      (await convert('a.html', bytes('<meta charset="windows-1251"><p>', 0xd2, 0xe0))).text,
    ).toBe('Та');
    const old = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>';
    expect((await convert('a.html', bytes(old, 0x93, 0xe9, 0x94))).text).toBe('“é”');
    expect(
      (
        await convert(
          'a.html',
          bytes('<?xml version="1.0" encoding="GBK"?><p>', 0xd0, 0xc2, 0xbd, 0xae),
        )
      ).text,
    ).toBe('新疆');
  });

  test('a byte that does not fit is told, and the analyst may name another', async () => {
    const page = bytes('<meta charset=utf-8><p>caf', 0xe9);
    const { text, reading } = await convert('a.html', page);
    expect(text).toBe('caf\ufffd');
    expect(reading).toMatchObject({ encoding: 'utf-8', damaged: 1 });
    expect((await convert('a.html', page, 'windows-1252')).text).toBe('café');
    expect((await refusal('a.html', page, 'klingon')).code).toBe('wrong-encoding');
  });

  test('a page that declares none that there is is read by its bytes', async () => {
    expect((await convert('a.html', bytes('<meta charset=klingon><p>x'))).text).toBe('x');
  });
});

test('content decides where the name says nothing', async () => {
  expect((await convert('page', '<!DOCTYPE html><p>x')).mediaType).toBe('text/html');
  expect((await convert('notes', '1 < 2')).mediaType).toBe('text/plain');
  expect((await convert('a.txt', '<html><p>x')).text).toBe('x');
});

test('a page without words is refused', async () => {
  expect((await refusal('a.html', '<title>Only a title</title><script>x</script>')).code).toBe(
    'empty-file',
  );
});

test('any soup of tags gives sound blocks, and every visible word once', async () => {
  const tag = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<li>',
    '</ul>',
    '<ul>',
    '<td>',
    '<table>',
    '</table>',
    '<tr>',
    '<br>',
    '<b>',
    '</b>',
    '<h2>',
    '</h2>',
    '<nav>',
    '</nav>',
    '<blockquote>',
    '</main>',
    '<pre>',
    '</pre>',
    '<a href=x>',
    '<',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(tag, fc.constant('word')), { minLength: 1, maxLength: 60 }),
      async (parts) => {
        const words = parts.filter((part) => part === 'word').length;
        const soup = parts.map((part) => (part === 'word' ? ' word ' : part)).join(' ');
        const converted = await convert('a.html', `<p>start</p>${soup}`);
        expect(blockFaults(converted)).toEqual([]);
        expect(converted.text.match(/word/g) ?? []).toHaveLength(words);
      },
    ),
  );
});

/** Pages are read in pieces of this many code units. */
const PIECE = 64 * 1024;

test.each(Array.from({ length: 24 }, (_, back) => back))(
  'tags, entities and pairs are whole where two pieces of a page meet (%i before)',
  async (back) => {
    const page = '<p>x<b title="a>b">ö&amp;😀</b>\r\n<!-- no -->y</p><script>"</p>"</script><p>z';
    const filler = 'a'.repeat(PIECE - '<p></p>'.length - back);
    const whole = await body(page);
    const cut = await convert('a.html', `<p>${filler}</p>${page}`);
    expect(cut.text).toBe(`${filler}\n\n${whole.text}`);
  },
);
