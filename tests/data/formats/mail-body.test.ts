import { describe, expect, test } from 'vitest';
import { fromBase64, fromQuotedPrintable } from '#data/formats/import/mail/transfer.ts';
import { outline } from './convert.ts';
import { latin, mail, multipart, one } from './mails.ts';
import { readParts } from './read-parts.ts';

describe('the body', () => {
  const plain = ['Content-Type: text/plain', '', 'The road is open.'];
  const page = ['Content-Type: text/html', '', '<p>The <b>road</b> is open.'];
  const body = async (content: string | Uint8Array) => outline(await one(content)).slice(2);

  test('is there once, as plain text', async () => {
    expect(await body(multipart('alternative', plain, page))).toEqual([
      'paragraph: The road is open.',
    ]);
  });

  test.each([[''], ['Your program does not show HTML.'], ['See https://a.example/x']])(
    'as a page where the plain text is a stub: %j',
    async (stub) => {
      const long = ['Content-Type: text/html', '', `<p>${'The road is open. '.repeat(8)}`];
      const read = await body(multipart('alternative', ['', stub], long));
      expect(read).toEqual([`paragraph: ${'The road is open. '.repeat(8).trim()}`]);
    },
  );

  test('keeps marks and quotes of a page, and counts its pictures', async () => {
    const letter = ['Content-Type: text/html', '', '<p>A <b>b</b><img src="cid:1"><blockquote>c'];
    const picture = ['Content-Type: image/png', 'Content-ID: <1>', '', 'x'];
    const read = await one(multipart('related', letter, picture));
    expect(outline(read).slice(2)).toEqual(['paragraph: A b', 'quote: c']);
    expect(read.marks?.map(({ kind }) => kind)).toEqual(['strong']);
    expect(read.reading.leftOut?.what).toContain('picture');
  });

  test('goes on behind what lies in it', async () => {
    const file = ['Content-Disposition: attachment; filename="a.txt"', '', 'A file.'];
    const parts = await readParts('a.eml', multipart('mixed', plain, file, ['', 'And shut.']));
    expect(parts.map((part) => ('error' in part ? '' : part.text.split('\n\n').slice(1)))).toEqual([
      ['The road is open.', 'And shut.'],
      [],
    ]);
    expect(parts[1]).toMatchObject({ part: 'a.txt', attachedTo: '', text: 'A file.' });
  });

  test('flows where its sender says so', async () => {
    const flowed = (kind: string) =>
      mail(
        `Content-Type: text/plain; ${kind}`,
        'From: a@b.example',
        'Subject: Flow',
        '',
        'One paragraph ',
        'of two lines.',
        '> Quoted ',
        '> words.',
        '>> Deeper.',
        ' From here.',
        '-- ',
        'A',
      );
    const lines = ['quote: Deeper.', 'paragraph: From here.', 'paragraph: --', 'paragraph: A'];
    expect(await body(flowed('format=flowed'))).toEqual([
      'paragraph: One paragraph of two lines.',
      'quote: Quoted words.',
      ...lines,
    ]);
    expect(await body(flowed('format=flowed; delsp=yes'))).toEqual([
      'paragraph: One paragraphof two lines.',
      'quote: Quotedwords.',
      ...lines,
    ]);
  });

  test('has its quoted lines as quotes', async () => {
    const text = 'From: a@b.example\nSubject: Re\n\nB wrote:\n> Yes.\n> > No?\n>\n>Yes.\nI see.';
    expect(await body(text)).toEqual([
      'paragraph: B wrote:',
      'quote: Yes.',
      'quote: No?',
      'quote: Yes.',
      'paragraph: I see.',
    ]);
  });

  test.each([
    ['koi8-r', 'base64', Buffer.from('8sHawsnUwQ==').toString()],
    ['windows-1251', '8bit', '\xd0\xe0\xe7\xe1\xe8\xf2\xe0'],
    ['utf-8', 'quoted-printable', '=D0=A0=D0=B0=D0=\r\n=B7=D0=B1=D0=B8=D1=82=D0=B0'],
  ])('in %s and %s', async (charset, code, written) => {
    const head = `Content-Type: text/plain; charset="${charset}"\r\nContent-Transfer-Encoding: ${code}`;
    const read = await one(latin(`${head}\r\n\r\n${written}`));
    expect(read.text.toLowerCase()).toMatch(/^разбита$|^разбита/);
  });

  test('in the enriched form of old is read as a page', async () => {
    const letter = [
      '<bold>One</bold> <<two',
      '& three.',
      '',
      '<color><param>red</param>Four.</color>',
    ];
    const head = ['Content-Type: text/enriched', 'Subject: a', ''];
    const read = await one(mail(...head, ...letter));
    expect(outline(read).slice(1)).toEqual(['paragraph: One <two & three.', 'paragraph: Four.']);
    expect(read.marks?.map(({ kind }) => kind)).toEqual(['strong']);
    const older = mail('Content-Type: text/richtext', '', 'a<lt>b<nl>c', 'd');
    expect((await one(older)).text).toBe('a<b\nc d');
  });

  test('that is broken is read as far as it can be', async () => {
    const code = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n';
    const read = await one(`${code}SGVs*bG8gd/////9vcmxk`);
    expect(read.text).toMatch(/^Hello w?\ufffd+/);
    expect(read.reading.damaged).toBeGreaterThan(1);
    expect(Buffer.from(fromQuotedPrintable(latin('50 =% =ZZ =4 =')))).toEqual(
      Buffer.from('50 =% =ZZ =4 '),
    );
    expect(Buffer.from(fromBase64(latin('YQ==YmM=ZA')).bytes).toString()).toBe('abcd');
  });
});
