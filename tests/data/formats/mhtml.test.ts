import { expect, test } from 'vitest';
import { convert, metaOf } from './convert.ts';

const message = (...parts: string[]) =>
  [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://paper.example/a',
    'Subject: =?utf-8?Q?Gespr=C3=A4che?= =?utf-8?B?IGFtIFBhc3M=?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html";',
    '\tboundary="--B=="',
    '',
    ...parts.flatMap((part) => ['----B==', part]),
    '----B==--',
    '',
  ].join('\r\n');

const quoted = 'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';

test('the page is read in its encodings, with the subject for a title and its address', async () => {
  const page = `${quoted}<meta charset=3Dutf-8><p>Sie trafen sich in=\r\n =D0=9E=D1=88.<iframe src=3D"cid:f"></iframe>`;
  const frame = 'Content-Type: text/html\r\nContent-ID: <f>\r\n\r\n<p>advert';
  const document = await convert('a.mhtml', message(page, frame));
  expect(document.text).toBe('Sie trafen sich in Ош.');
  expect(document.title).toBe('Gespräche am Pass');
  expect(metaOf(document)).toMatchObject({ url: 'https://paper.example/a' });
  expect(document.reading.leftOut?.what).toEqual(['embed']);
});

test('the part that the message names is the page, in base64 as well', async () => {
  const first = 'Content-Type: text/html\r\n\r\n<p>frame';
  const second = `Content-Type: text/html; charset=windows-1251\r\nContent-ID: <root>\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('<p>\u00d2\u00e0', 'latin1').toString('base64')}`;
  const text = message(first, second).replace('type="text/html"', 'start="<root>"');
  expect((await convert('a.mht', text)).text).toBe('Та');
});

test('a page that is nothing but frames is read frame by frame', async () => {
  const page = `${quoted}<frameset><frame src=3D"cid:f"><frame src=3D"https://paper.example/b"></frameset>`;
  const first = 'Content-Type: text/html\r\nContent-ID: <f>\r\n\r\n<style>p{}</style><p>Left';
  const second =
    'Content-Type: text/html; charset=windows-1251\r\nContent-Location: https://paper.example/b\r\n' +
    'Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>=D2=E0</body></html>';
  expect((await convert('a.mhtml', message(page, first, second))).text).toBe('Left\n\nТа');
});

test('its style sheets hide what they hide', async () => {
  const page = `${quoted}<link rel=3Dstylesheet href=3D"cid:css-1@mhtml.blink"><p class=3Dx>a<p>b`;
  const css =
    'Content-Type: text/css\r\nContent-ID: <css-1@mhtml.blink>\r\n\r\n.x { display: none }';
  const { regions, text } = await convert('a.mhtml', message(page, css));
  expect(regions.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)).toEqual([
    'hidden: a',
  ]);
});

test('what a browser has saved is known by its first lines, and one that was cut off is read', async () => {
  const cut = message(`${quoted}<p>whole</p><p>hal`).replace(/\r\n----B==--[^]*$/, '');
  expect((await convert('saved', cut)).text).toBe('whole\n\nhal');
});
