import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sideBySide, type ComparedWords } from '#data/text/side-by-side.ts';

const marked = (words: readonly ComparedWords[] | undefined) =>
  words === undefined
    ? '–'
    : words.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');
const rows = (left: string[], right: string[]) =>
  sideBySide(left, right).map((row) => `${marked(row.left)} | ${marked(row.right)}`);

describe('two texts side by side', () => {
  const talks = 'The talks began in Urumqi on Wednesday.';
  const agreed = 'All four agreed to meet again next year.';

  test('paragraphs that are the same stand beside each other', () => {
    expect(sideBySide([talks], [talks])).toEqual([
      {
        left: [{ text: talks, isChanged: false }],
        right: [{ text: talks, isChanged: false }],
        isSame: true,
      },
    ]);
  });

  test('what differs is marked on both sides', () => {
    const later = talks.replace('Wednesday', 'Friday');
    expect(rows([talks, agreed], [later, agreed])).toEqual([
      'The talks began in Urumqi on [Wednesday]. | The talks began in Urumqi on [Friday].',
      `${agreed} | ${agreed}`,
    ]);
  });

  test('a paragraph that only one has stands alone', () => {
    const more = 'Nobody else was there.';
    expect(rows([talks, agreed], [talks, more, agreed])).toEqual([
      `${talks} | ${talks}`,
      `– | [${more}]`,
      `${agreed} | ${agreed}`,
    ]);
    expect(rows([talks, more], [agreed])).toEqual([
      `[${talks}] | –`,
      `[${more}] | –`,
      `– | [${agreed}]`,
    ]);
  });

  test('a paragraph in two stands beside its larger part', () => {
    expect(rows([`${talks} ${agreed}`], [talks, agreed])).toEqual([
      expect.stringContaining('– | '),
      expect.stringContaining(`| ${agreed}`),
    ]);
  });

  test('nothing beside something, and nothing beside nothing', () => {
    expect(rows([], [talks])).toEqual([`– | [${talks}]`]);
    expect(rows([], [])).toEqual([]);
  });

  const paragraph = fc.array(fc.constantFrom('the', 'four', 'met', '签', '.'), { maxLength: 12 });
  const text = fc.array(
    paragraph.map((words) => words.join(' ')),
    { maxLength: 8 },
  );

  test('every paragraph stands once, in order and whole', () => {
    const whole = (words: readonly ComparedWords[]) => words.map((one) => one.text).join('');
    fc.assert(
      fc.property(text, text, (left, right) => {
        const compared = sideBySide(left, right);
        const side = (which: 'left' | 'right') =>
          compared.flatMap((row) => (row[which] ? [whole(row[which])] : []));
        expect(side('left')).toEqual(left);
        expect(side('right')).toEqual(right);
      }),
    );
  });
});
