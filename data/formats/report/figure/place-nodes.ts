import type { NetworkEdge, NetworkNode } from '../../../queries/network.ts';
import { MAX_HEIGHT, WIDTH, type PlacedNode, type Point } from './figure-parts.ts';
import { forceLayout } from './force-layout.ts';
import { spread } from './spread.ts';

/** Room around the outermost node centres, for their names. */
const MARGIN = { x: 58, y: 34 };
/** Drawing area that one node with its name asks for, in square units. */
const ROOM = 6200;
/** From this many nodes on, a saved layout is opened up to fill the page. */
const CROWDED = 40;
/** A saved layout of few nodes is not blown up beyond this. */
const MOST_SCALE = 1.6;

/** Nodes in the units of the drawing, and the height it needs. */
export interface Placement {
  nodes: PlacedNode[];
  height: number;
}

/**
 * Puts nodes where the analyst left them, scaled to the page; a crowded network is also opened up, in
 * the order that it has from left to right and from top to bottom; it gets no higher than `most`. Nodes without a saved place go beside
 * their neighbours; when fewer than half have one, the whole network is laid out afresh.
 */
export function placeNodes(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  saved: (id: string) => Point | undefined,
  most = MAX_HEIGHT,
): Placement {
  if (nodes.length === 0) return { nodes: [], height: 0 };
  const known = nodes.map(({ id }) => saved(id));
  const fresh = known.filter(Boolean).length < nodes.length / 2;
  const links = linksOf(nodes, edges);
  const crowd = nodes.length / CROWDED;
  const points = fresh ? forceLayout(nodes.length, links) : beside(known, links);
  const open = fresh || crowd > 1;
  const height = Math.min(most, open ? freshHeight(nodes.length) : savedHeight(points));
  const greatest = Math.max(...nodes.map(({ degree }) => degree));
  const even = open ? evened(points, Math.min(0.6, crowd * 0.4)) : points;
  const placed = fit(even, height, open).map((point, index) => {
    const node = nodes[index] as NetworkNode;
    return { ...node, ...point, radius: 6.5 + 7 * Math.sqrt(node.degree / greatest) };
  });
  spread(placed, { width: WIDTH, height, margin: MARGIN });
  return { nodes: placed, height };
}

function linksOf(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[]) {
  const indices = new Map(nodes.map(({ id }, index) => [id, index]));
  const pairs = new Map<string, readonly [number, number]>();
  for (const { from, to } of edges) {
    const pair = [indices.get(from) ?? 0, indices.get(to) ?? 0].sort((a, b) => a - b);
    pairs.set(pair.join(' '), pair as [number, number]);
  }
  return [...pairs.values()];
}

/** Gives every point without a place the middle of its neighbours, a little aside in a fixed direction. */
function beside(
  known: readonly (Point | undefined)[],
  links: readonly (readonly [number, number])[],
): Point[] {
  const given = known.filter((point) => point !== undefined);
  const { width, height } = extent(given);
  const step = Math.max(40, Math.hypot(width, height) / 12);
  return known.map((point, index) => {
    if (point) return { x: point.x, y: point.y };
    const near = links
      .filter((link) => link.includes(index))
      .map(([a, b]) => known[a === index ? b : a])
      .filter((other) => other !== undefined);
    const centre = mean(near.length ? near : given);
    const angle = index * 2.4;
    return { x: centre.x + step * Math.cos(angle), y: centre.y + step * Math.sin(angle) };
  });
}

/**
 * Moves each coordinate a share of the way to where it would be if all were evenly apart, so that a
 * dense middle opens and outliers do not press the rest together. The order of the nodes stays.
 */
function evened(points: readonly Point[], share: number): Point[] {
  const xs = evenedValues(
    points.map(({ x }) => x),
    share,
  );
  const ys = evenedValues(
    points.map(({ y }) => y),
    share,
  );
  return points.map((_, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0 }));
}

function evenedValues(values: readonly number[], share: number): number[] {
  const least = Math.min(...values);
  const range = Math.max(...values) - least || 1;
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length);
  order.forEach((index, rank) => (ranks[index] = rank / Math.max(1, values.length - 1)));
  return values.map(
    (value, index) => ((value - least) / range) * (1 - share) + (ranks[index] ?? 0) * share,
  );
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function extent(points: readonly Point[]) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

const clamp = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value));

const freshHeight = (count: number) => clamp((count * ROOM) / WIDTH, 240, MAX_HEIGHT);

function savedHeight(points: readonly Point[]): number {
  const { width, height } = extent(points);
  const scale = Math.min(MOST_SCALE, (WIDTH - 2 * MARGIN.x) / Math.max(1, width));
  return clamp(height * scale + 2 * MARGIN.y, 200, MAX_HEIGHT);
}

/** Scales points into the drawing; a saved layout keeps its shape, a fresh one fills the page. */
function fit(points: readonly Point[], height: number, fill: boolean): Point[] {
  const box = extent(points);
  let x = (WIDTH - 2 * MARGIN.x) / Math.max(1e-6, box.width);
  let y = (height - 2 * MARGIN.y) / Math.max(1e-6, box.height);
  if (!fill) x = y = Math.min(x, y, MOST_SCALE);
  else if (points.length < 3) x = Math.min(x, 220);
  return points.map((point) => ({
    x: WIDTH / 2 + (point.x - box.left - box.width / 2) * x,
    y: height / 2 + (point.y - box.top - box.height / 2) * y,
  }));
}
