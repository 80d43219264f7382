import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regionAt, withoutRegions } from '#data/queries/without-regions.ts';

/** Ranges in order that do not overlap. */
const apart = fc
  .array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 9 })), { maxLength: 30 })
  .map((given) => {
    let last = 0;
    return given.map(([gap, length]) => {
      const start = last + gap;
      last = start + length;
      return { start, end: last };
    });
  });

test('what shares a letter with a region is left out, and nothing else', () => {
  fc.assert(
    fc.property(apart, apart, (spans, regions) => {
      const outside = spans.filter(
        (span) => !regions.some(({ start, end }) => start < span.end && end > span.start),
      );
      expect(withoutRegions(spans, regions)).toEqual(outside);
    }),
  );
});

test('the region at an offset is the one that covers it', () => {
  fc.assert(
    fc.property(apart, fc.nat(300), (regions, offset) => {
      const found = regions.find(({ start, end }) => start <= offset && end > offset);
      expect(regionAt(regions, offset)).toEqual(found);
    }),
  );
});
