import type { EntityType, RelationType } from '#data/model/codebook.ts';
import { RelationStatus } from '#data/model/relation.ts';
import type { Network, NetworkEdge, NetworkNode } from '#data/queries/network.ts';
import type { NetworkFilter } from './filter.ts';

/** One line of the legend. */
export interface LegendEntry<T> {
  id: string;
  label: string;
  /** How many are on screen now. */
  count: number;
  /** Switched off by the filter; shown so that it can be switched on again. */
  off: boolean;
  /** What to draw beside it; absent when the codebook does not know it (any more). */
  type?: T;
}

/** What the marks on screen mean: only what is there, and what the legend itself switched off. */
export interface Legend {
  actors: LegendEntry<EntityType>[];
  relations: LegendEntry<RelationType>[];
  statuses: LegendEntry<RelationStatus>[];
}

/** What a status looks like, in words. */
export const statusLabels: Readonly<Record<RelationStatus, string>> = {
  asserted: 'asserted',
  planned: 'planned',
  disputed: 'disputed',
  denied: 'denied (grey)',
  ended: 'ended (grey)',
};

/** Builds the legend of what is visible. */
export function legendOf(
  visible: { nodes: readonly NetworkNode[]; edges: readonly NetworkEdge[] },
  whole: Network,
  filter: NetworkFilter,
  entityTypes: ReadonlyMap<string, EntityType>,
  relationTypes: ReadonlyMap<string, RelationType>,
): Legend {
  const inCase = {
    types: tally(whole.nodes, ({ type }) => type),
    relations: tally(whole.edges, ({ type }) => type),
    statuses: tally(whole.edges, ({ status }) => status),
  };
  const entity = tally(visible.nodes, ({ type }) => type);
  const relation = tally(visible.edges, ({ type }) => type);
  const status = tally(visible.edges, (edge) => edge.status);
  return {
    actors: entries(entity, inCase.types, filter.types, entityTypes, plural),
    relations: entries(relation, inCase.relations, filter.relations, relationTypes, named),
    statuses: RelationStatus.options
      .map((id) => ({
        id,
        label: statusLabels[id],
        count: status.get(id) ?? 0,
        off: filter.statuses.has(id) && inCase.statuses.has(id),
        type: id,
      }))
      .filter(({ count, off }) => count > 0 || off),
  };
}

const plural = (type: EntityType) => type.plural ?? type.name;
const named = (type: RelationType) => type.name;

function entries<T>(
  shown: ReadonlyMap<string, number>,
  inCase: ReadonlyMap<string, number>,
  off: ReadonlySet<string>,
  codebook: ReadonlyMap<string, T>,
  label: (type: T) => string,
): LegendEntry<T>[] {
  const known = [...codebook.keys()];
  const ids = [...known, ...[...inCase.keys()].filter((id) => !codebook.has(id))];
  return ids
    .map((id) => {
      const type = codebook.get(id);
      return {
        id,
        label: type ? label(type) : id,
        count: shown.get(id) ?? 0,
        off: off.has(id) && inCase.has(id),
        ...(type ? { type } : {}),
      };
    })
    .filter(({ count, off: hidden }) => count > 0 || hidden);
}

function tally<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
