import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeRuns } from '#data/text/page-places.ts';

/** Words of the text that each run of a page was found to be. */
function found(runs: readonly string[], text: string): (string | null)[] {
  const placed = placeRuns(
    runs.map((one) => ({ text: one })),
    text,
  );
  return placed.map((one) => one && text.slice(one.start, one.end));
}

test('lines that are joined, in another order, without hyphens at their ends', () => {
  const text = 'Talks in Kabul\nThe coordination of four states began.\n1 A note.';
  const runs = ['1 A note.', 'Talks in Kabul', 'The coordi-', 'nation of four', 'states began.'];
  expect(found(runs, text)).toEqual([
    '1 A note.',
    'Talks in Kabul',
    'The coordi',
    'nation of four',
    'states began.',
  ]);
});

test('words that stand several times go to the runs in their order', () => {
  const text = 'the two countries agreed; the two countries met; the two countries';
  const runs = ['the two countries', 'agreed; the two countries', 'met; the two', 'countries'];
  const placed = placeRuns(
    runs.map((one) => ({ text: one })),
    text,
    100,
  );
  expect(placed.map((one) => one?.start)).toEqual([100, 118, 144, 157]);
});

test('ligatures, widths and Arabic forms are the letters that they stand for', () => {
  expect(found(['eﬀective oﬃce'], 'an effective office')).toEqual(['effective office']);
  expect(found(['ﻼﻣ ﺔﻟوﺪﻟا'], 'x')).toEqual([null]);
  expect(found(['ﺍﻟﺪﻭﻟﺔ'], 'في الدولة اليوم')).toEqual(['الدولة']);
  expect(found(['ＫＡＢＵＬ 喀布尔'], 'KABUL喀布尔')).toEqual(['KABUL喀布尔']);
});

test('what the text does not have is left out, and its neighbours are not', () => {
  const runs = ['4. Borders', 'ZZZZZZ', 'are closed'];
  const placed = placeRuns(
    runs.map((text) => ({ text })),
    'Borders are closed',
  );
  expect(placed).toEqual([
    { from: 3, to: 10, start: 0, end: 7 },
    null,
    { from: 0, to: 10, start: 8, end: 18 },
  ]);
});

test('a run gets words like its own, whatever the page is cut into', () => {
  const word = fc.constantFrom(
    'Kabul',
    'the',
    'of',
    'two countries',
    '喀什',
    'منظمة',
    'a',
    'Ürümqi',
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1 }),
      (lines) => {
        const runs = lines.map((words) => words.join(' '));
        const text = runs.join('\n');
        const bare = (words: string): string => words.replace(/\s/g, '');
        expect(found(runs, text).map((one) => bare(one ?? ''))).toEqual(runs.map(bare));
      },
    ),
  );
});
