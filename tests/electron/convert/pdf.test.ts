import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Converted, ImportSettings } from '#data/formats/import/format.ts';
import { blockFaults, debrisOf, metaOf, outline } from '../../data/formats/convert.ts';
import { readBytes, shown } from '../import/support/read-case.ts';

const folder = join(import.meta.dirname, '../../fixtures/pdf');

async function read(name: string, settings?: ImportSettings): Promise<Converted> {
  const bytes = readFileSync(join(folder, `${name}.pdf`));
  const { documents, refused } = await readBytes(`${name}.pdf`, bytes, settings);
  expect(refused).toEqual([]);
  const [document] = documents;
  if (!document) throw new Error(`nothing came of ${name}`);
  expect(blockFaults(document)).toEqual([]);
  return document;
}

async function refusal(bytes: Uint8Array, settings?: ImportSettings) {
  const { documents, refused } = await readBytes('x.pdf', bytes, settings);
  expect(documents).toEqual([]);
  return refused[0];
}

const wordsAt = ({ text }: Converted, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end);

describe('the text', () => {
  test('is read column by column, however it was drawn', async () => {
    const document = await read('row-by-row');
    expect(document.title).toBe('Two columns, drawn row by row');
    const text = shown(document);
    expect(text).toContain('three long days of snow. Nobody had a chair, so all of them stood');
    expect(text).toContain('council and guests were tired');
    expect(text).toContain('was thanked by everybody who was there on that evening.');
    expect(debrisOf(document)).toEqual(['3 | Review']);
  });

  test('goes on over a page, with notes and running lines apart', async () => {
    const document = await read('notes');
    expect(outline(document)).toEqual([
      '~paragraph: History of a bench',
      'footnote: See the book of the smith, page 14.',
      '~paragraph: 30',
      expect.stringContaining('the children went to the house of the miller. The miller had no'),
      '~paragraph: History of a bench',
      'footnote: The table is in the museum of Ardan now.',
      '~paragraph: 31',
    ]);
    const [first, second] = document.pages ?? [];
    expect(first && wordsAt(document, first)).toMatch(/the children went to the $/);
    expect(second && wordsAt(document, second)).toMatch(/^house of the miller/);
    expect(
      document.marks?.map(({ kind, to = 0 }) => [kind, document.text.slice(to, to + 7)]),
    ).toEqual([
      ['note-anchor', 'See the'],
      ['note-anchor', 'The tab'],
    ]);
    expect(document.text).toContain('the goat.¹ When');
  });

  test('has rows of tables, ruled or not', async () => {
    const document = await read('table');
    const rows = [
      'table-row: Village\tLength\tHead',
      'table-row: Kesk\t101\tOdo Karst',
      'table-row: Upper Ardan\t14\tMila Vorn',
    ];
    expect(outline(document)).toEqual([
      'heading1: Villages on the road',
      'paragraph: There are two villages on the road, and it weighs 10³ tons.',
      ...rows,
      'caption: Table 1. Villages and their heads.',
      ...rows,
      'list-item: on snow',
      'list-item: on rockfall',
    ]);
    expect(document.title).toBe('Villages on the road');
    expect(metaOf(document)).toMatchObject({ author: 'Odo Karst', title: document.title });
  });

  test('stands apart from a box beside it', async () => {
    const [main, box] = outline(await read('boxed'));
    expect(main).toContain('were closed and nobody heard them.');
    expect(box).toContain('The bench in figures');
  });

  test('is upright, and what runs in another direction is debris', async () => {
    const document = await read('turned');
    expect(debrisOf(document)).toEqual(['Stamp 2001.01234 of the archive']);
    expect(shown(document)).toContain('This page is seen upright, though it is turned.');
    const [link] = document.marks ?? [];
    expect(link).toMatchObject({ kind: 'link', address: 'https://example.org/a' });
    expect(link && wordsAt(document, link)).toBe('An upright line');
  });

  test('is what the file says of signs that are no letters of their own', async () => {
    const document = await read('actual-text');
    expect(document.reading.damaged).toBeUndefined();
    expect(shown(document)).toBe(
      'راه دره‌ها\n\nشورای نُه‌نفره بر دره‌های بالا حکومت می‌کند «راه باز است»؛ حدود ۴٬۳۵۶ لاری در سال (هر کدام ۴۰ دالر).',
    );
  });

  test('in Chinese has no spaces where lines end', async () => {
    const document = await read('chinese');
    expect(document.text).toContain('讨论公路建设问题，学校');
    expect(debrisOf(document)).toEqual(['第 1 页']);
  });
});

