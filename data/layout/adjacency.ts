import type { LayoutEdge } from './layout.ts';

/** An undirected simple graph over the indices of a list of ids. */
export interface Adjacency {
  ids: readonly string[];
  /** Neighbours of each node, ascending, without itself. */
  neighbours: readonly (readonly number[])[];
}

/** Makes the simple graph: parallel edges once, loops and edges to unknown nodes left out. */
export function adjacency(ids: readonly string[], edges: readonly LayoutEdge[]): Adjacency {
  const index = new Map(ids.map((id, at) => [id, at]));
  const sets = ids.map(() => new Set<number>());
  for (const { from, to } of edges) {
    const a = index.get(from);
    const b = index.get(to);
    if (a === undefined || b === undefined || a === b) continue;
    sets[a]?.add(b);
    sets[b]?.add(a);
  }
  return { ids, neighbours: sets.map((set) => [...set].sort((a, b) => a - b)) };
}

/** Neighbours of one node. */
export const neighboursOf = (graph: Adjacency, node: number): readonly number[] =>
  graph.neighbours[node] ?? [];

/** Number of different neighbours of one node. */
export const degreeOf = (graph: Adjacency, node: number): number =>
  neighboursOf(graph, node).length;

/**
 * Steps from some nodes to every node, by breadth first; -1 where there is no way, or none within
 * `limit` steps.
 */
export function stepsFrom(
  graph: Adjacency,
  starts: readonly number[],
  limit = Number.POSITIVE_INFINITY,
): Int32Array {
  const steps = new Int32Array(graph.ids.length).fill(-1);
  const queue = [...starts];
  for (const start of starts) steps[start] = 0;
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] ?? 0;
    const next = (steps[node] ?? 0) + 1;
    if (next > limit) break;
    for (const other of neighboursOf(graph, node)) {
      if (steps[other] !== -1) continue;
      steps[other] = next;
      queue.push(other);
    }
  }
  return steps;
}

/** Connected parts, the largest first, each in ascending order. */
export function components(graph: Adjacency): number[][] {
  const seen = new Uint8Array(graph.ids.length);
  const parts: number[][] = [];
  for (let start = 0; start < graph.ids.length; start++) {
    if (seen[start]) continue;
    const part: number[] = [];
    stepsFrom(graph, [start]).forEach((steps, node) => {
      if (steps < 0) return;
      seen[node] = 1;
      part.push(node);
    });
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}
