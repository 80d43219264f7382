import { describe, expect, test } from 'vitest';
import { mailDate } from '#data/formats/import/mail/mail-date.ts';
import { mailboxes } from '#data/formats/import/mail/addresses.ts';
import { structured } from '#data/formats/import/mail/parameters.ts';
import { blockFaults, metaOf, outline } from './convert.ts';
import { latin, mail, multipart, one } from './mails.ts';
import { readDocuments, readParts, told } from './read-parts.ts';

describe('a mail begins with who wrote it to whom', () => {
  test('when and about what, and proposes the author and the day from there', async () => {
    const read = await one(
      mail(
        'Received: from somewhere',
        'Subject: Road',
        ' closed',
        'Date: Fri, 3 Jul 2020 00:30:00 +0800',
        'To: "Moor, L." <moor@kesk.example>, x@y.example (Xaver)',
        'From: Odo Karst <odo@kesk.example>',
        'Cc: Council: a@b.example, c@d.example;',
        '',
        'It snows.',
        '',
        'Stay at home.',
      ),
    );
    expect(outline(read)).toEqual([
      'paragraph: From: Odo Karst <odo@kesk.example>',
      'paragraph: To: Moor, L. <moor@kesk.example>, Xaver <x@y.example>',
      'paragraph: Cc: a@b.example, c@d.example',
      'paragraph: Date: Fri, 3 Jul 2020 00:30:00 +0800',
      'paragraph: Subject: Road closed',
      'paragraph: It snows.',
      'paragraph: Stay at home.',
    ]);
    expect(read).toMatchObject({ title: 'Road closed', mediaType: 'message/rfc822' });
    expect(metaOf(read)).toMatchObject({ author: 'Odo Karst', published: '2020-07-03' });
    const said = read.meta.map(({ from }) =>
      from === 'file' ? from : read.text.slice(from.start, from.end),
    );
    expect(said.slice(0, 2)).toEqual(['Odo Karst', 'Fri, 3 Jul 2020 00:30:00 +0800']);
    expect(blockFaults(read)).toEqual([]);
  });

  test('by the address where there is no name', async () => {
    expect(metaOf(await one('From: a@b.example\n\nWords.'))).toMatchObject({
      author: 'a@b.example',
    });
  });

  test('and by its first words where there is no subject', async () => {
    expect((await one('From: a@b.example\n\nWords.')).title).toBe('Words.');
    expect((await one('Words without any field.')).title).toBe('Words without any field.');
  });

  test.each([
    ['=?koi8-r?B?5M/C0tk=?= =?koi8-r?B?yg==?=', 'Добрый'],
    ['=?utf-8?b?ww==?= =?utf-8?b?vA==?=', 'ü'],
    ['=?utf-8*en?q?caf=C3=A9_noir?= and more', 'café noir and more'],
    ['=?iso-2022-jp?B?GyRCOzNFRBsoQg==?=', '山田'],
    ['=?eucgb2312_cn?b?udjT2g==?=', '关于'],
    ['=?no-such-thing?q?=C3=A4?=', 'ä'],
    ['=?utf-8?q?open', '=?utf-8?q?open'],
    ['a =?utf-8?q?b?= c', 'a b c'],
  ])('words in other encodings: %s', async (written, meant) => {
    const { title } = await one(`Subject: ${written}\n\nWords.`);
    expect(title).toBe(meant);
  });

  test('also those that nobody marked', async () => {
    const cyrillic = latin(
      'Subject: \xce\xf2\xf7\xb8\xf2\nContent-Type: text/plain; charset=cp1251\n\n\xc4',
    );
    expect((await one(cyrillic)).title).toBe('Отчёт');
    expect((await one('Subject: Отчёт\n\nWords.')).title).toBe('Отчёт');
  });

  test('all fields in one encoding where nothing names any, however short a name is', async () => {
    const words = 'From: \xca\xf2\xee <a@b.example>\nSubject: \xcf\xf0\xe8\xe2\xe5\xf2\n\n';
    const [letter, ascii] = ['\xc4\xee\xf0\xee\xe3\xe0 \xee\xf2\xea\xf0\xfb\xf2\xe0.', 'Road.'];
    for (const body of [letter, ascii, Buffer.from('Дорога').toString('latin1')]) {
      const read = await one(latin(words + body));
      expect([read.title, metaOf(read)['author']]).toEqual(['Привет', 'Кто']);
    }
  });

  test('are never debris, and tell no language', async () => {
    const read = await one(
      mail(
        'From: Odo Karst <odo@kesk.example>',
        'Date: Thu, 31 Dec 2020 23:30:00 -0800 (PST)',
        'Subject: Road of the valleys and of the council in the north',
        '',
        'Дорога открыта для проезда, и грузовики стоят у моста в долине.',
      ),
    );
    expect(read.regions).toEqual([]);
    expect(metaOf(read)['language']).toBe('ru');
  });

  test.each([
    ['Thu, 02 Jul 2020 23:00:00 -0700', '2020-07-02'],
    ['2 July 20 10:00', '2020-07-02'],
    ['Thu Jul  2 11:00:00 2020', '2020-07-02'],
    ['2020-07-02T10:00:00Z', '2020-07-02'],
    ['2-Jul-1999', '1999-07-02'],
    ['Fri, 31 Feb 2020 10:00:00', undefined],
    ['yesterday', undefined],
  ])('the day of %s', (written, day) => {
    expect(mailDate(written)).toBe(day);
  });

  test.each([
    ['A <a@b>, "C, D" <c@d>', 'A/a@b|C, D/c@d'],
    ['a@b (A (and) more)', 'A (and) more/a@b'],
    ['Group: a@b, c@d;', '/a@b|/c@d'],
    ['Nobody at all', 'Nobody at all/'],
    ['"open', 'open/'],
    ['<a@b', '/a@b'],
    [',,;', ''],
  ])('people in %s', (field, people) => {
    const found = mailboxes(field).map(({ name, address }) => `${name}/${address}`);
    expect(found.join('|')).toBe(people);
  });
});

