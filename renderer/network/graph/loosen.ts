import type { Network } from '#data/queries/network.ts';
import { openFilter, visibleNetwork, type NetworkFilter } from './filter.ts';

/** An actor or a relation that somebody wants to see. */
export interface Wanted {
  kind: 'entity' | 'relation';
  id: string;
}

/** Parts of a filter in the order in which they are kept, if they need not go. */
const parts = ['types', 'relations', 'statuses', 'linkedOnly', 'focus', 'text'] as const;

/** The filter with as little given up as it takes to see an actor or a relation. */
export function loosened(
  filter: NetworkFilter,
  network: Network,
  wanted: Wanted,
  names: (id: string) => readonly string[],
): NetworkFilter {
  const own = withoutItsOwn(filter, network, wanted);
  let loose: NetworkFilter = { ...openFilter };
  if (!shows(loose)) return { ...loose, focus: { kind: 'around', actors: endsOf(), steps: 1 } };
  for (const part of parts) {
    const tighter = { ...loose, [part]: own[part] };
    if (shows(tighter)) loose = tighter;
  }
  return loose;

  function shows(tried: NetworkFilter): boolean {
    const { nodes, edges } = visibleNetwork(network, tried, names);
    return (wanted.kind === 'entity' ? nodes : edges).some(({ id }) => id === wanted.id);
  }

  function endsOf(): string[] {
    const edge = network.edges.find(({ id }) => id === wanted.id);
    return edge ? [edge.from, edge.to] : [wanted.id];
  }
}

/** The filter with the types and the status of what is wanted switched on. */
function withoutItsOwn(filter: NetworkFilter, network: Network, { id }: Wanted): NetworkFilter {
  const edge = network.edges.find((one) => one.id === id);
  const ids = new Set(edge ? [edge.from, edge.to] : [id]);
  const types = new Set(filter.types);
  for (const node of network.nodes) if (ids.has(node.id)) types.delete(node.type);
  if (!edge) return { ...filter, types };
  const relations = new Set(filter.relations);
  const statuses = new Set(filter.statuses);
  relations.delete(edge.type);
  statuses.delete(edge.status);
  return { ...filter, types, relations, statuses };
}
