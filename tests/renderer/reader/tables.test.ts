import { expect, test } from 'vitest';
import type { Block } from '#data/text/working-text.ts';
import { cellsOf, tableAt, tablesOf } from '../../../renderer/reader/tables.ts';

/** A text of lines; those with a bar are rows of a table, with cells parted by bars. */
function made(...lines: string[]): { text: string; blocks: Block[] } {
  let text = '';
  const blocks = lines.map((line): Block => {
    const start = text.length;
    text += `${line.replaceAll('|', '\t')}\n`;
    return { start, end: text.length - 1, kind: line.includes('|') ? 'table-row' : 'paragraph' };
  });
  return { text, blocks };
}

test('rows that follow each other are a table, as wide as its widest row', () => {
  const { text, blocks } = made('Words', 'State|City', 'China|Urumqi', 'More', '1|2|3', '|4');
  const tables = tablesOf(text, blocks);
  expect(tables).toEqual([
    { from: 1, to: 3, columns: 2, headings: ['State', 'City'] },
    { from: 4, to: 6, columns: 3, headings: [] },
  ]);
  const at = blocks.map((_, block) => tables.indexOf(tableAt(tables, block) ?? tables[9]!));
  expect(at).toEqual([-1, 0, 0, -1, 1, 1]);
});

test('a first row is one of headings when each of its cells names something', () => {
  const headings = (...lines: string[]) => {
    const { text, blocks } = made(...lines);
    return tablesOf(text, blocks)[0]?.headings;
  };
  expect(headings('a|b')).toEqual([]);
  expect(headings('a|', 'c|d')).toEqual([]);
  expect(headings('2016|2017', 'c|d')).toEqual([]);
  expect(headings('کشور|شهر', 'چین|ارومچی')).toEqual(['کشور', 'شهر']);
});

test('cells stand between tabs', () => {
  expect(cellsOf('x\ta\t\tbc', { start: 2, end: 7 })).toEqual([
    { start: 2, end: 3 },
    { start: 4, end: 4 },
    { start: 5, end: 7 },
  ]);
});
