import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IntervalIndex, type Interval } from '../../../renderer/reader/interval-index.ts';

const interval = fc
  .tuple(fc.nat(60), fc.nat(2000), fc.integer({ min: 1, max: 300 }))
  .map(([id, start, length]): Interval => ({ id: `h${id}`, start, end: start + length }));

/** The same questions answered the slow way. */
function naive(all: Map<string, Interval>, start: number, end: number): string[] {
  return [...all.values()]
    .filter((one) => one.start < end && one.end > start)
    .map(({ id }) => id)
    .sort();
}

describe('IntervalIndex', () => {
  test('answers like a plain list, whatever was put and removed', () => {
    fc.assert(
      fc.property(
        fc.array(interval, { maxLength: 300 }),
        fc.array(
          fc.oneof(
            interval,
            fc.nat(60).map((id) => `h${id}`),
          ),
          { maxLength: 200 },
        ),
        fc.tuple(fc.nat(2300), fc.integer({ min: 1, max: 500 })),
        (first, steps, [start, length]) => {
          const index = new IntervalIndex(first);
          const plain = new Map(first.map((one) => [one.id, one]));
          for (const step of steps) {
            if (typeof step === 'string') {
              expect(index.remove(step)).toEqual(plain.get(step));
              plain.delete(step);
            } else {
              expect(index.put(step)).toEqual(plain.get(step.id));
              plain.set(step.id, step);
            }
            index.over(0, 1);
          }
          expect(index.size).toBe(plain.size);
          const found = index.over(start, start + length).map(({ id }) => id);
          expect(found.toSorted()).toEqual(naive(plain, start, start + length));
        },
      ),
    );
  });

  test('lists in reading order, the longer first', () => {
    const index = new IntervalIndex([
      { id: 'b', start: 5, end: 6 },
      { id: 'a', start: 0, end: 2 },
      { id: 'c', start: 5, end: 9 },
    ]);
    expect(index.all().map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });

  test('finds the neighbour on either side', () => {
    const index = new IntervalIndex([
      { id: 'a', start: 0, end: 2 },
      { id: 'b', start: 5, end: 6 },
    ]);
    expect(index.next(0, 1)?.id).toBe('b');
    expect(index.next(5, 1)).toBeUndefined();
    expect(index.next(5, -1)?.id).toBe('a');
    expect(index.next(0, -1)).toBeUndefined();
  });
});
