import type { Point } from '../layout/layout.ts';
import { pair } from './path.ts';
import type { Body } from './body.ts';

type Corner = readonly [number, number];

/**
 * Corners of the shapes with straight sides on a field from -1 to 1, as Cytoscape has them; but for the
 * star, whose own is hardly told from a pentagon when it is small.
 */
const corners: ReadonlyMap<string, readonly Corner[]> = new Map(
  Object.entries({
    rectangle: pairs([-1, -1, 1, -1, 1, 1, -1, 1]),
    'cut-rectangle': pairs([
      ...[-0.64, -1, 0.64, -1, 1, -0.53, 1, 0.53],
      ...[0.64, 1, -0.64, 1, -1, 0.53, -1, -0.53],
    ]),
    diamond: pairs([0, -1, 1, 0, 0, 1, -1, 0]),
    triangle: regular(3),
    pentagon: regular(5),
    hexagon: regular(6, 30),
    heptagon: regular(7),
    octagon: regular(8, 22.5),
    star: star(0.48),
    vee: pairs([-1, -1, 0, -0.333, 1, -1, 0, 1]),
    tag: pairs([-1, -1, 0.25, -1, 1, 0, 0.25, 1, -1, 1]),
    rhomboid: pairs([-1, -1, 0.333, -1, 1, 1, -0.333, 1]),
    'right-rhomboid': pairs([-0.333, -1, 1, -1, 0.333, 1, -1, 1]),
    'concave-hexagon': pairs([-1, -1, -0.75, 0, -1, 1, 1, 1, 0.75, 0, 1, -1]),
  }),
);
/** Shapes that also exist with round corners. */
const rounded = [...corners.keys()].filter((shape) => !/cut|star|vee|rhomb|concave/.test(shape));
/** Shapes of the canvas whose outline is drawn as that of another, which they hardly differ from. */
const alike = new Map([
  ['barrel', 'round-rectangle'],
  ['bottom-round-rectangle', 'round-rectangle'],
]);
const known = new Set([
  ...['ellipse', ...corners.keys(), ...alike.keys()],
  ...rounded.map((shape) => `round-${shape}`),
]);

/** How far round corners reach, in parts of the shorter side. */
const ROUND = 0.22;

/** The shape of that name; a name that nobody draws is an ellipse, everywhere. */
export const knownShape = (name: string): string => (known.has(name) ? name : 'ellipse');

/** Corners of the star, one number after the other, on a field from -1 to 1. */
export const starCorners: readonly number[] = (corners.get('star') ?? []).flat();

/** Outline of a shape as the data of an SVG path. */
export function outline(shape: string, { x, y, width, height }: Body): string {
  const plain =
    corners.get(shape) ?? corners.get((alike.get(shape) ?? shape).replace('round-', ''));
  if (!plain) return ellipse({ x, y, width, height });
  const points = plain.map(([dx, dy]) => ({ x: x + (dx * width) / 2, y: y + (dy * height) / 2 }));
  return corners.has(shape)
    ? `M${points.map(pair).join('L')}Z`
    : roundCorners(points, Math.min(width, height) * ROUND);
}

function ellipse({ x, y, width, height }: Body): string {
  const [rx, ry] = [width / 2, height / 2];
  const half = (end: number) => `A${pair({ x: rx, y: ry })} 0 1 1 ${pair({ x: end, y })}`;
  return `M${pair({ x: x - rx, y })}${half(x + rx)}${half(x - rx)}Z`;
}

function roundCorners(points: readonly Point[], reach: number): string {
  const parts = points.map((corner, index) => {
    const before = points.at(index - 1) ?? corner;
    const after = points[(index + 1) % points.length] ?? corner;
    const [into, out] = [towards(corner, before, reach), towards(corner, after, reach)];
    return `${index === 0 ? 'M' : 'L'}${pair(into)}Q${pair(corner)} ${pair(out)}`;
  });
  return `${parts.join('')}Z`;
}

/** The point `distance` from one corner on the way to another, at most halfway. */
function towards(from: Point, to: Point, distance: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(0.5, distance / (Math.hypot(dx, dy) || 1));
  return { x: from.x + dx * share, y: from.y + dy * share };
}

function pairs(numbers: readonly number[]): Corner[] {
  return numbers.flatMap((x, index) => (index % 2 ? [] : [[x, numbers[index + 1] ?? 0] as const]));
}

/** A regular polygon with a corner upwards, turned by some degrees, that fills its field. */
function regular(count: number, turn = 0): Corner[] {
  return filling(
    Array.from({ length: count }, (_, index) => corner((360 / count) * index + turn, 1)),
  );
}

function star(inner: number): Corner[] {
  return filling(
    Array.from({ length: 10 }, (_, index) => corner(36 * index, index % 2 ? inner : 1)),
  );
}

function corner(degrees: number, radius: number): Corner {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

function filling(points: readonly Corner[]): Corner[] {
  const scale = ([least, most]: Corner, value: number) =>
    ((value - least) / (most - least)) * 2 - 1;
  const range = (axis: 0 | 1): Corner => {
    const values = points.map((point) => point[axis]);
    return [Math.min(...values), Math.max(...values)];
  };
  const [across, down] = [range(0), range(1)];
  return points.map(([x, y]) => [scale(across, x), scale(down, y)]);
}