describe('what comes with a mail', () => {
  const file = (name: string, words: string): string[] => [
    `Content-Disposition: attachment; ${name}`,
    '',
    words,
  ];

  test('is called what its sender called it, without what deceives', async () => {
    const parts = await readParts(
      'a.eml',
      multipart(
        'mixed',
        ['', 'Words.'],
        file("filename*=utf-8''%D0%B4.txt", '1'),
        file("filename*0*=utf-8''%D0%B4; filename*1=x; filename*2=.txt", '2'),
        file('filename="=?utf-8?b?0LQ=?=.txt"', '3'),
        file('filename=Report (final).txt', '4'),
        file('filename="../../etc/passwd"', '5'),
        file('filename="a\u202etxt.exe"', '6'),
        file('filename=__proto__', '7'),
        file('filename=".."', '8'),
        file('x=y', '9'),
      ),
    );
    expect(told(parts).slice(1)).toEqual([
      ['1', 'д.txt'],
      ['2', 'дx.txt'],
      ['3', 'д-2.txt'],
      ['4', 'Report (final).txt'],
      ['5', 'passwd'],
      ['6', 'a txt.exe'],
      ['7', '__proto__'],
      ['8', 'part 8.txt'],
      ['9', 'part 9.txt'],
    ]);
  });

  test('is a mail with its own, attached to it', async () => {
    const inner = multipart('mixed', ['', 'In it.'], file('filename=b.txt', 'Deep.'));
    const outer = multipart(
      'mixed',
      ['', 'Words.'],
      ['Content-Type: message/rfc822', '', ...inner.replaceAll('=_b', '=_c').split('\r\n')],
    );
    const [first, ...others] = await readParts('a.eml', outer);
    expect(first).toMatchObject({ title: 'Snow' });
    expect(others).toMatchObject([
      { part: 'Snow.eml', attachedTo: '', mediaType: 'message/rfc822' },
      { part: 'Snow.eml/b.txt', attachedTo: 'Snow.eml', text: 'Deep.' },
    ]);
  });

  test('is told when it is of programs, of a signature, or no text', async () => {
    const parts = await readParts(
      'a.eml',
      multipart(
        'mixed',
        ['', 'Words.'],
        ['Content-Type: application/ms-tnef; name=winmail.dat', '', 'x'],
        ['Content-Type: application/pgp-signature', '', 'x'],
        file('filename=a.png', '\x89PNG\r\n\x1a\n\0\0\0\0'),
      ),
    );
    expect(parts).toMatchObject([
      { reading: { leftOut: { what: ['file', 'other'] }, files: ['winmail.dat'] } },
      { part: 'a.png', error: { code: 'not-text' } },
    ]);
  });

  test('an appointment comes beside the words that tell of it', async () => {
    const forms = multipart(
      'alternative',
      ['', 'Come.'],
      ['Content-Type: text/calendar', '', 'BEGIN:VCALENDAR'],
    );
    expect(told(await readParts('a.eml', forms)).slice(1)).toEqual([
      ['unsupported-format', 'part 1.ics'],
    ]);
  });
});

