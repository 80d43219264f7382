import type { Kind } from '../model/records.ts';
import type { CaseView } from '../state/case-view.ts';

/** A record that refers to another. */
export interface User {
  kind: Kind;
  id: string;
}

/** Kinds whose records carry evidence. */
export const evidenceKinds = ['relation', 'event', 'claim'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Relations, events and claims that stand on a highlight. Cost: one pass over them. */
export function carriedBy(view: CaseView, highlight: string): { kind: EvidenceKind; id: string }[] {
  return evidenceKinds.flatMap((kind) =>
    [...view.all(kind)]
      .filter((record) => record.evidence.includes(highlight))
      .map(({ id }) => ({ kind, id })),
  );
}

/** Relations, events and claims that name an actor (highlights are asked for separately). */
export function namedIn(view: CaseView, entity: string): User[] {
  const users: User[] = [];
  for (const { id, from, to } of view.all('relation')) {
    if (from === entity || to === entity) users.push({ kind: 'relation', id });
  }
  for (const { id, place, participants } of view.all('event')) {
    if (place === entity || participants.some((one) => one.entity === entity)) {
      users.push({ kind: 'event', id });
    }
  }
  for (const { id, attribution } of view.all('claim')) {
    for (let step = attribution; step; step = step.via) {
      if (step.entity === entity) {
        users.push({ kind: 'claim', id });
        break;
      }
    }
  }
  return users;
}
