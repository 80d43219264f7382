import { PDFDocument, StandardFonts, degrees } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Converted } from '#data/formats/import/format.ts';
import type { PictureReader } from '#data/formats/import/picture-reader.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import { pictureReader } from '../../../../electron/convert/ocr/picture-reader.ts';
import { quarterTurned } from '../../../../electron/convert/pictures/turned.ts';
import { importRegistry } from '../../../../electron/convert/registry.ts';
import { blockFaults } from '../../../data/formats/convert.ts';
import { page, pagePng, texturePng } from './pictures.ts';

const english = ['The ministers met on Tuesday.', 'They agreed on little.'];

/** Reads a file with the words of its pictures; also how far it said to be. */
async function read(
  name: string,
  bytes: Uint8Array,
  reader: PictureReader,
): Promise<{ document: Converted; told: number[] }> {
  const told: number[] = [];
  const tools = {
    ...bareTools,
    progress: (done: number) => void told.push(done),
    pictureReader: () => Promise.resolve(reader),
  };
  for await (const one of importRegistry.convert({ name, bytes }, tools)) {
    if ('error' in one) throw new Error(one.error.message);
    expect(blockFaults(one)).toEqual([]);
    return { document: one, told };
  }
  throw new Error(`nothing came of ${name}`);
}

/** Every word stands where it says, on a page that there is, and is one. */
function needPlaces({ text, words = [], reading }: Converted): void {
  let last = 0;
  for (const { start, end, page, box, confidence } of words) {
    const [left, top, width, height] = box;
    expect(text.slice(start, end)).toMatch(/^\S+$/);
    expect(start).toBeGreaterThanOrEqual(last);
    last = end;
    expect(page).toBeLessThanOrEqual(reading.pages ?? 0);
    expect(Math.min(left, top, width, height)).toBeGreaterThanOrEqual(0);
    expect(Math.max(left + width, top + height)).toBeLessThanOrEqual(1.00001);
    expect(confidence).toBeLessThanOrEqual(100);
  }
}

describe('in English', () => {
  let reader: PictureReader;
  beforeAll(async () => {
    reader = await pictureReader([{ code: 'eng' }]);
  });

  test('a picture is read, with the place of each word', async () => {
    const { document, told } = await read('note.png', pagePng(english), reader);
    expect(document.text).toBe('The ministers met on Tuesday. They agreed on little.');
    expect(document.reading).toMatchObject({
      pages: 1,
      recognised: { languages: ['eng'], pages: [1] },
    });
    expect(document.reading).not.toHaveProperty('withoutText');
    expect(document.reading.recognised?.by).toMatch(/^Tesseract \d/);
    expect(document.words).toHaveLength(9);
    needPlaces(document);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...told].sort((one, other) => one - other));
  });

  test.each([1, 2, 3])(
    'one that lies %i quarters turned is read all the same',
    async (quarters) => {
      const { document } = await read('side.png', pagePng(english, { quarters }), reader);
      expect(document.text).toContain('The ministers met on Tuesday. They agreed on little.');
      needPlaces(document);
      const [first] = document.words ?? [];
      const [left = 0, top = 0] = first?.box ?? [];
      // The first word is in the corner that the turn brings the upper left one to.
      expect([left > 0.5, top > 0.5]).toEqual([quarters !== 3, quarters !== 1]);
    },
  );

  test('one that lies askew is read in lines, and its words are where they are seen', async () => {
    const lines = [...english, 'Nobody was glad of that.', 'It rained until the evening.'];
    const setting = { askew: 0.04, height: 500 };
    const { document } = await read('askew.png', pagePng(lines, setting), reader);
    expect(document.text.replace(/\s+/g, ' ')).toBe(lines.join(' '));
    const tops = (document.words ?? []).slice(0, 5).map(({ box: [, top] }) => top);
    expect(tops.at(-1)).toBeGreaterThan((tops[0] ?? 0) + 0.03);
  });

  test('texture is no text: the page stays one without', async () => {
    const { document } = await read('photo.png', texturePng(), reader);
    expect(document.reading).toEqual({ pages: 1, withoutText: [1] });
    expect(document.text).toBe('Page 1: a picture without text');
    expect(document).not.toHaveProperty('words');
  });

  test('of a PDF only the pages that are pictures are, upright as they are shown', async () => {
    const file = await PDFDocument.create();
    const font = await file.embedFont(StandardFonts.TimesRoman);
    const typed = 'This page was typed and has a text of its own.';
    file.addPage([400, 200]).drawText(typed, { x: 40, y: 120, size: 14, font });
    const [scan, side] = await Promise.all(
      [0, 3].map(async (quarters) => file.embedPng(pagePng(english, { quarters, height: 600 }))),
    );
    if (!scan || !side) throw new Error('no pictures');
    file.addPage([400, 200]).drawImage(scan, { x: 0, y: 0, width: 400, height: 200 });
    const turned = file.addPage([200, 400]);
    turned.drawImage(side, { x: 0, y: 0, width: 200, height: 400 });
    turned.setRotation(degrees(90));
    const { document, told } = await read('mixed.pdf', await file.save(), reader);
    expect(document.text.replace(/\s+/g, ' ')).toBe(
      `${typed} ${english.join(' ')} ${english.join(' ')}`,
    );
    expect(document.reading).toMatchObject({ pages: 3, recognised: { pages: [2, 3] } });
    expect(new Set(document.words?.map((word) => word.page))).toEqual(new Set([2, 3]));
    needPlaces(document);
    for (const { box } of document.words ?? []) expect(box[1]).toBeLessThan(0.5);
    expect(told).toEqual([...told].sort((one, other) => one - other));
  });
});

test.each([
  ['rus', 'Министры встретились во вторник.', { nth: 1 }],
  ['chi_sim', '外交部长星期二会面讨论贸易问题。', { font: 'song', size: 42 }],
  ['ara', 'التقى الوزراء يوم الثلاثاء', { font: 'naskh', size: 48 }],
  ['fas', 'وزیران روز سه‌شنبه دیدار کردند', { font: 'naskh', size: 48 }],
] as const)(
  'words in %s are read in the order in which they are written',
  async (code, words, setting) => {
    const reader = await pictureReader([{ code }]);
    const { document } = await read('note.png', pagePng([words], setting), reader);
    expect(document.text).toBe(words);
    needPlaces(document);
  },
);

test.each(['urd', 'pus', 'uig'])('%s comes with the program', async (code) => {
  await expect(pictureReader([{ code }])).resolves.toMatchObject({ languages: [code] });
});

test('a turn by quarters and its rest are no turn', () => {
  const { width, height } = { width: 3, height: 2 };
  const given = { width, height, pixels: Uint8Array.from([1, 2, 3, 4, 5, 6]) };
  const once = quarterTurned(given, 1);
  expect([once.width, once.height, ...once.pixels]).toEqual([2, 3, 4, 1, 5, 2, 6, 3]);
  fc.assert(
    fc.property(fc.constantFrom(1 as const, 2 as const, 3 as const), (quarters) => {
      const back = (4 - quarters) as 1 | 2 | 3;
      expect(quarterTurned(quarterTurned(given, quarters), back)).toEqual(given);
    }),
  );
});

test('what is no language is refused in words', async () => {
  await expect(pictureReader([{ code: 'xyz' }])).rejects.toMatchObject({ code: 'import-failed' });
  const file = import.meta.filename;
  await expect(pictureReader([{ code: 'deu', file }])).rejects.toMatchObject({
    code: 'import-failed',
    message: expect.stringContaining('deu') as string,
  });
  expect(page(english).width).toBe(1200);
});
