import type { RelationStatus } from '#data/model/relation.ts';
import type { Network, NetworkEdge, NetworkNode } from '#data/queries/network.ts';
import { adjacency } from '#data/layout/adjacency.ts';
import { fold } from '#data/text/fold.ts';
import { around, between } from './walks.ts';

/** A part of the network that the analyst asked to see alone. */
export type Focus =
  | { kind: 'around'; actors: readonly string[]; steps: number }
  | { kind: 'between'; from: string; to: string };

/** What of the network is shown. */
export interface NetworkFilter {
  /** Ids of entity types, relation types and statuses that are switched off. */
  types: ReadonlySet<string>;
  relations: ReadonlySet<string>;
  statuses: ReadonlySet<RelationStatus>;
  /** Shows actors whose names hold this, with their neighbours. */
  text: string;
  /** Leaves out actors without a visible relation. */
  linkedOnly: boolean;
  focus: Focus | null;
  /** Most actors drawn at once; the best linked stay. */
  limit: number;
}

/** Shows everything, up to what a canvas can carry. */
export const openFilter: NetworkFilter = {
  types: new Set(),
  relations: new Set(),
  statuses: new Set(),
  text: '',
  linkedOnly: false,
  focus: null,
  limit: 1500,
};

/** What a filter leaves, and how many actors each part of it keeps away. */
export interface VisibleNetwork extends Network {
  /** Actors that the text filter found. */
  found: ReadonlySet<string>;
  hidden: { byFilter: number; unlinked: number; overLimit: number };
  /** What switched off types and statuses keep away from every question, such as for a way. */
  withheld: { actors: number; relations: number };
}

/** Applies a filter. `names` gives all names of an actor. Cost: one pass over nodes and edges. */
export function visibleNetwork(
  network: Network,
  filter: NetworkFilter,
  names: (id: string) => readonly string[],
): VisibleNetwork {
  let nodes = network.nodes.filter(({ type }) => !filter.types.has(type));
  let edges = withBothEnds(
    network.edges.filter(
      ({ type, status }) => !filter.relations.has(type) && !filter.statuses.has(status),
    ),
    nodes,
  );
  const withheld = {
    actors: network.nodes.length - nodes.length,
    relations: withBothEnds(network.edges, nodes).length - edges.length,
  };
  if (filter.focus) [nodes, edges] = focused(nodes, edges, filter.focus);
  const found = foundBy(filter.text, nodes, names);
  if (filter.text.trim() !== '') {
    const kept = neighbourhood(found, edges);
    nodes = nodes.filter(({ id }) => kept.has(id));
    edges = withBothEnds(edges, nodes);
  }
  const filtered = nodes.length;
  if (filter.linkedOnly) nodes = linked(nodes, edges);
  const connected = nodes.length;
  if (nodes.length > filter.limit) {
    nodes = bestLinked(nodes, edges, filter.limit);
    edges = withBothEnds(edges, nodes);
  }
  const hidden = {
    byFilter: network.nodes.length - filtered,
    unlinked: filtered - connected,
    overLimit: connected - nodes.length,
  };
  return { nodes, edges, found, hidden, withheld };
}

/** Whether the filter keeps anything away. */
export function isFiltering(filter: NetworkFilter): boolean {
  const { types, relations, statuses, text, linkedOnly, focus } = filter;
  return (
    types.size + relations.size + statuses.size > 0 || text.trim() !== '' || linkedOnly || !!focus
  );
}

function withBothEnds(edges: readonly NetworkEdge[], nodes: readonly NetworkNode[]): NetworkEdge[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
}

function focused(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  focus: Focus,
): [NetworkNode[], NetworkEdge[]] {
  const graph = adjacency(
    nodes.map(({ id }) => id),
    edges,
  );
  const kept =
    focus.kind === 'around'
      ? around(graph, focus.actors, focus.steps)
      : between(graph, focus.from, focus.to).actors;
  const left = nodes.filter(({ id }) => kept.has(id));
  return [left, withBothEnds(edges, left)];
}

/** Actors of whom a name holds these words, whatever their case and accents. */
export function foundBy(
  text: string,
  nodes: readonly NetworkNode[],
  names: (id: string) => readonly string[],
): Set<string> {
  const wanted = fold(text);
  if (wanted === '') return new Set();
  const hits = nodes.filter(({ id }) => names(id).some((name) => fold(name).includes(wanted)));
  return new Set(hits.map(({ id }) => id));
}

function neighbourhood(ids: ReadonlySet<string>, edges: readonly NetworkEdge[]): Set<string> {
  const kept = new Set(ids);
  for (const { from, to } of edges) {
    if (ids.has(from)) kept.add(to);
    if (ids.has(to)) kept.add(from);
  }
  return kept;
}

function linked(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[]): NetworkNode[] {
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return nodes.filter(({ id }) => ends.has(id));
}

function bestLinked(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  limit: number,
): NetworkNode[] {
  const degrees = new Map<string, number>();
  for (const { from, to } of edges) {
    degrees.set(from, (degrees.get(from) ?? 0) + 1);
    degrees.set(to, (degrees.get(to) ?? 0) + 1);
  }
  const degree = (id: string) => degrees.get(id) ?? 0;
  const best = [...nodes]
    .sort((a, b) => degree(b.id) - degree(a.id) || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
  const kept = new Set(best.map(({ id }) => id));
  return nodes.filter(({ id }) => kept.has(id));
}
