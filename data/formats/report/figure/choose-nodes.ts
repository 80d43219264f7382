import type { Network, NetworkEdge, NetworkNode } from '../../../queries/network.ts';

/** More names than this cannot be read on one page. */
const MOST_NODES = 90;

/** The part of a network that is drawn, and what was left out of it. */
export interface Choice {
  nodes: NetworkNode[];
  edges: NetworkEdge[];
  /** Actors without any relation. */
  unconnected: number;
  /** Connected actors beyond {@link MOST_NODES}. */
  beyond: number;
  /** Relations of actors that are not drawn. */
  edgesLeft: number;
}

/** Chooses the connected actors, the best connected and most mentioned first. */
export function chooseNodes(network: Network, most = MOST_NODES): Choice {
  const connected = network.nodes.filter(({ degree }) => degree > 0);
  const ranked = [...connected].sort(
    (a, b) =>
      b.degree - a.degree || (b.mentions ?? 0) - (a.mentions ?? 0) || (a.id < b.id ? -1 : 1),
  );
  const kept = new Set(ranked.slice(0, most).map(({ id }) => id));
  const edges = network.edges.filter(({ from, to }) => kept.has(from) && kept.has(to));
  const tied = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = ranked.filter(({ id }) => tied.has(id));
  return {
    nodes,
    edges,
    unconnected: network.nodes.length - connected.length,
    beyond: connected.length - nodes.length,
    edgesLeft: network.edges.length - edges.length,
  };
}
