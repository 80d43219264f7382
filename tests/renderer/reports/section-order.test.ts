import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moved, orderOf } from '../../../renderer/reports/section-order.ts';

const usual = ['summary', 'network', 'actors', 'relations'];

describe('the order of sections', () => {
  test('is the usual one for a new report', () => {
    expect(orderOf(usual)).toEqual(usual);
  });

  test('is that of the stored report, the others behind their usual neighbour', () => {
    expect(orderOf(usual, ['relations', 'summary'])).toEqual([
      'relations',
      'summary',
      'network',
      'actors',
    ]);
    expect(orderOf(usual, ['actors'])).toEqual(['summary', 'network', 'actors', 'relations']);
  });

  test('leaves out what is gone and what is named twice', () => {
    expect(orderOf(['a', 'b'], ['b', 'gone', 'b', 'a'])).toEqual(['b', 'a']);
  });

  test('moves one section and stays within the ends', () => {
    expect(moved(usual, 'actors', 0)).toEqual(['actors', 'summary', 'network', 'relations']);
    expect(moved(usual, 'summary', 99).at(-1)).toBe('summary');
    expect(moved(usual, 'unknown', 1)).toEqual(usual);
  });

  test('always holds every section once, and a kept order is taken up again as it was', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(usual), fc.nat(3), fc.nat(5), (stored, which, to) => {
        const order = moved(orderOf(usual, stored), usual[which] ?? '', to);
        expect(order.toSorted()).toEqual(usual.toSorted());
        expect(orderOf(usual, order)).toEqual(order);
        expect(order.indexOf(usual[which] ?? '')).toBe(Math.min(3, to));
      }),
    );
  });
});
