import { AppError } from '../errors.ts';
import type { Kind } from '../model/records.ts';
import type { CaseView } from '../state/case-view.ts';
import type { User } from '../state/reference-index.ts';
import { say } from '../words/say.ts';

/** Users that are named in the message, and those that are told to a program. */
const NAMED = 3;
const TOLD = 20;
/** Letters of a long text that are enough to know it again. */
const LETTERS = 60;

/** Throws `in-use` when other records refer to this one; they are named as the analyst knows them. */
export function needUnused(view: CaseView, kind: Kind, id: string, by: readonly User[]): void {
  const users = [...new Map(by.map((user) => [user.id, user])).values()];
  if (users.length === 0) return;
  const named = users.slice(0, NAMED).map((user) => wordsOf(view, user));
  const rest = users.length - named.length;
  throw new AppError(
    'in-use',
    say('operations.inUse', {
      record: wordsOf(view, { kind, id }),
      users: named.join(', '),
      rest,
      count: users.length,
      cascade: kind === 'entity' || kind === 'highlight' ? 'yes' : 'no',
    }),
    { id, by: users.slice(0, TOLD), count: users.length },
  );
}

/** `actor “China”`: what a record is and how it is called. */
function wordsOf(view: CaseView, { kind, id }: User): string {
  const name = nameOf(view, kind, id);
  const letters = [...name].slice(0, LETTERS).join('');
  const shown = letters === name ? name : `${letters.trim()}…`;
  return say('operations.record', { kind, name: shown });
}

function nameOf(view: CaseView, kind: Kind, id: string): string {
  const actor = (entity: string): string => view.get('entity', entity)?.name ?? entity;
  switch (kind) {
    case 'relation': {
      const relation = view.get('relation', id);
      if (!relation) return id;
      const type = view.get('relationType', relation.type)?.name ?? relation.type;
      return `${actor(relation.from)} ${type} ${actor(relation.to)}`;
    }
    case 'event': {
      const event = view.get('event', id);
      return event?.title ?? event?.type ?? id;
    }
    case 'claim':
      return view.get('claim', id)?.text ?? id;
    case 'highlight':
      return view.get('highlight', id)?.quote ?? id;
    case 'document':
    case 'report':
      return view.get(kind, id)?.title ?? id;
    case 'entity':
    case 'tag':
    case 'entityType':
    case 'relationType':
      return view.get(kind, id)?.name ?? id;
    case 'origin':
      return view.get('origin', id)?.name ?? id;
    case 'case':
    case 'documentLink':
    case 'region':
    case 'position':
      return id;
  }
}