describe('what is in the file besides', () => {
  test('are marks, remarks, fields, labels and files', async () => {
    const document = await read('marked');
    const marks = document.highlights?.map((one) => [wordsAt(document, one), one.note]);
    expect(marks).toEqual([
      ['have twelve chairs', 'Ana: How many?'],
      ['Friday', 'Ask the school again'],
    ]);
    expect(outline(document)).toContain('comment: Ask the school again');
    expect(document.text).toContain('Mila Vorn');
    expect(document.pages?.map(({ number }) => number)).toEqual(['i', '1']);
    expect(document.reading).toMatchObject({ pages: 2, files: ['list.csv'] });
    expect(document.reading.leftOut?.what).toEqual(['script', 'file']);
  });

  test('are pages without a text, which are told', async () => {
    const some = await read('scan');
    expect(some.reading).toMatchObject({ pages: 3, withoutText: [1] });
    expect(some.pages?.map(({ number }) => number)).toEqual(['2']);
    const none = await read('only-scans');
    expect(none.title).toBe('only-scans');
    expect(none.reading.withoutText).toEqual([1]);
    expect(none.pages).toEqual([{ start: 0, end: none.text.length, number: '1' }]);
    expect(shown(none)).toBe('');
  });
});

describe('a protected file', () => {
  const locked = readFileSync(join(folder, 'locked.pdf'));

  test('is opened by its password, the first that fits', async () => {
    const document = await read('locked', { passwords: ['other', 'user'] });
    expect(document.title).toBe('The letter of the school');
  });

  test('is refused without, and with another', async () => {
    expect(await refusal(locked)).toMatchObject({
      code: 'password-needed',
      message: expect.stringContaining('give the password') as string,
    });
    expect(await refusal(locked, { passwords: ['other'] })).toMatchObject({
      code: 'password-needed',
      message: expect.stringContaining('try another') as string,
    });
  });

  test('is opened when only changes are forbidden', async () => {
    expect((await read('owner-locked')).title).toBe('The letter of the school');
  });
});

describe('a bad file', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const table = readFileSync(join(folder, 'table.pdf'));
  const root = '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n';
  const end = 'trailer<</Root 1 0 R>>';

  test.each([
    ['cut off', table.subarray(0, 900)],
    ['nothing but a first line', bytes('%PDF-1.7\n%%EOF')],
  ])('%s is refused in one line', async (_, content) => {
    const refused = await refusal(content);
    expect(refused?.code).toBe('import-failed');
    expect(refused?.message).toContain('“x.pdf” is a broken PDF');
  });

  test('whose pages lie in a circle has none', async () => {
    const pages = '2 0 obj<</Type/Pages/Kids[2 0 R]/Count 3>>endobj\n';
    expect((await refusal(bytes(`%PDF-1.4\n${root}${pages}${end}`)))?.code).not.toBe('internal');
  });

  test('with no words and no pictures holds no text', async () => {
    const page =
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n';
    expect((await refusal(bytes(`%PDF-1.4\n${root}${page}${end}`)))?.code).toBe('empty-file');
  });

  test('of which one page is broken tells which', async () => {
    const objects = [
      '2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 5 0 R>>endobj',
      '4 0 obj 17 endobj',
      '5 0 obj<</Length 47>>stream\nBT /F 12 Tf 20 200 Td (A page that is good) Tj ET\nendstream endobj',
    ].join('\n');
    const { documents } = await readBytes('x.pdf', bytes(`%PDF-1.4\n${root}${objects}\n${end}`));
    expect(documents[0] && shown(documents[0])).toBe('A page that is good');
    expect(documents[0]?.reading.withoutText).toEqual([2]);
  });

  test('with something else in front of it is read, not shown as it is', async () => {
    const { documents } = await readBytes('x.pdf', Buffer.concat([bytes('From: a\n\n'), table]));
    expect(documents[0]?.text).toContain('There are two villages');
    const about = await readBytes('x.txt', bytes('Files begin with %PDF-1.4, all of them.'));
    expect(about.documents[0]?.mediaType).toBe('text/plain');
  });
});
