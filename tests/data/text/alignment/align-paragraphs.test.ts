import { describe, expect, test } from 'vitest';
import { alignParagraphs, type AlignedRow } from '#data/text/alignment/align-paragraphs.ts';
import type { AlignedText } from '#data/text/alignment/sides.ts';
import type { AlignedPair } from '#data/model/document-link.ts';
import { randomFrom, Writer } from '../reanchor/languages.ts';
import { changedText, type Changes, type KnownText } from './changed-pair.ts';
import { tongues } from './four-languages.ts';

const same: Changes = { merged: 0, split: 0, leftOut: 0 };
const edited: Changes = { merged: 0.1, split: 0.1, leftOut: 0.05 };
const reworked: Changes = { merged: 0.2, split: 0.2, leftOut: 0.15 };
const pairs = tongues.flatMap((one, at) =>
  tongues.slice(at + 1).map((other) => [one, other] as const),
);

/** A text of bare paragraphs. */
function plain(...paragraphs: string[]): AlignedText {
  let start = 0;
  const ranges = paragraphs.map(({ length }) => {
    const range = { start, end: start + length, kind: 'paragraph' as const };
    start = range.end + 2;
    return range;
  });
  return { text: paragraphs.join('\n\n'), paragraphs: ranges };
}

/** Rows as “1-1 2-2,3”, counted from 1; of one that stands alone the other side is empty. */
function shortly(rows: readonly AlignedRow[]): string {
  const numbers = ({ start, end }: { start: number; end: number }) =>
    Array.from({ length: end - start }, (_, at) => start + at + 1).join();
  return rows.map(({ left, right }) => `${numbers(left)}-${numbers(right)}`).join(' ');
}

/** What of both texts stands side by side, as pairs of numbers. */
const crossed = ({ left, right }: AlignedRow): string[] => {
  const all: string[] = [];
  for (let i = left.start; i < left.end; i++) {
    for (let j = right.start; j < right.end; j++) all.push(`${i}-${j}`);
  }
  return all;
};

function expectCover(rows: readonly AlignedRow[], left: AlignedText, right: AlignedText): void {
  let [one, other] = [0, 0];
  for (const row of rows) {
    expect([row.left.start, row.right.start]).toEqual([one, other]);
    [one, other] = [row.left.end, row.right.end];
    expect(one - row.left.start + other - row.right.start).toBeGreaterThan(0);
  }
  expect([one, other]).toEqual([left.paragraphs.length, right.paragraphs.length]);
}

/** Share of what is put side by side that belongs there, and of what belongs there that is put so. */
function judged(changes: Changes, seeds: number): { precision: number; recall: number } {
  let [hits, made, wanted] = [0, 0, 0];
  for (const [one, other] of pairs) {
    for (let seed = 0; seed < seeds; seed++) {
      const random = randomFrom(seed);
      const left = changedText(one, changes, random);
      const right = changedText(other, changes, random);
      const got = alignParagraphs(left, right).flatMap(crossed);
      const truth = truthOf(left, right);
      hits += got.filter((pair) => truth.has(pair)).length;
      made += got.length;
      wanted += truth.size;
    }
  }
  return { precision: hits / made, recall: hits / wanted };
}

function truthOf(left: KnownText, right: KnownText): Set<string> {
  const truth = new Set<string>();
  left.tells.forEach((own, i) => {
    right.tells.forEach((theirs, j) => {
      if (own.some((number) => theirs.includes(number))) truth.add(`${i}-${j}`);
    });
  });
  return truth;
}

describe('paragraphs of a text and its translation', () => {
  test.each(pairs)('%s and %s of the same build stand one by one', (one, other) => {
    const left = changedText(one, same, randomFrom(1));
    const right = changedText(other, same, randomFrom(1));
    const rows = alignParagraphs(left, right);
    expect(rows.every((row) => row.left.end - row.left.start === 1)).toBe(true);
    expect(rows).toHaveLength(left.paragraphs.length);
  });

  test('what one text merges, splits or leaves out', () => {
    const left = plain(
      'The ministers met in the capital on Tuesday and spoke about the railway for five hours.',
      'It will be 573 kilometres long.',
      'It will cost 4800 million, and nobody said who would pay for the tunnels in the mountains.',
      'Observers doubt that the work can begin before the spring, because of the snow and the rock.',
      'The next meeting is planned for March.',
    );
    const right = plain(
      'Министры встретились во вторник в столице и пять часов говорили о железной дороге.',
      'Её длина — 573 километра. Она обойдётся в 4800 миллионов; кто заплатит за туннели, никто не сказал.',
      'Следующая встреча намечена на март.',
    );
    expect(shortly(alignParagraphs(left, right))).toBe('1-1 2,3-2 4- 5-3');
    expect(shortly(alignParagraphs(right, left))).toBe('1-1 2-2,3 -4 3-5');
  });

  test('nothing to align: empty texts, and one that is empty', () => {
    expect(alignParagraphs(plain(), plain())).toEqual([]);
    expect(shortly(alignParagraphs(plain('One.', 'Two.'), plain()))).toBe('1- 2-');
  });
});

