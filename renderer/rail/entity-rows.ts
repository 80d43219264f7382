import type { EntityType } from '#data/model/codebook.ts';
import type { Entity } from '#data/model/entity.ts';
import { byName, matches } from './order.ts';

/** A line of the list of actors: the name of a type, or an actor of it. */
export type EntityRow =
  | { id: string; kind: 'type'; type: EntityType; size: number; isOpen: boolean }
  | { id: string; kind: 'entity'; entity: Entity; type: EntityType };

export type EntitySort = 'name' | 'mentions';

/** Actors by type, in the order of the codebook; types without any are left out, closed ones show only their name. */
export function entityRows(
  entities: Iterable<Entity>,
  types: Iterable<EntityType>,
  mentions: (id: string) => number,
  { query, sort, closed }: { query: string; sort: EntitySort; closed: ReadonlySet<string> },
): EntityRow[] {
  const byType = new Map<string, Entity[]>();
  for (const entity of entities) {
    const { name, aliases, type } = entity;
    if (!matches(query, name, ...aliases.map((alias) => alias.name))) continue;
    const members = byType.get(type);
    if (members) members.push(entity);
    else byType.set(type, [entity]);
  }
  const many = ({ id }: Entity) => mentions(id);
  return [...types].flatMap((type): EntityRow[] => {
    const members = byType.get(type.id);
    if (!members) return [];
    const isOpen = query !== '' || !closed.has(type.id);
    const order = (a: Entity, b: Entity) =>
      (sort === 'mentions' ? many(b) - many(a) : 0) || byName(a.name, b.name);
    const rows = members
      .sort(order)
      .map((entity): EntityRow => ({ id: entity.id, kind: 'entity', entity, type }));
    const head: EntityRow = { id: `:${type.id}`, kind: 'type', type, size: members.length, isOpen };
    return isOpen ? [head, ...rows] : [head];
  });
}
