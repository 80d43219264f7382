import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Colour,
  Evidence,
  Id,
  Instant,
  Line,
  markings,
  Sha256,
  strictest,
} from '#data/model/common.ts';

const accepts = (schema: typeof Id, text: unknown): boolean => schema.safeParse(text).success;

describe('identifiers', () => {
  test.each(['a', 'H1', '0192f0c0-7b6c-7000-8000-000000000000', 'a.b_c-d', 'x'.repeat(64)])(
    '%s',
    (id) => expect(accepts(Id, id)).toBe(true),
  );
  test.each(['', '-a', '.a', '@a', 'a b', 'a/b', '../a', 'ä', 'a\n', 'x'.repeat(65), 5, null])(
    'not %j',
    (id) => expect(accepts(Id, id)).toBe(false),
  );
});

describe('lines', () => {
  test('are trimmed, not empty, of one line and bounded', () => {
    expect(Line.parse('  a b  ')).toBe('a b');
    for (const bad of ['', '   ', 'a\nb', 'a\u0000b', 'x'.repeat(501)])
      expect(Line.safeParse(bad).success).toBe(false);
    expect(Line.safeParse('x'.repeat(500)).success).toBe(true);
    expect(Line.parse('Al\u00a0Qaeda — القاعدة')).toBe('Al\u00a0Qaeda — القاعدة');
  });
});

test('hashes, colours and times have one way of writing', () => {
  expect(Sha256.safeParse('a'.repeat(64)).success).toBe(true);
  expect(Sha256.safeParse('A'.repeat(64)).success).toBe(false);
  expect(Sha256.safeParse('a'.repeat(63)).success).toBe(false);
  expect(Colour.safeParse('#a1B2c3').success).toBe(true);
  expect(Colour.safeParse('#abc').success).toBe(false);
  expect(Instant.safeParse('2026-01-01T00:00:00.000Z').success).toBe(true);
  expect(Instant.safeParse('2026-01-01T00:00:00Z').success).toBe(false);
  expect(Instant.safeParse('2026-01-01T00:00:00.000+01:00').success).toBe(false);
});

test('evidence is never empty and names nothing twice', () => {
  expect(Evidence.safeParse(['a', 'b']).success).toBe(true);
  expect(Evidence.safeParse([]).success).toBe(false);
  expect(Evidence.safeParse(['a', 'a']).success).toBe(false);
});

test('what is built from parts carries the strictest marking', () => {
  expect(strictest([])).toBeUndefined();
  expect(strictest([undefined])).toBeUndefined();
  expect(strictest([undefined, 'CLEAR'])).toBe('CLEAR');
  expect(strictest(['GREEN', 'AMBER', 'CLEAR'])).toBe('AMBER');
  expect(strictest(['AMBER', 'AMBER+STRICT'])).toBe('AMBER+STRICT');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...markings), { minLength: 1 }), (some) => {
      const least = Math.min(...some.map((one) => markings.indexOf(one)));
      expect(strictest(some)).toBe(markings[least]);
    }),
  );
});
