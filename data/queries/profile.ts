import type { Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { CaseEvent } from '../model/event.ts';
import type { Relation } from '../model/relation.ts';
import type { CaseView } from '../state/case-view.ts';
import { say } from '../words/say.ts';
import { usersOf } from './users-of.ts';

/** Which end of its relations the actor is; `both` for types without direction. */
export type Direction = 'out' | 'in' | 'both';

/** Relations of one actor that read the same way: “has member”, say. */
export interface ProfileRelations {
  /** Id of the relation type. */
  type: string;
  /** The type's words as read from this actor. */
  label: string;
  direction: Direction;
  links: { relation: Relation; other: Pick<Entity, 'id' | 'name'> }[];
}

/** An actor's part in an event. */
export interface ProfileEvent {
  event: CaseEvent;
  /** Its role, if one is told; absent too when it is only the place. */
  role?: string;
  place: boolean;
}

/** Everything the case asserts about one actor. */
export interface Profile {
  entity: Entity;
  typeName: string;
  relations: ProfileRelations[];
  events: ProfileEvent[];
  /** Claims it makes, itself or through others. */
  claims: Claim[];
}

/** Profiles by actor id. */
export interface Profiles {
  of(entity: string): Profile | undefined;
}

/** Cost of each: proportional to what refers to the actor. */
export function profiles(view: CaseView): Profiles {
  return {
    of(id) {
      const entity = view.get('entity', id);
      if (!entity) return undefined;
      return {
        entity,
        typeName: view.get('entityType', entity.type)?.name ?? entity.type,
        relations: grouped(view, id, usersOf(view, 'relation', 'entity', id)),
        events: usersOf(view, 'event', 'entity', id).map((event) => part(event, id)),
        claims: usersOf(view, 'claim', 'entity', id),
      };
    },
  };
}

/** The profile of one actor; undefined when there is none of that id. */
export function profileOf(view: CaseView, entity: string): Profile | undefined {
  return profiles(view).of(entity);
}

function part(event: CaseEvent, entity: string): ProfileEvent {
  const role = event.participants.find((one) => one.entity === entity)?.role;
  return { event, ...(role === undefined ? {} : { role }), place: event.place === entity };
}

function grouped(view: CaseView, entity: string, relations: Relation[]): ProfileRelations[] {
  const groups = new Map<string, ProfileRelations>();
  for (const relation of relations) {
    const reading = readFrom(view, relation, entity);
    const key = `${relation.type} ${reading.direction}`;
    const group = groups.get(key) ?? { type: relation.type, ...reading, links: [] };
    const other = relation.from === entity ? relation.to : relation.from;
    group.links.push({
      relation,
      other: { id: other, name: view.get('entity', other)?.name ?? other },
    });
    groups.set(key, group);
  }
  return [...groups.values()];
}

function readFrom(view: CaseView, relation: Relation, entity: string) {
  const type = view.get('relationType', relation.type);
  const name = type?.name ?? relation.type;
  if (type && !type.directed) return { label: name, direction: 'both' as const };
  if (relation.from === entity) return { label: name, direction: 'out' as const };
  return {
    label: type?.inverse ?? say('network.fromTheOther', { name }),
    direction: 'in' as const,
  };
}
