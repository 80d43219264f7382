import type { EntityType, RelationType } from '#data/model/codebook.ts';
import type { RelationStatus } from '#data/model/relation.ts';
import type { Network, NetworkEdge, NetworkNode } from '#data/queries/network.ts';

const stored = {
  rev: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  by: 'Ada',
};

/** A type of actor. */
export const entityType = (id: string, more: Partial<EntityType> = {}): EntityType => ({
  ...stored,
  id,
  name: id,
  shape: 'ellipse',
  colour: '#112233',
  ...more,
});

/** A type of relation. */
export const relationType = (id: string, more: Partial<RelationType> = {}): RelationType => ({
  ...stored,
  id,
  name: id,
  directed: true,
  colour: '#445566',
  ...more,
});

/** An edge written as `from type to`, with a status where it is not asserted. */
export function edge(text: string, status: RelationStatus = 'asserted', origins = 1): NetworkEdge {
  const [from = '', type = '', to = ''] = text.split(' ');
  return {
    id: `${from}-${type}-${to}`,
    type,
    typeName: type,
    directed: true,
    from,
    to,
    status,
    evidence: [],
    documents: origins,
    origins,
  };
}

/** Nodes written as `id:type`, and edges between them. */
export function network(nodes: readonly string[], edges: readonly NetworkEdge[]): Network {
  const degree = (id: string) => edges.filter(({ from, to }) => from === id || to === id).length;
  return {
    nodes: nodes.map((text): NetworkNode => {
      const [id = '', type = 'state'] = text.split(':');
      return { id, name: id.toUpperCase(), type, mentions: 1, degree: degree(id) };
    }),
    edges: [...edges],
  };
}

/** Ids in alphabetical order. */
export const ids = (items: Iterable<{ id: string }>): string[] =>
  [...items].map(({ id }) => id).sort();
