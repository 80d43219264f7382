import { describe, expect, test } from 'vitest';
import { convert } from './convert.ts';

/** “number words” of every block that has a number, and words alone of the others. */
async function numbered(html: string): Promise<string[]> {
  const { text, blocks } = await convert('a.html', html);
  return blocks.map(({ start, end, number }) => {
    const words = text.slice(start, end);
    return number === undefined ? words : `${number} ${words}`;
  });
}

describe('the numbers of list items are those that a reader saw', () => {
  test.each([
    ['<ol><li>a<li>b</ol>', ['1. a', '2. b']],
    ['<ol start=3><li>a<li>b</ol>', ['3. a', '4. b']],
    ['<ol start=-1><li>a<li>b</ol>', ['-1. a', '0. b']],
    ['<ol reversed><li>a<li>b</ol>', ['2. a', '1. b']],
    ['<ol><li>a<li value=7>b<li>c</ol>', ['1. a', '7. b', '8. c']],
    ['<ol type=a start=26><li>a<li>b</ol>', ['z. a', 'aa. b']],
    ['<ol type=A><li>a<li type=I>b</ol>', ['A. a', 'II. b']],
    ['<ol type=i start=1999><li>a</ol>', ['mcmxcix. a']],
    ['<ol><li>a<ol type=a><li>b</ol><li>c</ol>', ['1. a', 'a. b', '2. c']],
    ['<ul><li>a</ul>', ['a']],
    ['<ul style="list-style:lower-greek"><li>a</ul>', ['α. a']],
    ['<ol style="list-style: none"><li>a</ol>', ['a']],
    ['<ol style="list-style-type:persian"><li>a</ol>', ['۱. a']],
    ['<ol style="list-style-type:cjk-ideographic" start=12><li>a</ol>', ['十二、 a']],
    [`<ol style="list-style-type:'§ 4 '"><li>a</ol>`, ['§ 4 a']],
    ['<style>ol.x li{list-style-type:upper-roman}</style><ol class=x><li>a</ol>', ['I. a']],
    ['<ol><li><p>a<p>b<li>c</ol>', ['1. a', 'b', '2. c']],
    ['<ol><li hidden>a<li>b</ol>', ['a', '1. b']],
    ['<ol start="x"><li value="">a</ol>', ['1. a']],
  ])('%s', async (html, items) => {
    expect(await numbered(html)).toEqual(items);
  });
});

describe('raised and lowered figures do not melt into others', () => {
  test.each([
    ['10<sup>3</sup> men', '10³ men'],
    ['2016<sup><a href="#fn12">12</a></sup> has', '2016¹² has'],
    ['H<sub>2</sub>O', 'H₂O'],
    ['10<sup>−3</sup>', '10⁻³'],
    ['۱۰<sup>۳</sup>', '۱۰\u202f۳'],
    ['the 4<sup>th</sup> day', 'the 4th day'],
    ['5 <span style="vertical-align: super">2</span>', '5 ²'],
    ['he said<sup><a href="#n">b</a></sup> so', 'he said\u202fb so'],
    ['<math><msup><mi>x</mi><mn>2</mn></msup></math>', 'x²'],
  ])('%s', async (html, text) => {
    expect((await convert('a.html', `<p>${html}`)).text).toBe(text);
  });
});

test('readings of ruby stand in a mark over their words', async () => {
  const { text, marks } = await convert(
    'a.html',
    '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>' +
      '<ruby><rb>東<rb>京<rt>tō<rt>kyō</ruby>',
  );
  expect(text).toBe('漢字東京');
  expect(marks?.map(({ start, end, reading }) => `${text.slice(start, end)} ${reading}`)).toEqual([
    ...['漢 kan', '字 ji', '東 tō', '京 kyō'],
  ]);
});

test('a note is what a sign further up leads to, and nothing that it leads back to', async () => {
  const { blocks, text } = await convert(
    'a.html',
    '<p id=r1>They met.<sup><a href="#n1">1</a></sup></p><p>More.</p>' +
      '<ol start=1><li id=n1><a href="#r1">1</a> A remark.</li></ol>' +
      '<div role=doc-footnote>By role.</div>',
  );
  const kinds = blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
  expect(kinds).toEqual([
    'paragraph: They met.¹',
    'paragraph: More.',
    'footnote: 1 A remark.',
    'footnote: By role.',
  ]);
});
