import { describe, expect, test } from 'vitest';
import { spanOf, timeLeft, workOf } from '../../../renderer/state/time-left.ts';

describe('the time that is left', () => {
  test('follows from the work that is done', () => {
    expect(timeLeft(25, 100, 10_000)).toBe(30_000);
    expect(timeLeft(100, 100, 10_000)).toBe(0);
  });

  test('is unknown at the beginning', () => {
    expect(timeLeft(0, 100, 10_000)).toBeUndefined();
    expect(timeLeft(50, 100, 100)).toBeUndefined();
  });

  test('counts small files as work too', () => {
    expect(workOf(undefined)).toBe(workOf(0));
    expect(workOf(0)).toBeGreaterThan(0);
    expect(workOf(1_000_000) - workOf(0)).toBe(1_000_000);
  });

  test.each([
    [3_000, 'moment', 0],
    [8_000, 'seconds', 10],
    [44_000, 'seconds', 40],
    [58_000, 'minutes', 1],
    [150_000, 'minutes', 3],
    [7_200_000, 'hours', 2],
  ])('%i ms is said in %s', (milliseconds, unit, n) => {
    expect(spanOf(milliseconds)).toEqual({ unit, n });
  });
});
