import { BoxGrid } from './box-grid.ts';
import { centre, type Frame } from './frame.ts';
import type { LayoutEdge, LayoutNode, Point, Positions } from './layout.ts';

/** First distance from a neighbour, and how far each further try goes, in CSS pixels. */
const NEAR = 70;
const WIDER = 9;
/** Tries within about 220 pixels, for a place with room for the label. */
const NEARBY = 70;
/** Tries within about 2,600 pixels, for a place with room for the node alone. */
const FAR = 20_000;
/** Room between two boxes, in CSS pixels. */
const APART = 4;

/**
 * Finds positions for nodes that have none, near their neighbours and beside what stands already;
 * nobody else is moved. The best linked come first, so that chains of new nodes find each other.
 * Those without neighbours go near `aside`, or else line up under the picture. Returns the new positions
 * only. Cost: tries for each new node, each with a look at what is near by.
 */
export function settleNew(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  placed: Positions,
  aside?: Point,
): Map<string, Point> {
  const known = new Map(placed);
  const crowd = new Crowd();
  const waiting = new Map<string, LayoutNode>();
  for (const node of nodes) {
    const at = known.get(node.id);
    if (at) crowd.add(node, at);
    else waiting.set(node.id, node);
  }
  const near = neighbourSets(edges);
  const settled = new Map<string, Point>();
  while (waiting.size > 0) {
    const node = bestLinked(waiting, near, known);
    if (!node) break;
    const around = [...(near.get(node.id) ?? [])].flatMap((id) => known.get(id) ?? []);
    const spot =
      around.length === 0 && aside
        ? crowd.freeSpot(node, aside, 0)
        : crowd.freeSpot(node, around.length > 0 ? centre(around) : below(known), NEAR);
    crowd.add(node, spot);
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
  known: Positions,
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
function below(known: Positions): Point {
  if (known.size === 0) return { x: 0, y: 0 };
  const middle = centre([...known.values()]);
  let lowest = Number.NEGATIVE_INFINITY;
  for (const { y } of known.values()) lowest = Math.max(lowest, y);
  return { x: middle.x, y: lowest + NEAR };
}

/** What stands already, with labels and without. */
class Crowd {
  readonly #roomy = new BoxGrid();
  readonly #bodies = new BoxGrid();
  #rightmost = 0;

  add(node: LayoutNode, at: Point): void {
    const box = boxAt(node, at);
    this.#roomy.add(node.id, box);
    this.#bodies.add(node.id, boxAt(withoutLabel(node), at));
    this.#rightmost = Math.max(this.#rightmost, box.right);
  }

  /**
   * The first free place on a spiral around a point, from `start` pixels on. Where no room for the
   * label is near, room for the node alone will do: in a crowd it is more useful beside its neighbours
   * than far outside.
   */
  freeSpot(node: LayoutNode, around: Point, start: number): Point {
    const body = withoutLabel(node);
    return (
      spiral(around, start, NEARBY, (at) => this.#roomy.isFree(node.id, boxAt(node, at))) ??
      spiral(around, start, FAR, (at) => this.#bodies.isFree(node.id, boxAt(body, at))) ?? {
        x: Math.round(this.#rightmost + node.width),
        y: Math.round(around.y),
      }
    );
  }
}

function spiral(
  around: Point,
  start: number,
  tries: number,
  isGood: (spot: Point) => boolean,
): Point | undefined {
  for (let attempt = 0; attempt < tries; attempt++) {
    const [radius, angle] = [start + WIDER * Math.sqrt(attempt * 4), attempt * 2.399963 + 0.5];
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

/** The room of a node at a place, with half of the room that has to lie between two. */
const boxAt = ({ width, above, below: under }: LayoutNode, { x, y }: Point): Frame => ({
  left: x - (width + APART) / 2,
  right: x + (width + APART) / 2,
  top: y - above - APART / 2,
  bottom: y + under + APART / 2,
});
