import { centre } from './frame.ts';
import type { LayoutEdge, LayoutNode, Places, Point } from './layout.ts';

/** First distance from a neighbour, and how far each further try goes, in CSS pixels. */
const NEAR = 70;
const WIDER = 9;
const TRIES = 600;
/** Tries within about 220 pixels, for a place with room for the label. */
const NEARBY = 70;

/**
 * Finds places for nodes that have none, near their neighbours and beside what stands already;
 * nobody else is moved. The best linked come first, so that chains of new nodes find each other.
 * Returns the new places only. Cost: tries x nodes for each new node.
 */
export function settleNew(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  placed: Places,
): Map<string, Point> {
  const known = new Map(placed);
  const boxes = new Map(nodes.map((node) => [node.id, node]));
  const waiting = new Map(
    nodes.filter(({ id }) => !known.has(id)).map((node) => [node.id, node] as const),
  );
  const near = neighbourSets(edges);
  const settled = new Map<string, Point>();
  while (waiting.size > 0) {
    const node = bestLinked(waiting, near, known);
    if (!node) break;
    const around = [...(near.get(node.id) ?? [])].flatMap((id) => known.get(id) ?? []);
    const spot = freeSpot(node, around.length > 0 ? centre(around) : below(known), known, boxes);
    known.set(node.id, spot);
    settled.set(node.id, spot);
    waiting.delete(node.id);
  }
  return settled;
}

function neighbourSets(edges: readonly LayoutEdge[]): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>();
  const add = (id: string, other: string) => {
    const set = near.get(id) ?? new Set();
    near.set(id, set.add(other));
  };
  for (const { from, to } of edges) {
    add(from, to);
    add(to, from);
  }
  return near;
}

function bestLinked(
  waiting: ReadonlyMap<string, LayoutNode>,
  near: ReadonlyMap<string, ReadonlySet<string>>,
  known: Places,
): LayoutNode | undefined {
  let [best, most] = [undefined as LayoutNode | undefined, -1];
  for (const node of waiting.values()) {
    let links = 0;
    for (const other of near.get(node.id) ?? []) if (known.has(other)) links++;
    if (links > most) [best, most] = [node, links];
  }
  return best;
}

/** Nodes without neighbours line up under the picture. */
function below(known: Places): Point {
  if (known.size === 0) return { x: 0, y: 0 };
  const middle = centre([...known.values()]);
  let lowest = Number.NEGATIVE_INFINITY;
  for (const { y } of known.values()) lowest = Math.max(lowest, y);
  return { x: middle.x, y: lowest + NEAR };
}

/**
 * The first free place on a spiral around a point. Where no room for the label is near, room for the
 * node alone will do: in a crowd it is more useful beside its neighbours than far outside.
 */
function freeSpot(
  node: LayoutNode,
  around: Point,
  known: Places,
  boxes: ReadonlyMap<string, LayoutNode>,
): Point {
  const roomy = (spot: Point) => isFree(node, spot, known, (id) => boxes.get(id));
  const alone = (spot: Point) =>
    isFree(withoutLabel(node), spot, known, (id) => {
      const other = boxes.get(id);
      return other && withoutLabel(other);
    });
  return spiral(around, NEARBY, roomy) ?? spiral(around, TRIES, alone) ?? around;
}

function spiral(around: Point, tries: number, isGood: (spot: Point) => boolean): Point | undefined {
  for (let attempt = 0; attempt < tries; attempt++) {
    const [radius, angle] = [NEAR + WIDER * Math.sqrt(attempt * 4), attempt * 2.399963 + 0.5];
    const spot = {
      x: Math.round(around.x + radius * 1.2 * Math.cos(angle)),
      y: Math.round(around.y + radius * Math.sin(angle)),
    };
    if (isGood(spot)) return spot;
  }
  return undefined;
}

function withoutLabel(node: LayoutNode): LayoutNode {
  return { ...node, width: node.above * 2, below: node.above };
}

function isFree(
  node: LayoutNode,
  spot: Point,
  known: Places,
  boxOf: (id: string) => LayoutNode | undefined,
): boolean {
  for (const [id, at] of known) {
    const other = boxOf(id);
    if (!other) continue;
    const apartX = Math.abs(spot.x - at.x) > (node.width + other.width) / 2 + 4;
    const apartY =
      spot.y - node.above > at.y + other.below + 4 || spot.y + node.below < at.y - other.above - 4;
    if (!apartX && !apartY) return false;
  }
  return true;
}
