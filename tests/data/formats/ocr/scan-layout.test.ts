import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isNoise, meanConfidence } from '#data/formats/import/ocr/noise.ts';
import { readPicture } from '#data/formats/import/ocr/read-picture.ts';
import { Scanned } from '#data/formats/import/ocr/scanned.ts';
import type { TesseractBlock, TesseractLine } from '#data/formats/import/ocr/tesseract.ts';
import { assembled } from '#data/formats/import/pdf/assembly.ts';
import { written } from '#data/formats/import/pdf/written.ts';

const size = { width: 1000, height: 1400 };
const reader = { languages: ['eng'], by: 'Tesseract 5', read: () => Promise.reject(new Error()) };

/** A line as Tesseract tells it: words of 20 points a letter, from `x`, on the base line `y`. */
function line(words: string, x: number, y: number, { confidence = 95, gap = 20 } = {}) {
  let left = x;
  const told = words.split(' ').map((text) => {
    const bbox = { x0: left, y0: y - 30, x1: left + text.length * 20, y1: y + 8 };
    left = bbox.x1 + gap;
    return { text, confidence, bbox };
  });
  const bbox = { x0: x, y0: y - 30, x1: left - gap, y1: y + 8 };
  const baseline = { x0: x, y0: y, x1: bbox.x1, y1: y };
  return { bbox, baseline, rowAttributes: { rowHeight: 40 }, words: told };
}

const block = (...lines: TesseractLine[]): TesseractBlock => ({ paragraphs: [{ lines }] });

/** The text of pages as an import writes it. */
function textOf(...pages: TesseractBlock[][]) {
  const scanned = new Scanned();
  pages.forEach((blocks, at) =>
    scanned.add(at + 1, readPicture(blocks, { ...size, turned: 0 }), 595),
  );
  const layouts = [...scanned.layouts.values()];
  const text = written(
    assembled(layouts, [], () => undefined),
    [],
    () => undefined,
  );
  return { ...text, words: text.words ?? [], told: scanned.told(reader) };
}

describe('lines of a picture', () => {
  test('become paragraphs, and words that were cut at their ends are whole', () => {
    const { text, blocks, words } = textOf([
      block(
        line('They spoke of the exam-', 100, 100),
        line('ple of trade.', 100, 150),
        line('A new thought begins', 160, 200),
        line('and goes on to the edge.', 100, 250),
      ),
    ]);
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
      'They spoke of the example of trade.',
      'A new thought begins and goes on to the edge.',
    ]);
    expect(words.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(
      'They spoke of the exam ple of trade. A new thought begins and goes on to the edge.',
    );
  });

  test('in rows are those of a table, and their words have their places', () => {
    const { text, blocks, words } = textOf([
      block(
        line('Village Length', 100, 100, { gap: 300 }),
        line('Kesk 101', 100, 160, { gap: 360 }),
        line('Ardan 14', 100, 220, { gap: 340 }),
      ),
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['table-row', 'table-row', 'table-row']);
    expect(text).toContain('Kesk\t101');
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
      ...['Village', 'Length', 'Kesk', '101', 'Ardan', '14'],
    ]);
  });

  test('of a script without spaces are joined without', () => {
    const { text } = textOf([
      block(
        line('外交 部长 会面', 100, 100, { gap: 4 }),
        line('讨论 贸易。', 100, 150, { gap: 4 }),
      ),
    ]);
    expect(text).toBe('外交部长会面讨论贸易。');
  });

  test('of a script from right to left stay in the order in which they are read', () => {
    const told = line('وقال إن 15 دولة', 100, 100);
    const right = told.bbox.x1 + told.bbox.x0;
    const mirrored = told.words.map(({ bbox, ...word }) => ({
      ...word,
      bbox: { ...bbox, x0: right - bbox.x1, x1: right - bbox.x0 },
    }));
    expect(textOf([block({ ...told, words: mirrored })]).text).toBe('وقال إن 15 دولة');
  });

  test('go on over a page, whose words keep its number', () => {
    const { text, words, pages, told } = textOf(
      [block(line('They spoke of the trade and', 100, 100))],
      [block(line('of the roads in the west.', 100, 100))],
    );
    expect(text).toBe('They spoke of the trade and of the roads in the west.');
    expect(words.map(({ page }) => page)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
    expect(pages?.map(({ number }) => number)).toEqual(['1', '2']);
    expect(told).toEqual({
      recognised: { languages: ['eng'], pages: [1, 2], confidence: 95, by: 'Tesseract 5' },
    });
  });
});

