import type { EntityType, Tag } from '#data/model/codebook.ts';
import type { Entity } from '#data/model/entity.ts';
import { tagPath } from '#data/queries/tag-tree.ts';
import { fold } from '#data/text/fold.ts';
import { score } from '../../ui/score.ts';

/** A tag or an actor that the tag bar can give to words. */
export interface Entry {
  kind: 'tag' | 'entity';
  id: string;
  name: string;
  /** Parent tags, or the actor's type. */
  about: string;
  /** Codebook key of a tag. */
  key?: string;
  /** Folded name and other names, the name first. */
  words: readonly string[];
}

const folded = new WeakMap<Entity, readonly string[]>();

/** Names of an actor as they are searched. Kept with the record: 10,000 actors are folded once. */
export function namesOf(entity: Entity): readonly string[] {
  const known = folded.get(entity);
  if (known) return known;
  const names = [entity.name, ...entity.aliases.map(({ name }) => name)].map((name) => fold(name));
  folded.set(entity, names);
  return names;
}

/** All tags and actors, in the order of the codebook and of their making. */
export function catalogue(
  tags: ReadonlyMap<string, Tag>,
  entities: ReadonlyMap<string, Entity>,
  types: ReadonlyMap<string, EntityType>,
): Entry[] {
  const list: Entry[] = [];
  for (const { id, name, key, parent } of tags.values()) {
    const about = parent === undefined ? '' : tagPath(tags, parent).join(' › ');
    const entry = { kind: 'tag' as const, id, name, about, words: [fold(name)] };
    list.push(key === undefined ? entry : { ...entry, key });
  }
  for (const entity of entities.values()) {
    const { id, name, type } = entity;
    const about = types.get(type)?.name ?? type;
    list.push({ kind: 'entity', id, name, about, words: namesOf(entity) });
  }
  return list;
}

/** The entries that answer what was typed, best first. `key`: the codebook key that it means first. */
export function search(
  entries: readonly Entry[],
  query: string,
  limit: number,
  key = fold(query),
): Entry[] {
  const wanted = fold(query);
  const found: { entry: Entry; points: number }[] = [];
  for (const entry of entries) {
    const points = entry.key?.toLowerCase() === key ? 2000 : best(wanted, entry.words);
    if (points > 0) found.push({ entry, points });
  }
  found.sort((a, b) => b.points - a.points || a.entry.name.length - b.entry.name.length);
  return found.slice(0, limit).map(({ entry }) => entry);
}

/** Actors whose name or other name is exactly these words. */
export function namesakes(entries: readonly Entry[], quote: string): Entry[] {
  const wanted = fold(quote);
  return entries.filter(({ kind, words }) => kind === 'entity' && words.includes(wanted));
}

function best(wanted: string, words: readonly string[]): number {
  let points = 0;
  words.forEach((word, i) => {
    points = Math.max(points, score(wanted, word) - (i > 0 ? 20 : 0));
  });
  return points;
}
