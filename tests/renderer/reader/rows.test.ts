import { describe, expect, test } from 'vitest';
import { blockAt } from '#data/text/block-at.ts';
import { foldBlocks } from '#data/text/fold-blocks.ts';
import { buildRows, rowKey } from '../../../renderer/reader/rows.ts';
import { blocksIn, regionsIn } from './folding/made-regions.ts';

const layout = (pattern: string) => ({ blocks: blocksIn(pattern), regions: regionsIn(pattern) });

function rowsOf(pattern: string, open = '') {
  const { blocks, regions } = layout(pattern);
  const isOpen = (id: string) => open.includes(id);
  return buildRows(foldBlocks(blocks, regions), { regions, isOpen });
}

function sketch(pattern: string, open = ''): string {
  return rowsOf(pattern, open)
    .list.map((row) =>
      row.kind === 'fold'
        ? `${row.regions.map(({ id }) => id).join('')}${row.open ? ':' : row.to - row.from}`
        : row.kind[0],
    )
    .join(' ');
}

describe('buildRows', () => {
  test('closed regions that follow each other share one line', () => {
    expect(sketch('aabpp')).toBe('h ab3 b b e');
    expect(sketch('aap.pbbbp')).toBe('h a2 b b b b3 b e');
  });

  test('an open region has its own line before its blocks', () => {
    expect(sketch('aap', 'a')).toBe('h a: b b b e');
    expect(sketch('abbc', 'b')).toBe('h a1 b: b b c1 e');
    expect(sketch('abc', 'abc')).toBe('h a: b b: b c: b e');
  });

  test('knows the row of every block', () => {
    expect([...rowsOf('paap').rowOfBlock]).toEqual([1, 2, 2, 3]);
    expect([...rowsOf('paap', 'a').rowOfBlock]).toEqual([1, 3, 4, 5]);
    expect([...rowsOf('abp').rowOfBlock]).toEqual([1, 1, 2]);
  });

  test('a key names a row whatever comes and goes before it', () => {
    const { blocks, regions } = layout('aabp');
    const shown = foldBlocks(blocks, regions);
    const keys = (open: string) => rowsOf('aabp', open).list.map((row) => rowKey(row, shown));
    expect(keys('')).toEqual(['head', 'f:a', '33 43 paragraph ', 'end']);
    expect(keys('b')).toEqual([
      'head',
      'f:a',
      'f:b',
      '22 32 paragraph boilerplate',
      '33 43 paragraph ',
      'end',
    ]);
  });
});

test('blockAt finds the covering block, or the next one from between', () => {
  const { blocks } = layout('ppp');
  expect([0, 9, 10, 11, 32, 500].map((at) => blockAt(blocks, at))).toEqual([0, 0, 1, 1, 2, 2]);
});
