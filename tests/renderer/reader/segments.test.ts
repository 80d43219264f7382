import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../../../renderer/reader/interval-index.ts';
import { segments, type Segment } from '../../../renderer/reader/segments.ts';

const block = { start: 100, end: 200 };

describe('segments', () => {
  test('a block without marks is one run', () => {
    expect(segments(block, { marks: [] })).toEqual([
      { start: 100, end: 200, marks: [], looks: [] },
    ]);
  });

  test('marks that reach beyond the block are cut at its edges', () => {
    const cut = segments(block, { marks: [{ id: 'a', start: 50, end: 150 }] });
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
    for (const segment of segments(block, { marks })) {
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
    const [, both] = segments(block, { marks, lanes: () => 3 });
    expect(both?.marks.map(({ lane }) => lane)).toEqual([0, 3]);
  });

  test('the runs always make up the block, and each knows all that lies over it', () => {
    fc.assert(
      fc.property(overBlock, overBlock, (marks, looks) => {
        const runs = segments(block, { marks, looks });
        expect(runs.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
          text.slice(block.start, block.end),
        );
        for (const run of runs) {
          expect(run.end).toBeGreaterThan(run.start);
          expect(run.marks.map(({ mark }) => mark)).toEqual(marks.filter((one) => over(run, one)));
          expect(run.looks).toEqual(looks.filter((one) => over(run, one)));
        }
        for (const one of looks) expect(covered(runs, one)).toEqual(cutTo(block, one));
      }),
    );
  });
});

const text = Array.from({ length: 320 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');

/** Ranges that touch the block, by their start. */
const overBlock = fc
  .array(
    fc
      .tuple(fc.uuid(), fc.integer({ min: 60, max: 230 }), fc.integer({ min: 1, max: 80 }))
      .map(([id, start, length]) => ({ id, start, end: start + length }))
      .filter((one) => over(block, one)),
    { maxLength: 20 },
  )
  .map((ranges) => ranges.toSorted((a, b) => a.start - b.start));

type Range = Pick<Interval, 'start' | 'end'>;

const over = (run: Range, one: Range): boolean => one.start < run.end && one.end > run.start;

const cutTo = (range: Range, { start, end }: Range): Range => ({
  start: Math.max(range.start, start),
  end: Math.min(range.end, end),
});

/** From where to where the runs have a look; they must follow each other. */
function covered(runs: readonly Segment<Interval>[], look: Range): Range {
  const having = runs.filter(({ looks }) => looks.includes(look));
  having.forEach(({ end }, i) => expect(having[i + 1]?.start ?? end).toBe(end));
  return { start: having[0]?.start ?? -1, end: having.at(-1)?.end ?? -1 };
}
