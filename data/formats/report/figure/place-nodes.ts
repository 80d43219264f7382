import type { Point, Positions } from '../../../layout/layout.ts';
import { arrange } from '../../../layout/registry.ts';
import type { Network } from '../../../queries/network.ts';
import { roomsOf } from '../../../scene/room.ts';
import type { SceneOptions } from '../../../scene/scene-of.ts';
import type { SceneNode } from '../../../scene/scene.ts';
import { CROWDED, MAX_HEIGHT, WIDTH } from './paper.ts';
import { spread } from './spread.ts';

/** Room around the outermost node centres, for their names. */
export const MARGIN = { x: 58, y: 34 };
/** Drawing area that one node with its name asks for, in square units. */
const ROOM = 6200;
/** A saved layout of few nodes is not blown up beyond this. */
const MOST_SCALE = 1.6;

/**
 * Positions for all actors, in CSS pixels: where the analyst left them, beside their neighbours, and if
 * nobody has a place, where the window would put them at first, on a pane of the shape of the page.
 */
export function findPositions(
  network: Network,
  options: SceneOptions,
  saved: (id: string) => Point | undefined,
): { positions: Positions; isFresh: boolean } {
  const { nodes, edges } = network;
  const known = nodes.flatMap(({ id }) => {
    const at = saved(id);
    return at ? [[id, at] as const] : [];
  });
  const aspect = WIDTH / freshHeight(nodes.length);
  const graph = { nodes: roomsOf(network, options), edges, aspect };
  return { positions: arrange(graph, new Map(known)), isFresh: known.length === 0 };
}

/** Nodes in the units of the drawing, and the height it needs. */
interface Placement {
  nodes: SceneNode[];
  height: number;
}

/**
 * Scales a picture to the page, no higher than `most`; a crowded or fresh one is also opened up, in the
 * order that it has from left to right and from top to bottom.
 */
export function fillPage(nodes: readonly SceneNode[], most: number, isFresh: boolean): Placement {
  if (nodes.length === 0) return { nodes: [], height: 0 };
  const crowd = nodes.length / CROWDED;
  const open = isFresh || crowd > 1;
  const height = Math.min(most, open ? freshHeight(nodes.length) : savedHeight(nodes));
  const even = open ? evened(nodes, Math.min(0.6, crowd * 0.4)) : nodes;
  const placed = fit(even, height, open).map((at, index) => ({
    ...(nodes[index] as SceneNode),
    ...at,
  }));
  spread(placed, { width: WIDTH, height, margin: MARGIN });
  return { nodes: placed, height };
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
