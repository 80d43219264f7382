import type { Attribution } from './claim.ts';
import type { Kind, RecordOf, ResidentKind } from './records.ts';

/** A reference from one record to another: the field it stands in and what it should find. */
export interface Reference {
  field: string;
  kind: Kind;
  id: string;
}

type Finders = { readonly [K in Kind]: (record: RecordOf<K>) => Reference[] };

const to = (kind: Kind, field: string, id: string | undefined): Reference[] =>
  id === undefined ? [] : [{ field, kind, id }];

const toAll = (kind: Kind, field: string, ids: readonly string[]): Reference[] =>
  ids.map((id) => ({ field, kind, id }));

/** Where each kind of record refers to others. A new kind of record does not compile without its line. */
const finders: Finders = {
  case: () => [],
  document: ({ attachedTo }) => to('document', 'attachedTo', attachedTo),
  documentLink: ({ from, to: other }) => [
    ...to('document', 'from', from),
    ...to('document', 'to', other),
  ],
  origin: ({ documents, from }) => [
    ...toAll('document', 'documents', documents),
    ...to('document', 'from', from?.document),
  ],
  region: ({ document }) => to('document', 'document', document),
  highlight: ({ document, tags, entities }) => [
    ...to('document', 'document', document),
    ...toAll('tag', 'tags', tags),
    ...toAll('entity', 'entities', entities),
  ],
  tag: ({ parent }) => to('tag', 'parent', parent),
  entityType: () => [],
  // The types of ends are advice: one that is not in the codebook any more harms nothing.
  relationType: () => [],
  entity: ({ type, aliases }) => [
    ...to('entityType', 'type', type),
    ...aliases.flatMap(({ evidence }) => to('highlight', 'aliases', evidence)),
  ],
  relation: ({ type, from, to: other, evidence }) => [
    ...to('relationType', 'type', type),
    ...to('entity', 'from', from),
    ...to('entity', 'to', other),
    ...toAll('highlight', 'evidence', evidence),
  ],
  event: ({ place, participants, evidence }) => [
    ...to('entity', 'place', place),
    ...participants.flatMap(({ entity }) => to('entity', 'participants', entity)),
    ...toAll('highlight', 'evidence', evidence),
  ],
  claim: ({ attribution, evidence, links }) => [
    ...voices(attribution),
    ...toAll('highlight', 'evidence', evidence),
    ...links.flatMap(({ claim }) => to('claim', 'links', claim)),
  ],
  position: ({ id }) => to('entity', 'id', id.slice(1)),
  report: () => [],
};

/** By kind: which kinds that stay in memory may refer to it. The tests hold it to the finders. */
const referrers: { readonly [K in Kind]: readonly ResidentKind[] } = {
  case: [],
  document: ['document', 'documentLink', 'origin', 'region'],
  documentLink: [],
  origin: [],
  region: [],
  highlight: ['entity', 'relation', 'event', 'claim'],
  tag: ['tag'],
  entityType: ['entity'],
  relationType: ['relation'],
  entity: ['relation', 'event', 'claim', 'position'],
  relation: [],
  event: [],
  claim: ['claim'],
  position: [],
  report: [],
};

/** Kinds that stay in memory and may refer to records of a kind. */
export const referrersOf = (kind: Kind): readonly ResidentKind[] => referrers[kind];

/** All references of a record to other records. */
export function referencesOf<K extends Kind>(kind: K, record: RecordOf<K>): Reference[] {
  return finders[kind](record);
}

function voices(attribution: Attribution | undefined): Reference[] {
  const found: Reference[] = [];
  for (let step = attribution; step; step = step.via) {
    found.push(...to('entity', 'attribution', step.entity));
  }
  return found;
}
