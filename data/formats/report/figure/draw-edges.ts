import type { RelationStatus } from '../../../model/relation.ts';
import type { NetworkEdge } from '../../../queries/network.ts';
import type { PlacedEdge, PlacedNode, Point } from './figure-parts.ts';
import { element, round } from './svg.ts';

/** Sideways distance between two parallel edges at their middle, in units. */
const BEND = 13;
/** Most sideways distance of an edge from the straight line: less than the margin of the drawing. */
const MOST_BEND = 30;
const ARROW = 6.5;

/** How a relation's status is drawn, the same in the figure and in its legend. */
export const statusStyles: Readonly<
  Record<RelationStatus, { dash?: string; opacity: number; hollow?: boolean }>
> = {
  asserted: { opacity: 0.8 },
  planned: { opacity: 0.8, hollow: true },
  disputed: { opacity: 0.85, dash: '5 3' },
  denied: { opacity: 0.85, dash: '1 3.2' },
  ended: { opacity: 0.35 },
};

/** Gives every edge its ends; edges between the same two nodes are fanned out. */
export function placeEdges(
  edges: readonly NetworkEdge[],
  nodes: readonly PlacedNode[],
): PlacedEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const totals = count(edges);
  const seen = new Map<string, number>();
  return edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (!from || !to) return [];
    const key = pairOf(edge);
    const index = seen.get(key) ?? 0;
    seen.set(key, index + 1);
    const side = edge.from < edge.to ? 1 : -1;
    const middle = ((totals.get(key) ?? 1) - 1) / 2;
    const step = Math.min(BEND, MOST_BEND / Math.max(1, middle));
    return [{ edge, from, to, bend: side * (index - middle) * step }];
  });
}

const pairOf = ({ from, to }: NetworkEdge): string =>
  from < to ? `${from} ${to}` : `${to} ${from}`;

function count(edges: readonly NetworkEdge[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const edge of edges) totals.set(pairOf(edge), (totals.get(pairOf(edge)) ?? 0) + 1);
  return totals;
}

/** One edge: a line as wide as its independent origins are many, its status as pattern, an arrow. */
export function drawEdge({ edge, from, to, bend }: PlacedEdge, colour: string): string {
  const middle = control(from, to, bend);
  const start = rim(from, middle, from.radius + 1);
  const tip = rim(to, middle, to.radius + 2);
  const end = edge.directed ? rim(to, middle, to.radius + 2 + ARROW * 0.8) : tip;
  const d = `M${pair(start)}Q${pair(middle)} ${pair(end)}`;
  const head = edge.directed ? arrow(tip, middle, colour) : '';
  return lineOf(d, edge.status, widthOf(edge), colour) + head;
}

/** Width of an edge: 1.1 units for one origin, growing to 2.9 at four and more. */
export function widthOf({ origins }: Pick<NetworkEdge, 'origins'>): number {
  return 1.1 + 0.6 * (Math.min(4, Math.max(1, origins)) - 1);
}

/** A path drawn in the style of a status. */
export function lineOf(d: string, status: RelationStatus, width: number, colour: string): string {
  const { dash, opacity, hollow } = statusStyles[status];
  const paint = { d, fill: 'none', 'stroke-linecap': dash?.startsWith('1') ? 'round' : undefined };
  const outer = element('path', {
    ...paint,
    stroke: colour,
    'stroke-width': hollow ? width + 2 : width,
    'stroke-opacity': opacity,
    'stroke-dasharray': dash,
  });
  if (!hollow) return outer;
  return outer + element('path', { ...paint, stroke: '#ffffff', 'stroke-width': width });
}

function control(from: Point, to: Point, bend: number): Point {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y) || 1;
  return {
    x: (from.x + to.x) / 2 - (y / length) * bend * 2,
    y: (from.y + to.y) / 2 + (x / length) * bend * 2,
  };
}

/** Where an edge is halfway. */
export function middleOf({ from, to, bend }: PlacedEdge): Point {
  const { x, y } = control(from, to, bend);
  return { x: (from.x + to.x) / 4 + x / 2, y: (from.y + to.y) / 4 + y / 2 };
}

/** Point at `distance` from a node's centre towards another point. */
function rim(node: Point, towards: Point, distance: number): Point {
  const [x, y] = [towards.x - node.x, towards.y - node.y];
  const length = Math.hypot(x, y) || 1;
  return { x: node.x + (x / length) * distance, y: node.y + (y / length) * distance };
}

function arrow(tip: Point, from: Point, colour: string): string {
  const [x, y] = [tip.x - from.x, tip.y - from.y];
  const length = Math.hypot(x, y) || 1;
  const [ux, uy] = [(x / length) * ARROW, (y / length) * ARROW];
  const base = { x: tip.x - ux, y: tip.y - uy };
  const left = { x: base.x - uy * 0.42, y: base.y + ux * 0.42 };
  const right = { x: base.x + uy * 0.42, y: base.y - ux * 0.42 };
  return element('path', { d: `M${pair(tip)}L${pair(left)}L${pair(right)}Z`, fill: colour });
}

const pair = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
