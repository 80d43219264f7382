import { describe, expect, test } from 'vitest';
import { shownText } from '#data/text/shown-text.ts';
import type { Converted } from '#data/formats/import/format.ts';
import { convert, outline } from './convert.ts';

let day = 0;
/** Sentences none of which repeats another, as prose does. */
const sentences = (times: number) =>
  Array.from(
    { length: times },
    () => `The envoys of the two states met on day ${++day} in Kesk, and talked about the road. `,
  ).join('');
const prose = (times: number) => `<p>${sentences(times)}</p>`;
const countIn = (text: string) => text.split('The envoys of the two states').length - 1;
const article = `<div class="story">${prose(3)}${prose(4)}<h2>Later</h2>${prose(5)}</div>`;

function kindOf({ text, regions }: Converted, words: string): string | undefined {
  const at = text.indexOf(words);
  expect(at, words).toBeGreaterThanOrEqual(0);
  return regions.find(({ start, end }) => start <= at && at < end)?.kind;
}

describe('what stands around an article', () => {
  const page = `<title>The road | Paper</title><div id="top"><div class="logo">Paper name</div>
    <div class="main-menu"><a href=a>Sport</a> <a href=b>Trade</a></div></div>
    <div class="wrap"><div class="crumbs breadcrumb"><a href=a>Home</a> <a href=b>Asia</a></div>
    <div class="head"><h1>The road</h1><div class="by">By A. Writer</div></div>${article}
    <div class="share-buttons"><a href=a>Post it</a></div>
    <div class="related-posts"><h3>More of it</h3><ul><li><a href=x>Another road</a></ul></div>
    <div id="comments"><p>I was there, and ${sentences(3)}</p></div></div>
    <div class="bottom">Imprint and terms</div>`;

  test('is debris of the kind that its names tell', async () => {
    const document = await convert('a.html', page);
    expect(kindOf(document, 'Sport')).toBe('navigation');
    expect(kindOf(document, 'Asia')).toBe('breadcrumb');
    expect(kindOf(document, 'Post it')).toBe('share');
    expect(kindOf(document, 'Another road')).toBe('related');
    expect(kindOf(document, 'I was there')).toBe('comments');
    expect(kindOf(document, 'Imprint')).toBe('boilerplate');
    const shown = shownText(document, document.regions);
    expect(shown).toMatch(/^The road\s+The envoys/);
    expect(shown).toContain('\nLater\n');
    expect(countIn(shown)).toBe(12);
  });

  test('stays where it is prose and nothing but its place speaks against it', async () => {
    const before = `<div class="x"><div class="y"><p>First of all, ${sentences(3)}</p></div></div>`;
    const document = await convert('a.html', `<div>${before}</div><div>${article}</div>`);
    expect(kindOf(document, 'First of all')).toBeUndefined();
  });
});

test('head, foot and boxes of an article stay when there is prose in them', async () => {
  const page = `<article><header><h1>Road</h1>${prose(2)}</header>${article}
    <aside class="box">${prose(2)}</aside><aside><a href=x>Elsewhere</a></aside><footer>Written in Osh</footer></article>`;
  const document = await convert('a.html', page);
  const shown = shownText(document, document.regions);
  expect(countIn(shown)).toBe(16);
  expect(kindOf(document, 'Elsewhere')).toBe('related');
  expect(kindOf(document, 'Written in Osh')).toBe('footer');
});

test('colours of code are no comments of readers', async () => {
  const page = `${article.slice(0, -6)}<pre><code><span class="comment">// a remark</span> call()</code></pre></div>`;
  expect(kindOf(await convert('a.html', `<div>${page}</div>`), '// a remark')).toBeUndefined();
});

test('a page without an article is read by names alone', async () => {
  const document = await convert('a.html', '<nav>Home</nav><p>A short remark.<footer>End</footer>');
  expect(shownText(document, document.regions)).toBe('A short remark.');
});

test('what a wiki puts into its headings and notes stands apart', async () => {
  const heading =
    '<h2><span>History</span><span class="mw-editsection">[<a href=x>edit</a>]</span></h2>';
  const note = '<ol><li><span class="mw-cite-backlink">^</span> <i>The Road Book</i>.</ol>';
  const read = await convert(
    'a.html',
    `${heading}<p>Words.${note}<h3>More<a class=headerlink>¶</a></h3>`,
  );
  expect(outline(read)).toEqual([
    'heading2: History',
    '~paragraph: [edit]',
    'paragraph: Words.',
    '~paragraph: ^',
    'list-item1: The Road Book.',
    'heading3: More',
    '~paragraph: ¶',
  ]);
});

test('the block of the headline stays, also where it is called a header and the text begins below it', async () => {
  const page = await convert(
    'a.html',
    `<title>Rules of the Pass</title><body><header id="title-block-header"><h1 class="title">Rules of the Pass</h1><p class="author">Ada Kerim</p></header><h1>Preamble</h1>${prose(3)}${prose(4)}${prose(3)}`,
  );
  expect(kindOf(page, 'Rules of the Pass')).toBeUndefined();
  expect(kindOf(page, 'Ada Kerim')).toBeUndefined();
});
