import { describe, expect, test } from 'vitest';
import type { ShownBlock } from '#data/text/working-text.ts';
import { blockAt } from '#data/text/block-at.ts';
import { buildRows, foldOf } from '../../../renderer/reader/rows.ts';

/** Blocks of ten code units with one between them; `x` is debris. */
function layout(pattern: string): ShownBlock[] {
  return [...pattern].map((letter, i) => ({
    start: i * 11,
    end: i * 11 + 10,
    kind: 'paragraph',
    ...(letter === 'x' ? { region: 'related' as const } : {}),
  }));
}

function sketch(pattern: string, open: number[] = []): string {
  return buildRows(layout(pattern), new Set(open))
    .list.map((row) => (row.kind === 'fold' ? `f${row.to - row.from}` : row.kind[0]))
    .join(' ');
}

describe('buildRows', () => {
  test('folds each run of debris into one line', () => {
    expect(sketch('xxp.pxxxp')).toBe('h f2 b b b f3 b e');
  });

  test('an open fold shows its blocks behind its line', () => {
    expect(sketch('xxp', [0])).toBe('h f2 b b b e');
  });

  test('knows the row of every block', () => {
    const closed = buildRows(layout('pxxp'), new Set());
    expect([...closed.rowOfBlock]).toEqual([1, 2, 2, 3]);
    const opened = buildRows(layout('pxxp'), new Set([1]));
    expect([...opened.rowOfBlock]).toEqual([1, 3, 4, 5]);
  });
});

test('blockAt finds the covering block, or the next one from between', () => {
  const blocks = layout('ppp');
  expect([0, 9, 10, 11, 32, 500].map((at) => blockAt(blocks, at))).toEqual([0, 0, 1, 1, 2, 2]);
});

test('foldOf names the fold by its first block', () => {
  expect([0, 1, 2, 3].map((block) => foldOf(layout('pxxp'), block))).toEqual([
    undefined,
    1,
    1,
    undefined,
  ]);
});
