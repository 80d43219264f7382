import { neighboursOf, stepsFrom, type Adjacency } from '#data/layout/adjacency.ts';

/** Actors within some steps of the given ones, those included. */
export function around(graph: Adjacency, actors: readonly string[], steps: number): Set<string> {
  const starts = indices(graph, actors);
  const reached = stepsFrom(graph, starts, steps);
  return new Set(graph.ids.filter((_, index) => (reached[index] ?? -1) >= 0));
}

/** All shortest ways between two actors, whichever way the relations point. */
export interface ShortestPaths {
  /** Everybody on one of the ways; both ends always, even when there is no way. */
  actors: Set<string>;
  /** Steps of a shortest way; null when there is none. */
  steps: number | null;
  /** How many shortest ways there are. */
  ways: number;
}

/** Finds all shortest ways between two actors. Cost: two passes over the network. */
export function between(graph: Adjacency, from: string, to: string): ShortestPaths {
  const [start] = indices(graph, [from]);
  const [end] = indices(graph, [to]);
  const alone = { actors: new Set([from, to]), steps: null, ways: 0 };
  if (start === undefined || end === undefined) return alone;
  const there = stepsFrom(graph, [start]);
  const back = stepsFrom(graph, [end]);
  const length = there[end] ?? -1;
  if (length < 0) return alone;
  const onWay = (index: number) =>
    (there[index] ?? -1) >= 0 &&
    (back[index] ?? -1) >= 0 &&
    (there[index] ?? 0) + (back[index] ?? 0) === length;
  const members = graph.ids.flatMap((_, index) => (onWay(index) ? [index] : []));
  return {
    actors: new Set(members.map((index) => graph.ids[index] ?? '')),
    steps: length,
    ways: countWays(graph, members, there, end),
  };
}

/** Ways to the end: each actor has as many as those one step nearer to the start together. */
function countWays(
  graph: Adjacency,
  members: readonly number[],
  there: Int32Array,
  end: number,
): number {
  const ways = new Map<number, number>();
  const byStep = [...members].sort((a, b) => (there[a] ?? 0) - (there[b] ?? 0));
  for (const index of byStep) {
    const step = there[index] ?? 0;
    let sum = step === 0 ? 1 : 0;
    for (const other of neighboursOf(graph, index)) {
      if (there[other] === step - 1) sum += ways.get(other) ?? 0;
    }
    ways.set(index, sum);
  }
  return ways.get(end) ?? 0;
}

function indices(graph: Adjacency, ids: readonly string[]): number[] {
  const wanted = new Set(ids);
  return graph.ids.flatMap((id, index) => (wanted.has(id) ? [index] : []));
}