describe('what is no usual mail', () => {
  test.each([
    multipart('encrypted', ['Content-Type: application/pgp-encrypted', '', 'Version: 1']),
    mail('Subject: a', 'Content-Type: application/pkcs7-mime', '', 'xx'),
  ])('an encrypted one is refused', async (content) => {
    await expect(readParts('a.eml', content)).rejects.toMatchObject({ code: 'import-failed' });
  });

  test('is known by its fields, unless it is a text about mails', async () => {
    const content = 'Received: from x\nFrom: a@b.example\nSubject: Road\n\nWords.';
    expect((await readDocuments('1580.M2:2,S', content))[0].title).toBe('Road');
    expect((await readDocuments('a.txt', content))[0].mediaType).toBe('text/plain');
    expect((await readDocuments('a', 'Subject: none\nWords.'))[0].mediaType).toBe('text/plain');
  });

  test('the frame of Apple Mail is none of it', async () => {
    const message = 'Subject: Road\n\nWords.\n';
    const framed = `${message.length}        \n${message}<?xml version="1.0"?><plist/>`;
    expect((await readDocuments('1.emlx', framed))[0].text).toBe('Subject: Road\n\nWords.');
  });

  test('parts that are not there, boundaries without an end, headers without one', async () => {
    const open =
      'Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne.\n--x\nContent-Type: text/plain\n--x\n\nTwo.';
    expect((await one(open)).text).toBe('One.\n\nTwo.');
    expect((await one('Content-Type: multipart/mixed; boundary=x\n\nWords.')).text).toBe('Words.');
    expect((await one('Content-Type: multipart/mixed\n\nWords.')).text).toBe('Words.');
    await expect(readParts('a.eml', 'Content-Type: x\n\n')).rejects.toMatchObject({
      code: 'empty-file',
    });
  });

  test.each([
    ['multipart/mixed', 'xyz'],
    ['multipart/alternative; boundary="another"', '----=_Part 1'],
  ])('a boundary that is not told, or told wrong: %s', async (type, boundary) => {
    const content = mail(
      'Subject: Road',
      `Content-Type: ${type}`,
      '',
      `--${boundary}`,
      'Content-Type: text/plain',
      '',
      'Words.',
      `--${boundary}--`,
    );
    expect((await one(content)).text).toBe('Subject: Road\n\nWords.');
  });

  test('quotes, brackets and pieces of parameters are taken off', () => {
    const { value, parameters } = structured(
      'Text/Plain (a; b); charset="utf\\-8" (c); x; y=1;y=2; __proto__=z',
    );
    expect(value).toBe('text/plain');
    expect([...parameters].map(([name, { bytes }]) => `${name}=${bytes}`)).toEqual([
      'charset=utf-8',
      'y=1',
      '__proto__=z',
    ]);
  });
});

describe('a hostile mail ends soon', { timeout: 60_000 }, () => {
  const head = 'From: a@b.example\nSubject: x\n';
  const nested = (at: number) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`;

  test.each([
    [
      '300,000 parts',
      `${head}Content-Type: multipart/mixed; boundary=x\n\n${'--x\n\npart\n'.repeat(300_000)}`,
    ],
    ['200,000 levels', head + Array.from({ length: 200_000 }, (_, at) => nested(at)).join('')],
    ['200,000 levels of one name', head + nested(1).repeat(200_000)],
  ])('%s are refused', async (_, content) => {
    await expect(readParts('a.eml', content)).rejects.toMatchObject({ code: 'too-large' });
  });

  test.each([
    ['a subject of 20 MB', `Subject: ${'x '.repeat(10_000_000)}\n\nWords.`],
    ['a million fields', `${'X-A: b\n'.repeat(1_000_000)}\nWords.`],
    ['half a million people', `To: ${'"A, B" <a@b>,\n '.repeat(500_000)}\n\nWords.`],
    [
      'brackets',
      `From: ${'('.repeat(200_000)}\nContent-Type: a; ${'n*0*=(;'.repeat(30_000)}\n\nWords.`,
    ],
    ['words without an end', `Subject: ${'=?utf-8?q?'.repeat(25_000)}\n\nWords.`],
    ['dashes', `${head}Content-Type: multipart/x; boundary=x\n\n${'--y\n'.repeat(500_000)}`],
    ['signs of quotes', `${head}\n${'>'.repeat(10_000_000)}`],
    ['mails in mails', `${head}${'Content-Type: message/rfc822\n\n'.repeat(50_000)}`],
  ])('%s', async (_, content) => {
    expect((await readParts('a.eml', content)).length).toBeGreaterThan(0);
  });
});
