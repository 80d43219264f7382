import type { Attribution } from '#data/model/claim.ts';
import type { NetworkEdge } from '#data/queries/network.ts';

/** What the analyst is looking at, as far as the network can show it. */
export interface Attention {
  /** Actors that are chosen or meant. */
  actors: ReadonlySet<string>;
  /** Relations that are chosen or meant. */
  relations: ReadonlySet<string>;
  /** Whether neighbours of the actors stay in full light too. */
  withNeighbours: boolean;
}

/** Nobody in particular. */
export const noAttention: Attention = {
  actors: new Set(),
  relations: new Set(),
  withNeighbours: false,
};

/** Ids of what is drawn, and of what the text filter and the pointer are on. */
export interface Drawn {
  nodes: readonly { id: string }[];
  edges: readonly NetworkEdge[];
  found: ReadonlySet<string>;
  hovered: string | undefined;
}

/** Classes by element: what is meant is lit, the rest steps back; empty when nobody is meant. */
export function marksOf({ nodes, edges, found, hovered }: Drawn, attention: Attention) {
  const { actors, relations, withNeighbours } = attention;
  const marks = new Map<string, string>();
  const clear = new Set(actors);
  const drawn = new Set(nodes.map(({ id }) => id));
  const meant =
    edges.some(({ id }) => relations.has(id)) || [...actors].some((id) => drawn.has(id));
  if (meant) {
    for (const edge of edges) markEdge(edge);
    for (const { id } of nodes) {
      if (!clear.has(id)) marks.set(id, 'faded');
      else if (actors.has(id)) marks.set(id, 'lit');
    }
  }
  for (const id of found) if (drawn.has(id)) marks.set(id, 'lit');
  if (hovered !== undefined) marks.set(hovered, `${marks.get(hovered) ?? ''} hover`.trim());
  return marks;

  function markEdge({ id, from, to }: NetworkEdge): void {
    const atActor = withNeighbours && (actors.has(from) || actors.has(to));
    if (relations.has(id)) marks.set(id, 'chosen');
    else marks.set(id, atActor ? 'lit' : 'faded');
    if (!atActor && !relations.has(id)) return;
    clear.add(from);
    clear.add(to);
  }
}

/** Actors that an attribution names, from the first voice to the last. */
export function voicesOf(attribution: Attribution | undefined): string[] {
  const voices: string[] = [];
  for (let step = attribution; step; step = step.via) if (step.entity) voices.push(step.entity);
  return voices;
}
