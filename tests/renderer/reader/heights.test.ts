import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heights } from '../../../renderer/reader/heights.ts';

const rows = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 200 });

test('offsets are the sums of the heights before, corrections included', () => {
  fc.assert(
    fc.property(
      rows,
      fc.array(fc.tuple(fc.nat(220), fc.integer({ min: 1, max: 900 }))),
      (given, corrections) => {
        const heights = new Heights(given);
        const plain = [...given];
        for (const [row, height] of corrections) {
          const delta = heights.set(row, height);
          expect(delta).toBe(row < plain.length ? height - (plain[row] ?? 0) : 0);
          if (row < plain.length) plain[row] = height;
        }
        let sum = 0;
        plain.forEach((height, row) => {
          expect(heights.offset(row)).toBe(sum);
          sum += height;
        });
        expect(heights.total).toBe(sum);
      },
    ),
  );
});

test('the row at an offset is the one that covers it', () => {
  fc.assert(
    fc.property(rows, fc.nat(80_000), (given, offset) => {
      const heights = new Heights(given);
      const row = heights.rowAt(offset);
      if (offset >= heights.total) expect(row).toBe(given.length - 1);
      else {
        expect(heights.offset(row)).toBeLessThanOrEqual(offset);
        expect(heights.offset(row + 1)).toBeGreaterThan(offset);
      }
    }),
  );
});

test('an empty text has no height', () => {
  expect(new Heights([]).total).toBe(0);
});
