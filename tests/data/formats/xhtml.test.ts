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
