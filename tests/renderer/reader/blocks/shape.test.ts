import { expect, test } from 'vitest';
import type { Block } from '#data/text/working-text.ts';
import { shapeOf, timeOfCue } from '../../../../renderer/reader/blocks/shape.ts';

const text = '• one\ntwo\nthree';
const item = (start: number, end: number, more: Partial<Block> = {}): Block => ({
  start,
  end,
  kind: 'list-item',
  ...more,
});

test('an item has its number, else a sign for its level, else the one in its words', () => {
  const blocks = [
    item(6, 9, { number: 'xviii.' }),
    item(6, 9),
    item(10, 15, { level: 2 }),
    item(0, 5),
  ];
  const shapes = blocks.map((_, at) => shapeOf(text, blocks, at));
  expect(shapes.map(({ kind, number }) => [kind, number])).toEqual([
    ['list-item', 'xviii.'],
    ['list-item', '•'],
    ['list-item', '–'],
    ['paragraph', undefined],
  ]);
  expect(shapes.map(({ follows }) => follows)).toEqual([false, true, true, false]);
});

test('a further piece looks like what it continues', () => {
  const blocks: Block[] = [
    { start: 0, end: 5, kind: 'code' },
    { start: 6, end: 9, kind: 'continuation' },
    { start: 10, end: 15, kind: 'continuation' },
  ];
  expect(shapeOf(text, blocks, 2)).toEqual({ kind: 'code', number: undefined, follows: true });
});

test('a cue says when it was said', () => {
  const cues = [
    { start: 0, end: 5, from: 999, to: 2_000 },
    { start: 6, end: 9, from: 3_723_400, to: 3_800_000 },
  ];
  expect(timeOfCue(cues, { start: 0, end: 5 })).toBe('0:00:00');
  expect(timeOfCue(cues, { start: 6, end: 9 })).toBe('1:02:03');
  expect(timeOfCue(cues, { start: 10, end: 15 })).toBeUndefined();
});
