import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitted,
  readLook,
  sightOf,
  viewportOf,
} from '../../../renderer/network/canvas/viewport.ts';
import { align, distribute, shift } from '../../../renderer/network/places/align.ts';
import {
  directions,
  nearest,
  nextInDirection,
} from '../../../renderer/network/places/direction.ts';
import { caught, inside } from '../../../renderer/network/places/lasso.ts';

const places = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 100, y: 30 }],
  ['c', { x: 40, y: 200 }],
]);

describe('lining up', () => {
  test('brings all to the outermost or to the middle', () => {
    expect([...align(places, 'right').values()].map(({ x }) => x)).toEqual([100, 100, 100]);
    expect([...align(places, 'top').values()].map(({ y }) => y)).toEqual([0, 0, 0]);
    expect([...align(places, 'centre').values()].map(({ x }) => x)).toEqual([47, 47, 47]);
    expect(align(new Map(), 'left').size).toBe(0);
  });

  test('leaves the other direction as it was', () => {
    expect([...align(places, 'left').values()].map(({ y }) => y)).toEqual([0, 30, 200]);
  });

  test('spreads evenly between the outermost two', () => {
    const spread = distribute(places, 'y');
    expect([...spread.keys()]).toEqual(['a', 'b', 'c']);
    expect([...spread.values()].map(({ y }) => y)).toEqual([0, 100, 200]);
    expect(spread.get('b')?.x).toBe(100);
  });

  test('shifts all by the same way', () => {
    expect(shift(places, 8, -8).get('b')).toEqual({ x: 108, y: 22 });
  });
});

describe('walking with the arrow keys', () => {
  const right = directions['ArrowRight'] ?? { x: 0, y: 0 };
  const down = directions['ArrowDown'] ?? { x: 0, y: 0 };

  test('goes to what lies that way', () => {
    expect(nextInDirection(places, 'a', right, () => false)).toBe('b');
    expect(nextInDirection(places, 'a', down, () => false)).toBe('c');
    expect(nextInDirection(places, 'b', right, () => false)).toBeUndefined();
    expect(nextInDirection(places, 'nobody', right, () => false)).toBeUndefined();
  });

  test('prefers neighbours', () => {
    const row = new Map([
      ['a', { x: 0, y: 0 }],
      ['near', { x: 60, y: 0 }],
      ['linked', { x: 100, y: 0 }],
    ]);
    expect(nextInDirection(row, 'a', right, () => false)).toBe('near');
    expect(nextInDirection(row, 'a', right, (id) => id === 'linked')).toBe('linked');
  });

  test('starts with the nearest to the middle', () => {
    expect(nearest(places, { x: 90, y: 90 })).toBe('b');
    expect(nearest(new Map(), { x: 0, y: 0 })).toBeUndefined();
  });
});

describe('the lasso', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ];
  test('catches what it goes around', () => {
    const spots = new Map([
      ['in', { x: 5, y: 5 }],
      ['out', { x: 15, y: 5 }],
    ]);
    expect(caught(spots, square)).toEqual(['in']);
    expect(caught(spots, [])).toEqual([]);
  });

  test('knows the inside of a square', () => {
    const whole = fc.integer({ min: -20, max: 30 });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [x, y] = [a + 0.5, b + 0.5];
        expect(inside({ x, y }, square)).toBe(x > 0 && x < 10 && y > 0 && y < 10);
      }),
    );
  });
});

describe('the viewport', () => {
  const insets = { left: 100, top: 0, right: 0, bottom: 0 };
  test('fits a box into what is free of the pane', () => {
    const view = fitted(
      { x1: -500, y1: -100, w: 1000, h: 200 },
      { width: 600, height: 400 },
      insets,
    );
    expect(view.zoom).toBe(0.5);
    expect(view.pan).toEqual({ x: 100 + 250, y: 200 });
  });

  test('does not blow up a few actors', () => {
    const view = fitted({ x1: 0, y1: 0, w: 10, h: 10 }, { width: 600, height: 400 }, insets);
    expect(view.zoom).toBeLessThan(1.5);
  });

  test('looks at the same point in every pane', () => {
    const look = { zoom: 2, centre: { x: 10, y: 20 } };
    expect(viewportOf(look, { width: 100, height: 60 }).pan).toEqual({ x: 30, y: -10 });
    expect(viewportOf(look, { width: 300, height: 60 }).pan).toEqual({ x: 130, y: -10 });
  });

  test('is read from what was saved, if that makes sense', () => {
    expect(readLook({ zoom: 1, x: 2, y: 3 })).toEqual({ zoom: 1, centre: { x: 2, y: 3 } });
    expect(readLook({ zoom: 'x', x: 2, y: 3 })).toBeNull();
    expect(readLook(null)).toBeNull();
  });

  test('shows a part of the network, less what a panel covers and a little at the edges', () => {
    const view = { zoom: 0.5, pan: { x: 100, y: 20 } };
    expect(sightOf(view, { width: 300, height: 200 }, 40)).toEqual({
      left: -112,
      top: -32,
      right: 392,
      bottom: 352,
    });
  });
});
