import { expect, test } from 'vitest';
import { reanchor, type Reanchored } from '#data/text/reanchor/reanchor.ts';
import { editedText, editKinds } from './edited-text.ts';
import { judge, nothing } from './judge.ts';
import { languages } from './languages.ts';

/** The answer for some words of a text; `nth`: which of them, counted from 0. */
function find(
  older: string,
  newer: string,
  words: string,
  nth = 0,
): Reanchored & { words?: string } {
  let start = older.indexOf(words);
  for (let n = 0; n < nth; n++) start = older.indexOf(words, start + 1);
  const [answer] = reanchor(older, newer, [{ id: 'h', start, end: start + words.length }]);
  if (!answer) throw new Error('No answer.');
  if (answer.start === undefined) return answer;
  return { ...answer, words: newer.slice(answer.start, answer.end) };
}

const report = [
  'The foreign minister of Uzbekistan received a delegation from Kabul on Tuesday.',
  'Both sides spoke about the railway to Peshawar and about the water of the Amu Darya.',
  'A spokesman said that the two countries would open three border crossings in the spring.',
  'Observers in Tashkent doubt that the money for the tracks has been found.',
  'The Asian bank wants to decide next year whether it lends four billion dollars.',
];
const text = report.join('\n');
const crossings = 'would open three border crossings';

test('words whose text stays the same are where they were', () => {
  const range = { id: 'h', start: 0, end: text.length };
  expect(reanchor(text, text, [range])).toEqual([{ ...range, state: 'exact', score: 1 }]);
});

test('what is put in or taken out before words only shifts them', () => {
  const longer = `Tashkent, 4 May. ${text.replace('Both sides', 'On Wednesday both sides')}`;
  expect(find(text, longer, crossings)).toMatchObject({
    state: 'exact',
    score: 1,
    words: crossings,
  });
  const shorter = report.slice(1).join('\n');
  expect(find(text, shorter, crossings)).toMatchObject({ state: 'exact', words: crossings });
});

test('a paragraph that was moved takes its words along', () => {
  const [a = '', b = '', c = '', d = '', e = ''] = report;
  const newer = [c, a, b, d, e].join('\n');
  expect(find(text, newer, crossings)).toMatchObject({ state: 'moved', words: crossings });
  expect(find(text, newer, 'four billion')).toMatchObject({ state: 'exact' });
});

test('changed words are proposed, never taken', () => {
  const newer = text.replace(crossings, 'will open two border crossings');
  const found = find(text, newer, crossings);
  expect(found).toMatchObject({ state: 'uncertain', words: 'will open two border crossings' });
  expect(found.score).toBeGreaterThan(0.7);
});

test('words that a scan reads wrongly are proposed', () => {
  const newer = text.replace(crossings, 'wou1d open thrcc bordr crossings');
  expect(find(text, newer, crossings)).toMatchObject({
    state: 'uncertain',
    words: 'wou1d open thrcc bordr crossings',
  });
});

test('words that are gone are lost, however much else stays', () => {
  const newer = report.filter((line) => !line.includes(crossings)).join('\n');
  const lost = find(text, newer, crossings);
  expect(lost).toEqual({ id: 'h', state: 'lost', score: 0 });
});

test('lines that end elsewhere, other quotation marks and marks that are not seen are the same words', () => {
  const older = 'He said: “the\u00ad two countries” — and left. Nobody asked him why he had come.';
  const newer =
    'He said:\n"the two\u00a0\ncountries" - and left. Nobody asked him why he had come.';
  expect(find(older, newer, '“the\u00ad two countries”')).toMatchObject({
    state: 'exact',
    score: 1,
    words: '"the two\u00a0\ncountries"',
  });
});

test('of a repeated line that is missing once, nobody can tell which', () => {
  const lines = (count: number): string =>
    `It began in June.\n${'The two countries agreed.\n'.repeat(count)}It ended in July.`;
  for (let nth = 0; nth < 4; nth++) {
    const answer = find(lines(4), lines(3), 'two countries', nth);
    expect(answer).toMatchObject({ state: 'uncertain', words: 'two countries' });
    expect(answer.score).toBeLessThan(0.6);
  }
  const same = `${lines(4)} And more.`;
  expect(find(lines(4), same, 'two countries', 2)).toMatchObject({ state: 'exact' });
});

test('words that stand elsewhere too are not taken for those that are gone', () => {
  const older = report.join(' The two countries keep silent. ');
  const newer = older.replace(`${report[2]} The two countries keep silent. `, '');
  const answer = find(older, newer, 'The two countries', 2);
  expect(answer.state).not.toMatch(/exact|moved/);
});

test('characters of two code units stay whole', () => {
  const older = '😀😀😀 the 𠮷野家 opened 😀😀 in Kabul today and nobody came 😀.';
  const newer = '😀😀😁 the 𠮷野屋 opened 😀😁 in Kabul today and nobody came 😀.';
  const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
  for (const words of ['😀😀😀', '𠮷野家', '😀😀 in', '😀']) {
    expect(find(older, newer, words).words ?? '').not.toMatch(halves);
  }
});

test('scripts without spaces and those from right to left are read alike', () => {
  const chinese =
    '中国外交部长星期一在北京会见了阿富汗代表团。双方讨论了边境安全和贸易问题。发言人没有回答提问。';
  const newer = `新华社北京电 ${chinese.replace('星期一', '星期二')}`;
  expect(find(chinese, newer, '边境安全')).toMatchObject({ state: 'exact', words: '边境安全' });
  expect(find(chinese, newer, '星期一在北京')).toMatchObject({
    state: 'uncertain',
    words: '星期二在北京',
  });
  const persian =
    'وزیر خارجه ازبکستان روز سه‌شنبه با هیئت کابل دیدار کرد. دو طرف درباره راه‌آهن گفتگو کردند.';
  expect(find(persian, `تاشکند. ${persian}`, 'راه‌آهن')).toMatchObject({
    state: 'exact',
    words: 'راه‌آهن',
  });
});

test('an empty range has no words that could be found', () => {
  const answers = reanchor('one  two', 'one three', [{ id: 'empty', start: 3, end: 3 }]);
  expect(answers.map(({ state }) => state)).toEqual(['lost']);
});

test.each(editKinds)(
  'of generated texts with %s no place is wrong, and nothing findable is lost',
  (kind) => {
    const verdict = nothing();
    const faults: unknown[] = [];
    for (const language of languages) {
      for (let seed = 1; seed <= 4; seed++) {
        const made = editedText({ language, kind, seed });
        const answers = reanchor(made.older, made.newer, made.anchors);
        judge(made, answers, verdict, (...fault) => faults.push([language, seed, ...fault]));
      }
    }
    expect(verdict.anchors).toBeGreaterThan(500);
    expect(verdict.wrong, JSON.stringify(faults)).toBe(0);
    expect(verdict.missed, JSON.stringify(faults)).toBeLessThanOrEqual(verdict.findable / 100);
  },
);

test('answers keep the order of what was asked, and lie within the text', () => {
  const { older, newer, anchors } = editedText({ language: 'en', kind: 'everything', seed: 99 });
  const answers = reanchor(older, newer, anchors);
  expect(answers.map(({ id }) => id)).toEqual(anchors.map(({ id }) => id));
  for (const { state, score, start, end } of answers) {
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
    expect(start === undefined).toBe(state === 'lost');
    if (start === undefined || end === undefined) continue;
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(newer.length);
  }
});
