import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  filling,
  fitted,
  readLook,
  showing,
  sightOf,
  viewportOf,
} from '../../../renderer/network/canvas/viewport.ts';
import { bodyScale, labelScale } from '#data/scene/zoom-scale.ts';
import { align, distribute, shift } from '../../../renderer/network/placement/align.ts';
import {
  directions,
  nearest,
  nextInDirection,
} from '../../../renderer/network/placement/direction.ts';
import { caught, inside } from '../../../renderer/network/placement/lasso.ts';

const positions = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 100, y: 30 }],
  ['c', { x: 40, y: 200 }],
]);

describe('lining up', () => {
  test('brings all to the outermost or to the middle', () => {
    expect([...align(positions, 'right').values()].map(({ x }) => x)).toEqual([100, 100, 100]);
    expect([...align(positions, 'top').values()].map(({ y }) => y)).toEqual([0, 0, 0]);
    expect([...align(positions, 'centre').values()].map(({ x }) => x)).toEqual([47, 47, 47]);
    expect(align(new Map(), 'left').size).toBe(0);
  });

  test('leaves the other direction as it was', () => {
    expect([...align(positions, 'left').values()].map(({ y }) => y)).toEqual([0, 30, 200]);
  });

  test('spreads evenly between the outermost two', () => {
    const spread = distribute(positions, 'y');
    expect([...spread.keys()]).toEqual(['a', 'b', 'c']);
    expect([...spread.values()].map(({ y }) => y)).toEqual([0, 100, 200]);
    expect(spread.get('b')?.x).toBe(100);
  });

  test('shifts all by the same way', () => {
    expect(shift(positions, 8, -8).get('b')).toEqual({ x: 108, y: 22 });
  });
});

describe('walking with the arrow keys', () => {
  const right = directions['ArrowRight'] ?? { x: 0, y: 0 };
  const down = directions['ArrowDown'] ?? { x: 0, y: 0 };

  test('goes to what lies that way', () => {
    expect(nextInDirection(positions, 'a', right, () => false)).toBe('b');
    expect(nextInDirection(positions, 'a', down, () => false)).toBe('c');
    expect(nextInDirection(positions, 'b', right, () => false)).toBeUndefined();
    expect(nextInDirection(positions, 'nobody', right, () => false)).toBeUndefined();
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
    expect(nearest(positions, { x: 90, y: 90 })).toBe('b');
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

  test('fills what is free of the pane with nodes as large as they are drawn', () => {
    const pane = { width: 600, height: 400 };
    const bodies = [-2000, 0, 2000].map((x) => ({ x, y: x / 8, width: 40, height: 40 }));
    const view = filling(bodies, pane, insets);
    if (!view) throw new Error('there are nodes');
    const larger = bodyScale(labelScale(view.zoom));
    const left = (-2000 - 20 * larger) * view.zoom + view.pan.x;
    const right = (2000 + 20 * larger) * view.zoom + view.pan.x;
    expect(left).toBeCloseTo(100, 0);
    expect(right).toBeCloseTo(600, 0);
    expect(filling([], pane, insets)).toBeNull();
    expect(filling(bodies.slice(1, 2), pane, insets)?.zoom).toBeLessThan(1.5);
  });

  test('moves as little as it can to show what has come', () => {
    const free = { left: 0, top: 0, right: 100, bottom: 100 };
    const view = { zoom: 1, pan: { x: 0, y: 0 } };
    const at = (x: number, y: number) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 });
    expect(showing(view, at(50, 50), null, free)).toEqual(view);
    expect(showing(view, at(125, 50), at(60, 50), free)).toEqual({
      zoom: 1,
      pan: { x: -30, y: 0 },
    });
    const wider = showing(view, at(195, 50), at(5, 50), free);
    expect(wider.zoom).toBe(0.5);
    expect(wider.pan.x).toBe(0);
  });

  test('keeps in sight who was, whoever comes', () => {
    const spot = fc.record({
      x: fc.integer({ min: -3000, max: 3000 }),
      y: fc.integer({ min: -3000, max: 3000 }),
    });
    const free = { left: 220, top: 0, right: 800, bottom: 500 };
    fc.assert(
      fc.property(spot, spot, fc.double({ min: 0.3, max: 3, noNaN: true }), (come, stood, zoom) => {
        const view = { zoom, pan: { x: 500 - stood.x * zoom, y: 250 - stood.y * zoom } };
        const box = ({ x, y }: { x: number; y: number }) => ({
          left: x - 10,
          right: x + 10,
          top: y - 10,
          bottom: y + 10,
        });
        const next = showing(view, box(come), box(stood), free);
        expect(next.zoom).toBeLessThanOrEqual(view.zoom);
        for (const { left, right, top, bottom } of [box(come), box(stood)]) {
          expect(left * next.zoom + next.pan.x).toBeGreaterThanOrEqual(free.left - 1e-6);
          expect(right * next.zoom + next.pan.x).toBeLessThanOrEqual(free.right + 1e-6);
          expect(top * next.zoom + next.pan.y).toBeGreaterThanOrEqual(free.top - 1e-6);
          expect(bottom * next.zoom + next.pan.y).toBeLessThanOrEqual(free.bottom + 1e-6);
        }
      }),
    );
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
