import { expect, test } from 'vitest';
import { convert, outline } from './convert.ts';

const page = (body: string, head = '') =>
  `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>${head}</head><body>${body}</body></html>`;

test.each([
  ['<p>a</p><script src="x"/><p>b</p>', ['paragraph: a', 'paragraph: b']],
  ['<div hidden="hidden"/><p>a<iframe src="x"/>b</p>', ['paragraph: ab']],
  ['<p>a<![CDATA[ & <b> ]]>c</p>', ['paragraph: a & <b> c']],
  ['<p>a&nbsp;b&eacute;&hellip;&amp;</p>', ['paragraph: a\u00a0bé…&']],
  ['<textarea/><p>a</p>', ['paragraph: a']],
  [
    '<h:p xmlns:h="http://www.w3.org/1999/xhtml">a</h:p><h:p xmlns:h="http://www.w3.org/1999/xhtml">b</h:p>',
    ['paragraph: a', 'paragraph: b'],
  ],
])('%s', async (body, blocks) => {
  const head = '<title/><style>p{}</style>';
  expect(outline(await convert('a.xhtml', page(body, head)))).toEqual(blocks);
});

test('an XML declaration and the namespace make a page XHTML, whatever it is called', async () => {
  expect((await convert('a.html', page('<script/><p>a</p>'))).text).toBe('a');
  expect((await convert('page', page('<script/><p>a</p>'))).mediaType).toBe(
    'application/xhtml+xml',
  );
});

test('what is not well-formed is read by the rules of HTML from its start', async () => {
  expect((await convert('a.xhtml', page('<p>a<br>b</p><p>&nosuch; c'))).text).toBe(
    'a\nb\n\n&nosuch; c',
  );
});

test('what is nearly well-formed keeps its own rules, so that no words are lost', async () => {
  const body = '<p>a & b<br>c</p><script src="x"/><p>d<![CDATA[ <e> ]]></p><textarea/><p>f</p>';
  const read = await convert('a.xhtml', page(body, '<title/><style/>'));
  expect(read.text).toBe('a & b\nc\n\nd <e>\n\nf');
});

test('entities that a page declares are read, whatever stands in them', async () => {
  const declared = `<!DOCTYPE html [
    <!ENTITY org "Council of &nine;"> <!ENTITY nine 'N&#105;ne'> <!ENTITY b "<b>bold</b>">
    <!ENTITY far SYSTEM "far.xml"> <!ENTITY % more "x"> <!ENTITY loop "&loop;">
  ]>`;
  const of = async (body: string) =>
    (await convert('a.xhtml', page(body).replace('<!DOCTYPE html>', declared))).text;
  expect(await of('<script/><p>The &org;, &b;&nbsp;</p>')).toBe('The Council of Nine, bold');
  expect(await of('<script/><p>&far; and &loop;</p>')).toBe('&far; and &loop;');
});

test('entities that grow without end are none', async () => {
  const names = Array.from(
    { length: 30 },
    (_, at) => `<!ENTITY e${at} "${`&e${at + 1};`.repeat(10)}">`,
  );
  const declared = `<!DOCTYPE html [${names.join('')}<!ENTITY e30 "boom"><!ENTITY long "${'x'.repeat(3000)}">]>`;
  for (const body of ['<p>&e0;</p>', `<p>${'&long;'.repeat(200_000)}</p>`]) {
    const { text } = await convert('a.xhtml', page(body).replace('<!DOCTYPE html>', declared));
    expect(text.length).toBeLessThan(2_000_000);
  }
});
