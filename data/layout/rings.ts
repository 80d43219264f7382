import { say } from '../words/say.ts';
import { adjacency, degreeOf, neighboursOf, type Adjacency } from './adjacency.ts';
import { centred } from './frame.ts';
import type { Layout, LayoutNode, Point } from './layout.ts';
import { separate } from './overlap.ts';

/** Nodes by degree on rings, as many on each as have room. */
export const concentric: Layout = {
  id: 'concentric',
  label: say('network.rings'),
  description: say('network.ringsHint'),
  parameters: [
    { id: 'gap', label: say('network.ringsGap'), min: 0, max: 200, step: 10, initial: 30 },
  ],
  *run({ nodes, edges }, { gap = 30 }) {
    yield 0;
    const graph = adjacency(
      nodes.map(({ id }) => id),
      edges,
    );
    const positions = new Map<string, Point>();
    const angles = new Map<number, number>();
    for (const { members, radius } of ringsByDegree(graph, nodes, gap)) {
      const around = towards(graph, members, angles);
      around.forEach((index, at) => {
        const angle = (at / around.length) * 2 * Math.PI - Math.PI / 2;
        angles.set(index, angle);
        // Wider than high, as labels are.
        positions.set(graph.ids[index] ?? '', {
          x: radius * 1.25 * Math.cos(angle),
          y: radius * Math.sin(angle),
        });
      });
    }
    return centred(nodes, separate(nodes, positions));
  },
};

/** All nodes on one circle, type by type, the best linked of a type first. */
export const circle: Layout = {
  id: 'circle',
  label: say('network.circle'),
  description: say('network.circleHint'),
  parameters: [],
  *run({ nodes, edges }) {
    yield 0;
    const graph = adjacency(
      nodes.map(({ id }) => id),
      edges,
    );
    const order = nodes
      .map((node, index) => ({ node, degree: degreeOf(graph, index) }))
      .sort((a, b) => compare(a.node.group, b.node.group) || b.degree - a.degree)
      .map(({ node }) => node);
    const radius = ringRadius(order) * 1.1;
    const positions = new Map(
      order.map(({ id }, at) => {
        const angle = (at / order.length) * 2 * Math.PI - Math.PI / 2;
        return [id, { x: radius * 1.25 * Math.cos(angle), y: radius * Math.sin(angle) }];
      }),
    );
    return centred(nodes, separate(nodes, positions));
  },
};

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
/** Radius on which all boxes have room side by side; labels lie flat, so width counts in part. */
function ringRadius(boxes: readonly LayoutNode[]): number {
  if (boxes.length < 2) return 0;
  const around = boxes.reduce(
    (sum, { width, above, below }) => sum + Math.hypot(width, above + below) * 0.72,
    0,
  );
  return around / (2 * Math.PI);
}

/** Rings from the inside out, in falling order of degree; the radius grows with the rows' height. */
function ringsByDegree(graph: Adjacency, nodes: readonly LayoutNode[], gap: number) {
  const order = graph.ids
    .map((_, index) => index)
    .sort((a, b) => degreeOf(graph, b) - degreeOf(graph, a) || a - b);
  const step = gap + Math.max(0, ...nodes.map(({ above, below }) => above + below)) * 1.2;
  const rings: { members: number[]; radius: number }[] = [];
  for (let at = 0; at < order.length;) {
    const radius = rings.length * step;
    const members: number[] = [];
    const boxes: LayoutNode[] = [];
    for (; at < order.length; at++) {
      const index = order[at] ?? 0;
      boxes.push(...(nodes[index] ? [nodes[index]] : []));
      if (members.length > 0 && ringRadius(boxes) > radius) break;
      members.push(index);
    }
    rings.push({ members, radius });
  }
  return rings;
}

/** A ring in the order of the directions in which its nodes' placed neighbours lie: fewer crossings. */
function towards(graph: Adjacency, ring: number[], angles: ReadonlyMap<number, number>): number[] {
  const direction = (index: number) => {
    let [x, y] = [0, 0];
    for (const other of neighboursOf(graph, index)) {
      const angle = angles.get(other);
      if (angle === undefined) continue;
      x += Math.cos(angle);
      y += Math.sin(angle);
    }
    return (Math.atan2(y, x) + 2.5 * Math.PI) % (2 * Math.PI);
  };
  return ring
    .map((index) => ({ index, at: direction(index) }))
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ index }) => index);
}
