import type { RelationType } from '#data/model/codebook.ts';
import type { Relation } from '#data/model/relation.ts';
import { say } from '#data/words/say.ts';

/** Relations of one actor that read the same way: “has member”, say. */
export interface RelationGroup {
  key: string;
  /** The type's words as read from this actor. */
  label: string;
  links: { relation: Relation; other: string }[];
}

/**
 * Groups an actor's relations by type and direction, in the order of the codebook, and sorts each
 * group by the other actor's name. Cost: one pass over all relations.
 */
export function relationGroups(
  actor: string,
  relations: Iterable<Relation>,
  types: ReadonlyMap<string, RelationType>,
  nameOf: (id: string) => string,
): RelationGroup[] {
  const groups = new Map<string, RelationGroup>();
  for (const relation of relations) {
    if (relation.from !== actor && relation.to !== actor) continue;
    const label = readFrom(relation, actor, types.get(relation.type));
    const key = `${relation.type} ${label}`;
    const group = groups.get(key) ?? { key, label, links: [] };
    group.links.push({ relation, other: relation.from === actor ? relation.to : relation.from });
    groups.set(key, group);
  }
  const order = [...types.keys()];
  const place = ({ links }: RelationGroup) => order.indexOf(links[0]?.relation.type ?? '');
  for (const { links } of groups.values()) {
    links.sort((a, b) => nameOf(a.other).localeCompare(nameOf(b.other)));
  }
  return [...groups.values()].sort((a, b) => place(a) - place(b));
}

/** The words of a relation as read from one of its ends. */
export function readFrom(
  relation: Relation,
  actor: string,
  type: RelationType | undefined,
): string {
  const name = type?.name ?? relation.type;
  if (type?.directed === false || relation.from === actor) return name;
  return type?.inverse ?? say('network.fromTheOther', { name });
}
