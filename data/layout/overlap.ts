import { frameOf } from './frame.ts';
import type { LayoutNode, Point, Positions } from './layout.ts';

/** Room kept free between two boxes, in CSS pixels. */
const GAP = 6;
const ROUNDS = 24;
const STRETCHES = 40;

interface Body extends Point {
  id: string;
  halfWidth: number;
  halfHeight: number;
  /** From the node's centre down to the middle of its box, which has the label in it. */
  drop: number;
}

/**
 * Moves nodes apart until no two of their boxes (with labels) overlap, each as little as possible.
 * When pushing alone does not settle it the picture is stretched by 8 % and pushed again, so it
 * always ends. Nodes whose id is in `fixed` stay. Cost: about n log n a round.
 */
export function separate(
  nodes: readonly LayoutNode[],
  positions: Positions,
  fixed: ReadonlySet<string> = new Set(),
): Map<string, Point> {
  const bodies = nodes.map((node) => body(node, positions.get(node.id) ?? { x: 0, y: 0 }));
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    if (settle(bodies, fixed)) break;
    if (fixed.size === 0) stretchAll(bodies, 1.08);
  }
  return new Map(bodies.map(({ id, x, y, drop }) => [id, { x, y: y - drop }]));
}

/**
 * Stretches positions, if need be, until their frame has `times` the area of all boxes: pushing nodes
 * out of a crowd that is too dense would lose the picture.
 */
export function makeRoom(
  nodes: readonly LayoutNode[],
  positions: Positions,
  times = 1.6,
): Map<string, Point> {
  const frame = frameOf(nodes, positions);
  if (!frame) return new Map();
  const area = (frame.right - frame.left) * (frame.bottom - frame.top);
  const needed =
    nodes.reduce((sum, node) => sum + node.width * (node.above + node.below), 0) * times;
  const scale = Math.sqrt(Math.max(1, needed / area));
  return new Map([...positions].map(([id, { x, y }]) => [id, { x: x * scale, y: y * scale }]));
}

/** Pairs of nodes whose boxes overlap, for tests and figures. */
export function overlaps(nodes: readonly LayoutNode[], positions: Positions): [string, string][] {
  const bodies = nodes.map((node) => body(node, positions.get(node.id) ?? { x: 0, y: 0 }));
  const found: [string, string][] = [];
  eachNearPair(bodies, (a, b) => {
    if (overlapX(a, b) > GAP && overlapY(a, b) > GAP) found.push([a.id, b.id]);
  });
  return found;
}

function body(node: LayoutNode, at: Point): Body {
  const drop = (node.below - node.above) / 2;
  return {
    id: node.id,
    x: at.x,
    y: at.y + drop,
    halfWidth: node.width / 2,
    halfHeight: (node.above + node.below) / 2,
    drop,
  };
}

function stretchAll(bodies: Body[], by: number): void {
  for (const one of bodies) {
    one.x *= by;
    one.y *= by;
  }
}

/** Pushes overlapping pairs apart, up to {@link ROUNDS} times; tells whether none is left. */
function settle(bodies: Body[], fixed: ReadonlySet<string>): boolean {
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    eachNearPair(bodies, (a, b) => {
      if (push(a, b, fixed)) moved = true;
    });
    if (!moved) return true;
  }
  return false;
}

/** Overlap with the gap counted in; positive when the boxes are too close. */
const overlapX = (a: Body, b: Body) => a.halfWidth + b.halfWidth + GAP - Math.abs(a.x - b.x);
const overlapY = (a: Body, b: Body) => a.halfHeight + b.halfHeight + GAP - Math.abs(a.y - b.y);

function push(a: Body, b: Body, fixed: ReadonlySet<string>): boolean {
  const x = overlapX(a, b);
  const y = overlapY(a, b);
  if (x <= 0.01 || y <= 0.01) return false;
  const [aFree, bFree] = [!fixed.has(a.id), !fixed.has(b.id)];
  if (!aFree && !bFree) return false;
  const axis = x < y ? 'x' : 'y';
  const apart = Math.min(x, y) + 0.02;
  // Two nodes on one spot part by their ids, so the result does not depend on the order.
  const side = Math.sign(a[axis] - b[axis]) || (a.id < b.id ? -1 : 1);
  if (aFree) a[axis] += side * (bFree ? apart / 2 : apart);
  if (bFree) b[axis] -= side * (aFree ? apart / 2 : apart);
  return true;
}

/** Visits pairs that may overlap: a sweep from left to right over the boxes. */
function eachNearPair(bodies: readonly Body[], visit: (a: Body, b: Body) => void): void {
  const sorted = [...bodies].sort((a, b) => left(a) - left(b) || (a.id < b.id ? -1 : 1));
  for (let i = 0; i < sorted.length; i++) {
    const a = sorted[i] as Body;
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j] as Body;
      if (left(b) > a.x + a.halfWidth + GAP) break;
      visit(a, b);
    }
  }
}

const left = (one: Body) => one.x - one.halfWidth;
