import type { Attribution, Claim } from '#data/model/claim.ts';
import type { Alias, Entity } from '#data/model/entity.ts';
import type { CaseEvent } from '#data/model/event.ts';
import type { Highlight } from '#data/model/highlight.ts';
import type { Relation } from '#data/model/relation.ts';
import type { Request } from '#data/operations/engine.ts';

/** What a merge has to know of the case. */
export interface Mergeable {
  relations: Iterable<Relation>;
  events: Iterable<CaseEvent>;
  claims: Iterable<Claim>;
  /** The highlights that name one of the actors that go. */
  highlights: readonly Pick<Highlight, 'id' | 'entities'>[];
}

/**
 * Requests that make several actors one: everything said of the others is said of `keep` afterwards, and
 * their names become its other names. Relations between them go; of relations that become the same,
 * one stays with the evidence of all.
 */
export function mergeSteps(keep: Entity, others: readonly Entity[], of: Mergeable): Request[] {
  const gone = new Set(others.map(({ id }) => id));
  const now = (id: string): string => (gone.has(id) ? keep.id : id);
  return [
    ...of.highlights.map(({ id, entities }) => ({
      op: 'highlight.update',
      input: { id, entities: [...new Set(entities.map(now))] },
    })),
    ...relationSteps([...of.relations], now),
    ...eventSteps(of.events, gone, now),
    ...claimSteps(of.claims, gone, now),
    { op: 'entity.update', input: { id: keep.id, ...joined(keep, others) } },
    ...others.map(({ id }) => ({ op: 'entity.remove', input: { id } })),
  ];
}

function relationSteps(relations: readonly Relation[], now: (id: string) => string): Request[] {
  const groups = new Map<string, Relation[]>();
  const steps: Request[] = [];
  for (const relation of relations) {
    const { id, type, period = '', status, from, to } = relation;
    if (from !== to && now(from) === now(to)) {
      steps.push({ op: 'relation.remove', input: { id } });
      continue;
    }
    const key = [type, now(from), now(to), period, status].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), relation]);
  }
  for (const group of groups.values()) steps.push(...oneOf(group, now));
  return steps;
}

/** Makes relations one that say the same after the merge; alone and untouched ones stay as they are. */
function oneOf(group: readonly Relation[], now: (id: string) => string): Request[] {
  const [first, ...rest] = group;
  const isTouched = group.some(({ from, to }) => now(from) !== from || now(to) !== to);
  if (!first || !isTouched) return [];
  const evidence = [...new Set(group.flatMap((one) => one.evidence))];
  const ends = { from: now(first.from), to: now(first.to) };
  return [
    ...rest.map(({ id }) => ({ op: 'relation.remove', input: { id } })),
    { op: 'relation.update', input: { id: first.id, ...ends, evidence } },
  ];
}

function eventSteps(
  events: Iterable<CaseEvent>,
  gone: ReadonlySet<string>,
  now: (id: string) => string,
): Request[] {
  return [...events].flatMap(({ id, participants, place }) => {
    const isThere = participants.some(({ entity }) => gone.has(entity));
    const isPlace = place !== undefined && gone.has(place);
    if (!isThere && !isPlace) return [];
    const parts = new Map<string, CaseEvent['participants'][number]>();
    for (const part of participants) {
      const entity = now(part.entity);
      if (!parts.has(entity)) parts.set(entity, { ...part, entity });
    }
    const input = { id, participants: [...parts.values()], ...(isPlace && { place: now(place) }) };
    return [{ op: 'event.update', input }];
  });
}

function claimSteps(
  claims: Iterable<Claim>,
  gone: ReadonlySet<string>,
  now: (id: string) => string,
): Request[] {
  const names = (one: Attribution | undefined): boolean =>
    one !== undefined && ((one.entity !== undefined && gone.has(one.entity)) || names(one.via));
  const renamed = ({ entity, via, ...rest }: Attribution): Attribution => ({
    ...rest,
    ...(entity !== undefined && { entity: now(entity) }),
    ...(via && { via: renamed(via) }),
  });
  return [...claims].flatMap(({ id, attribution }) =>
    attribution && names(attribution)
      ? [{ op: 'claim.update', input: { id, attribution: renamed(attribution) } }]
      : [],
  );
}

/** Names, attributes and notes of all in one; what `keep` says itself wins. */
function joined(keep: Entity, others: readonly Entity[]) {
  const aliases = new Map<string, Alias>(keep.aliases.map((alias) => [alias.name, alias]));
  for (const { name, aliases: more } of others) {
    for (const alias of [{ name }, ...more]) {
      if (alias.name !== keep.name && !aliases.has(alias.name)) aliases.set(alias.name, alias);
    }
  }
  const all = [keep, ...others];
  const attributes = Object.assign(
    {},
    ...all.map((one) => one.attributes ?? {}).toReversed(),
  ) as Record<string, string>;
  const note = all.flatMap((one) => one.note ?? []).join('\n\n');
  return {
    aliases: [...aliases.values()],
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(note !== '' && { note }),
  };
}
