import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segments } from '../../../renderer/reader/segments.ts';

const block = { start: 100, end: 200 };

describe('segments', () => {
  test('a block without marks is one run', () => {
    expect(segments(block, [])).toEqual([{ start: 100, end: 200, marks: [] }]);
  });

  test('marks that reach beyond the block are cut at its edges', () => {
    const cut = segments(block, [{ id: 'a', start: 50, end: 150 }]);
    expect(cut.map(({ start, end, marks }) => [start, end, marks.length])).toEqual([
      [100, 150, 1],
      [150, 200, 0],
    ]);
  });

  test('every mark over the same words has a lane of its own, and keeps it', () => {
    const marks = [
      { id: 'a', start: 100, end: 150 },
      { id: 'b', start: 110, end: 120 },
      { id: 'c', start: 115, end: 130 },
      { id: 'd', start: 125, end: 140 },
    ];
    const lanes = new Map<string, number>();
    for (const segment of segments(block, marks)) {
      const here = segment.marks.map(({ lane }) => lane);
      expect(new Set(here).size).toBe(here.length);
      for (const { mark, lane } of segment.marks) {
        expect(lanes.get(mark.id) ?? lane).toBe(lane);
        lanes.set(mark.id, lane);
      }
    }
    expect(Object.fromEntries(lanes)).toEqual({ a: 0, b: 1, c: 2, d: 1 });
  });

  test('a mark with several underlines takes as many lanes', () => {
    const marks = [
      { id: 'a', start: 100, end: 150 },
      { id: 'b', start: 120, end: 130 },
    ];
    const [, both] = segments(block, marks, () => 3);
    expect(both?.marks.map(({ lane }) => lane)).toEqual([0, 3]);
  });

  test('the runs always make up the block', () => {
    const mark = fc
      .tuple(fc.uuid(), fc.integer({ min: 60, max: 230 }), fc.integer({ min: 1, max: 80 }))
      .map(([id, start, length]) => ({ id, start, end: start + length }))
      .filter(({ start, end }) => start < block.end && end > block.start);
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 20 }), (marks) => {
        const sorted = marks.toSorted((a, b) => a.start - b.start);
        const runs = segments(block, sorted);
        expect(runs[0]?.start).toBe(block.start);
        expect(runs.at(-1)?.end).toBe(block.end);
        runs.forEach((run, i) => {
          expect(run.end).toBeGreaterThan(run.start);
          expect(runs[i + 1]?.start ?? block.end).toBe(run.end);
        });
      }),
    );
  });
});