describe('what the analyst put side by side', () => {
  const left = changedText('en', edited, randomFrom(3));
  const right = changedText('fa', edited, randomFrom(4));
  const pair = (one: number, other: number): AlignedPair => ({
    from: left.paragraphs[one]?.start ?? -1,
    to: right.paragraphs[other]?.start ?? -1,
  });
  const byHand = (given: AlignedPair[]) =>
    shortly(alignParagraphs(left, right, given).filter((row) => row.byHand));

  test('is a row of its own, whatever it says', () => {
    expect(byHand([pair(2, 7), pair(9, 9)])).toBe('3-8 10-10');
  });

  test('may be several beside one', () => {
    expect(byHand([pair(2, 7), pair(2, 8), pair(3, 8)])).toBe('3,4-8,9');
  });

  test('holds no more where it crosses another, or lies where no paragraph is', () => {
    expect(byHand([pair(2, 7), pair(3, 4), { from: 1_000_000, to: 0 }])).toBe('3-8');
  });
});

describe('whatever the texts are', () => {
  test('the rows stand in order, cover both, hold the pairs, and are the same twice', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = randomFrom(seed);
      const left = changedText('en', reworked, random);
      const right = changedText(seed % 2 ? 'zh' : 'ru', reworked, random);
      const at = (text: AlignedText) =>
        text.paragraphs[Math.floor(random() * text.paragraphs.length)]?.start ?? 0;
      const given = Array.from({ length: seed % 4 }, () => ({ from: at(left), to: at(right) }));
      const rows = alignParagraphs(left, right, given);
      expectCover(rows, left, right);
      const [first] = [...given].sort((a, b) => a.from - b.from || a.to - b.to);
      if (first) {
        const held = rows.filter((row) => row.byHand).flatMap(crossed);
        const numbers = [left, right].map(({ paragraphs }, side) =>
          paragraphs.findIndex(({ start }) => start === (side ? first.to : first.from)),
        );
        expect(held).toContain(numbers.join('-'));
      }
      expect(alignParagraphs(left, right, given)).toEqual(rows);
    }
  });

  test('a part of hundreds of paragraphs that one text leaves out is found', () => {
    const random = randomFrom(5);
    const [english, russian] = [new Writer('en', random), new Writer('ru', random)];
    const [left, right]: [string[], string[]] = [[], []];
    for (let at = 0; at < 1500; at++) {
      const length = 4 + Math.floor(random() ** 2 * 80);
      const figure = random() < 0.3 ? ` ${1000 + Math.floor(random() * 9000)}` : '';
      left.push(english.words(length) + figure);
      if (at < 600 || at >= 1000) right.push(russian.words(length) + figure);
    }
    const rows = alignParagraphs(plain(...left), plain(...right));
    const isRight = (row: AlignedRow, gone: number) =>
      row.left.end - row.left.start === 1 && row.left.start - gone === row.right.start;
    const before = rows.filter((row) => row.left.end <= 580);
    const after = rows.filter((row) => row.left.start >= 1020);
    expect(before.every((row) => isRight(row, 0))).toBe(true);
    expect(after.every((row) => isRight(row, 400))).toBe(true);
  });
});

describe('measured on a report in four languages, 6 pairs of them', () => {
  // 40 pairs of texts each; reached: 1 / 1, .957 / .966, .931 / .964, .875 / .908 (precision / recall).
  test.each([
    ['of the same build', same, 1, 1],
    ['5 % left out, 10 % merged, 10 % split', edited, 0.95, 0.96],
    ['the same, as plain text', { ...edited, plain: true }, 0.92, 0.96],
    ['15 % left out, 20 % merged, 20 % split', reworked, 0.87, 0.9],
  ])('%s', (_name, changes, precision, recall) => {
    const reached = judged(changes, 40);
    expect(reached.precision).toBeGreaterThanOrEqual(precision);
    expect(reached.recall).toBeGreaterThanOrEqual(recall);
  });
});
