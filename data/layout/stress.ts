import { say } from '../words/say.ts';
import { adjacency, components, stepsFrom, type Adjacency } from './adjacency.ts';
import { centred, fillAspect, turnToAspect } from './frame.ts';
import type { Layout, LayoutGraph, LayoutNode, Point, Positions } from './layout.ts';
import { makeRoom, separate } from './overlap.ts';
import { pack, type Part } from './pack.ts';
import { seeded } from './random.ts';

const ROUNDS = 40;
/** How far a picture is stretched towards the shape of its pane, at most. */
const WIDEST = 1.6;
/** Far distances grow less than near ones, or long chains would make everything else small. */
const FALL = 0.8;
/** Last step size; smaller makes no visible difference. */
const FINEST = 0.05;

/**
 * Draws steps between actors as distances on paper: stress, minimised by stochastic gradient
 * descent (Zheng, Pawar and Goodman 2018). Few crossings, no random look; the best picture for up
 * to some 1,000 nodes. Time and memory grow with the square of the largest connected part.
 */
export const stress: Layout = {
  id: 'stress',
  label: say('network.stress'),
  description: say('network.stressHint'),
  parameters: [
    { id: 'length', label: say('network.stressLength'), min: 40, max: 300, step: 10, initial: 80 },
  ],
  *run(graph, { length = 80 }) {
    const whole = adjacency(
      graph.nodes.map(({ id }) => id),
      graph.edges,
    );
    const parts: Part[] = [];
    let done = 0;
    for (const members of components(whole)) {
      const nodes = members.flatMap((index) => graph.nodes[index] ?? []);
      const share = (members.length / graph.nodes.length) * 0.9;
      const positions = yield* partPositions(graph, nodes, length, (part) => done + share * part);
      parts.push({ nodes, positions: separate(nodes, makeRoom(nodes, positions)) });
      done += share;
    }
    return centred(graph.nodes, pack(parts, graph.aspect));
  },
};

function* partPositions(
  graph: LayoutGraph,
  nodes: readonly LayoutNode[],
  length: number,
  progress: (part: number) => number,
): Generator<number, Positions> {
  const part = adjacency(
    nodes.map(({ id }) => id),
    graph.edges,
  );
  const points = spiral(nodes.length, length);
  const pairs = distances(part, length);
  const order = Uint32Array.from({ length: pairs.wanted.length }, (_, index) => index);
  const random = seeded(nodes.length * 2654435761);
  for (let round = 0; round < ROUNDS; round++) {
    yield progress(round / ROUNDS);
    shuffle(order, random);
    relax(points, pairs, order, stepSize(round, pairs.longest, length));
  }
  turnToAspect(points, graph.aspect);
  fillAspect(points, graph.aspect, WIDEST);
  return new Map(nodes.map(({ id }, index) => [id, points[index] as Point]));
}

interface Pairs {
  a: Uint32Array;
  b: Uint32Array;
  /** Wished distance of each pair in CSS pixels. */
  wanted: Float32Array;
  longest: number;
}

/** Wished distances of all pairs. Edges at busy nodes are longer, so that their leaves find room. */
function distances(graph: Adjacency, length: number): Pairs {
  const count = graph.ids.length;
  const size = (count * (count - 1)) / 2;
  const pairs = {
    a: new Uint32Array(size),
    b: new Uint32Array(size),
    wanted: new Float32Array(size),
  };
  let [at, longest] = [0, length];
  for (let a = 0; a < count; a++) {
    const steps = stepsFrom(graph, [a]);
    for (let b = a + 1; b < count; b++, at++) {
      const degrees = (graph.neighbours[a]?.length ?? 0) + (graph.neighbours[b]?.length ?? 0);
      const wanted = length * ((steps[b] ?? 1) ** FALL + 0.12 * Math.sqrt(degrees) - 0.2);
      pairs.a[at] = a;
      pairs.b[at] = b;
      pairs.wanted[at] = wanted;
      longest = Math.max(longest, wanted);
    }
  }
  return { ...pairs, longest };
}

/** Step sizes fall from “every pair is met exactly” to {@link FINEST}, evenly on a log scale. */
function stepSize(round: number, longest: number, shortest: number): number {
  const [first, last] = [longest ** 2, FINEST * shortest ** 2];
  return first * (last / first) ** (round / (ROUNDS - 1));
}

function relax(points: Point[], pairs: Pairs, order: Uint32Array, step: number): void {
  for (const pair of order) {
    const a = points[pairs.a[pair] ?? 0] as Point;
    const b = points[pairs.b[pair] ?? 0] as Point;
    const wanted = pairs.wanted[pair] ?? 1;
    const [dx, dy] = [a.x - b.x, a.y - b.y];
    const distance = Math.hypot(dx, dy) || 0.01;
    const share = (Math.min(1, step / wanted ** 2) * (distance - wanted)) / (2 * distance);
    a.x -= share * dx;
    a.y -= share * dy;
    b.x += share * dx;
    b.y += share * dy;
  }
}

/** Points on a sunflower spiral: a start without two nodes on one spot. */
function spiral(count: number, length: number): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const [radius, angle] = [length * 0.6 * Math.sqrt(index), index * 2.399963];
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}
