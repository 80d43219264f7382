import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinWrapped } from '#data/formats/import/cleaning/wrapped.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { blockFaults, convert } from '../convert.ts';
import { paragraphs } from './support.ts';

/** A paragraph in lines of a width, as mail programs write it. */
function wrap(words: string, width: number, first = '', other = ''): string {
  const lines: string[] = [];
  let line = first;
  for (const word of words.split(' ')) {
    const next = line.trim() === '' ? line + word : `${line} ${word}`;
    if (next.length <= width || line.trim() === '') line = next;
    else {
      lines.push(line);
      line = other + word;
    }
  }
  return [...lines, line].join('\n');
}
const long = [0, 1, 2].map((at) => paragraphs.slice(2 * at, 2 * at + 2).join(' '));
const blocksOf = async (given: string) => {
  const converted = await convert('a.txt', given);
  expect(converted.text).toBe(given);
  expect(blockFaults(converted)).toEqual([]);
  return converted.blocks.map(({ start, end }) => given.slice(start, end));
};

describe('paragraphs in lines of a width', () => {
  test.each([60, 65, 72, 78, 80])('%i: one block each, the text as it was', async (width) => {
    const parts = long.map((words) => wrap(words, width));
    expect(await blocksOf(`Nine wait\n\n${parts.join('\n\n')}\n`)).toEqual(['Nine wait', ...parts]);
  });

  test('without empty lines between them, by the first line that stands in', async () => {
    const parts = long.map((words) => wrap(words, 70, '    '));
    expect(await blocksOf(parts.join('\n'))).toEqual(parts);
  });

  test('items begin anew, and go on below', async () => {
    const items = long.map((words, at) => wrap(words, 70, `${at + 1}. `, '   '));
    expect(await blocksOf(`Nine wait\n\n${items.join('\n')}`)).toEqual(['Nine wait', ...items]);
  });

  test('Persian, and Russian', async () => {
    const russian = wrap(
      'мост закрыли в понедельник, и никто не считал машины у реки, '.repeat(8).trim(),
      70,
    );
    expect(await blocksOf(russian)).toEqual([russian]);
    const persian = wrap(
      'پل روز دوشنبه بسته شد و هیچ کس کامیون ها را نشمرد و راه باز نشد '.repeat(8).trim(),
      70,
    );
    expect(await blocksOf(persian)).toEqual([persian]);
  });

  test('a quoted mail stays in lines', async () => {
    const quoted = wrap(long[0] ?? '', 70)
      .split('\n')
      .map((line) => `> ${line}`);
    const own = long.map((words) => wrap(words, 70));
    expect(await blocksOf([...own, quoted.join('\n')].join('\n\n'))).toEqual([...own, ...quoted]);
  });
});

describe('lines that are lines', () => {
  test.each([
    [
      'verses',
      'The bridge is shut, the river cold,\nthe drivers sleep, the flour is old,\nand nobody has come to say\nwhy nine of them must wait a day.',
    ],
    [
      'a list of names',
      'Ada Kerim, clerk of the council\nOdo Karst, driver\nBelis Moor, of the upper village of Kesk in the valley\nSami Tal',
    ],
    ['a paragraph a line', paragraphs.join('\n')],
    [
      'a log',
      Array.from(
        { length: 9 },
        (_, at) =>
          `2016-08-0${at + 1} 10:45:0${at} gate north opened for lorry number ${at} of nine in all`,
      ).join('\n'),
    ],
    [
      'a table',
      Array.from(
        { length: 9 },
        (_, at) => `lorry ${at}    waits at the bridge    since the ${at} of the month    flour`,
      ).join('\n'),
    ],
    [
      'two lines',
      'The members of the Shanghai\nCooperation Organisation signed an agree-\nment on counter-\nterrorism in Tashkent.',
    ],
  ])('%s', async (_, given) => {
    expect(await blocksOf(given)).toEqual(given.split('\n'));
  });
});

test('whatever stands in a text, its blocks stay sound', () => {
  const line = fc.oneof(
    fc.constantFrom(
      ...long.flatMap((words) => wrap(words, 70).split('\n')),
      '',
      '  x',
      '> y',
      '- z',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const text = lines.join('\n');
      const before = plainBlocks(text);
      const blocks = joinWrapped(text, before);
      expect(blockFaults({ text, blocks })).toEqual([]);
      const starts = new Set(before.map(({ start }) => start));
      for (const { start, kind } of blocks)
        if (kind !== 'continuation') expect(starts).toContain(start);
    }),
  );
});
