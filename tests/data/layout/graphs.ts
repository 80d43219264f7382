import type { LayoutEdge, LayoutGraph } from '#data/layout/layout.ts';
import { nodeBox } from '#data/scene/room.ts';
import { seeded } from '#data/layout/random.ts';

const names = ['Pakistan', 'Central Military Commission', 'Shanghai Cooperation Organisation', 'X'];

/** A network as cases have them: a few hubs, many leaves, three groups. */
export function hubGraph(nodes: number, edgesPerNode: number, aspect = 1.4): LayoutGraph {
  const random = seeded(7);
  const edges: LayoutEdge[] = [];
  for (let i = 1; i < nodes; i++) {
    for (let e = 0; e < edgesPerNode; e++) {
      edges.push({ from: `n${i}`, to: `n${Math.floor(random() ** 3 * i)}` });
    }
  }
  return {
    nodes: Array.from({ length: nodes }, (_, i) =>
      nodeBox(`n${i}`, `g${i % 3}`, names[i % names.length] ?? '', 20),
    ),
    edges,
    aspect,
  };
}
