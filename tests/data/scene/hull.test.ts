import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convex, hullOf } from '#data/scene/hull.ts';
import type { Body } from '#data/scene/body.ts';

const PADDING = 10;
const box = (x: number, y: number, width = 20, height = 10): Body => ({ x, y, width, height });

interface Spot {
  x: number;
  y: number;
}

/** The straight edges that an outline draws. */
function edgesIn(path: string): [Spot, Spot][] {
  const lines = [...path.matchAll(/([-\d.]+),([-\d.]+)L([-\d.]+),([-\d.]+)/g)];
  return lines.map(([, ...numbers]) => {
    const [x = 0, y = 0, endX = 0, endY = 0] = numbers.map(Number);
    return [
      { x, y },
      { x: endX, y: endY },
    ];
  });
}

/** How far a point is inside an edge, on the right of who goes along it clockwise. */
function inside([a, b]: [Spot, Spot], { x, y }: Spot): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  return ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / length;
}

/** Coordinates in a path have two decimals: only the longer edges tell their direction well. */
const isLong = ([a, b]: [Spot, Spot]): boolean => Math.hypot(b.x - a.x, b.y - a.y) > 50;

/** How far a point is from a body. */
function distance(body: Body, { x, y }: Spot): number {
  const across = Math.max(0, Math.abs(x - body.x) - body.width / 2);
  return Math.hypot(across, Math.max(0, Math.abs(y - body.y) - body.height / 2));
}

const cornersOf = ({ x, y, width, height }: Body): Spot[] =>
  [-1, 1].flatMap((across) =>
    [-1, 1].map((down) => ({ x: x + (across * width) / 2, y: y + (down * height) / 2 })),
  );

const coordinate = fc.integer({ min: -500, max: 500 });
const size = fc.integer({ min: 1, max: 60 });
const bodies = fc.array(fc.record({ x: coordinate, y: coordinate, width: size, height: size }), {
  minLength: 1,
  maxLength: 30,
});

const ranks = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });

describe('the hull of some bodies', () => {
  test('holds every body with room around it', () => {
    fc.assert(
      fc.property(bodies, (some) => {
        const edges = edgesIn(hullOf(some, PADDING).path);
        expect(edges.length).toBeGreaterThanOrEqual(4);
        const corners = some.flatMap(cornersOf);
        // Every bend of the outline keeps its distance, and so does all along the longer edges.
        const far = edges.flat().flatMap((spot) => some.map((body) => distance(body, spot)));
        expect(Math.min(...far)).toBeGreaterThan(PADDING - 0.02);
        const deep = edges.filter(isLong).flatMap((one) => corners.map((at) => inside(one, at)));
        expect(Math.min(PADDING, ...deep)).toBeGreaterThan(PADDING - 0.5);
      }),
    );
  });

  test('is the same in whatever order they come', () => {
    fc.assert(
      fc.property(bodies, ranks, (some, order) => {
        const ranked = some.map((body, at) => ({ body, rank: order[at] ?? 0 }));
        const mixed = ranked.sort((a, b) => a.rank - b.rank).map(({ body }) => body);
        expect(hullOf(mixed, PADDING)).toEqual(hullOf(some, PADDING));
      }),
    );
  });

  test('of one body is a rounded field, and of a point a circle', () => {
    const { path, area } = hullOf([box(0, 0)], PADDING);
    expect(edgesIn(path)).toHaveLength(4);
    expect(area).toBeCloseTo(20 * 10 + 60 * PADDING + Math.PI * PADDING ** 2);
    const point = hullOf([box(5, 5, 0, 0)], PADDING);
    expect(point.path).toBe('M-5,5A10,10 0 1 1 15,5A10,10 0 1 1 -5,5Z');
    expect(point.area).toBeCloseTo(Math.PI * PADDING ** 2);
  });

  test('of two points, or of many in a row, is a rounded bar', () => {
    const ends = [box(0, 0, 0, 0), box(100, 0, 0, 0)];
    const { path, area } = hullOf(ends, PADDING);
    expect(path).toBe('M0,-10L100,-10A10,10 0 0 1 100,10L0,10A10,10 0 0 1 0,-10Z');
    expect(area).toBeCloseTo(2 * 100 * PADDING + Math.PI * PADDING ** 2);
    const row = Array.from({ length: 11 }, (_, n) => box(n * 10, 0, 0, 0));
    expect(hullOf(row, PADDING).path).toBe(path);
  });

  test('of nobody is nothing', () => {
    expect(hullOf([], PADDING).path).toBe('');
  });
});

test('a convex shape turns one way only, and all points are within', () => {
  const point = fc.record({ x: coordinate, y: coordinate });
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
      const corners = convex(points);
      if (corners.length < 3) return;
      corners.forEach((corner, at) => {
        const next = corners[(at + 1) % corners.length] ?? corner;
        const least = Math.min(...points.map((one) => inside([corner, next], one)));
        expect(least).toBeGreaterThanOrEqual(0);
        const further = corners[(at + 2) % corners.length] ?? corner;
        expect(inside([corner, next], further)).toBeGreaterThan(0);
      });
    }),
  );
});