describe('places of words', () => {
  test('are in parts of the page, and never beside it', () => {
    const { words } = textOf([block(line('Edge of it', 900, 1390))]);
    for (const { box } of words) {
      const [left, top, width, height] = box;
      for (const part of [left, top, width, height]) expect(part).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(1);
      expect(top + height).toBeLessThanOrEqual(1);
    }
  });

  test('are those on the page as it was given, however it was turned for reading', () => {
    const middle = [block(line('x', 490, 715))];
    const straight = readPicture(middle, { ...size, turned: 0 });
    const turned = readPicture(middle, { ...size, turned: 0.1 });
    const place = (read: typeof straight) => read.columns[0]?.[0]?.words[0]?.place ?? [];
    // What is in the middle stays there.
    place(turned).forEach((part, at) => expect(part).toBeCloseTo(place(straight)[at] ?? 0, 2));
    const corner = [block(line('x', 0, 30))];
    const [, top = 0] = place(readPicture(corner, { ...size, turned: 0.1 }));
    expect(top).toBeGreaterThan(0.03);
  });
});

describe('what is no writing', () => {
  const words = (...told: [string, number][]) => ({
    words: told.map(([text, confidence]) => ({
      ...{ text, confidence, place: [0, 0, 0, 0] as [number, number, number, number] },
      ...{ x0: 0, y0: 0, x1: 1, y1: 1 },
    })),
  });

  test.each([
    ['words that nobody is sure of', words(['oe', 12], ['winter', 20]), true],
    ['signs', words(['—', 90], ['|', 95]), true],
    ['single letters that are doubtful', words(['a', 50], ['i', 45], ['=', 40]), true],
    ['doubtful words', words(['minister', 55], ['spoke', 48]), false],
    ['a short word', words(['No', 88]), false],
    ['a number', words(['14', 91]), false],
    ['Chinese', words(['会', 70], ['面', 66]), false],
  ])('%s', (_what, line, isOne) => expect(isNoise(line)).toBe(isOne));

  test('longer words count more in how sure a page is', () => {
    expect(
      meanConfidence([
        { text: 'a', confidence: 0 },
        { text: 'bcd', confidence: 100 },
      ]),
    ).toBe(75);
    expect(meanConfidence([])).toBe(0);
  });
});

test('a page as Tesseract told it comes to its text with every word in place', () => {
  const file = join(import.meta.dirname, '../../../fixtures/ocr/two-columns.json');
  const { blocks, ...seen } = JSON.parse(readFileSync(file, 'utf8')) as {
    blocks: TesseractBlock[];
    width: number;
    height: number;
  };
  const scanned = new Scanned();
  scanned.add(1, readPicture(blocks, { ...seen, turned: 0 }), 595);
  const layouts = [...scanned.layouts.values()];
  const text = written(
    assembled(layouts, [], () => undefined),
    [],
    () => undefined,
  );
  expect(text.text).toBe(
    [
      'Two columns of news',
      'The ministers met on Tuesday to discuss regional trade. They agreed on little, but promised to meet again in the spring.',
      'Nobody had a chair, so all of them stood until the evening, when the council was thanked by everybody who was there.',
    ].join('\n\n'),
  );
  const all = blocks.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => lines.flatMap((one) => one.words.map((word) => word.text))),
  );
  const placed = (text.words ?? []).map(({ start, end }) => text.text.slice(start, end));
  expect(placed).toEqual(all);
});
