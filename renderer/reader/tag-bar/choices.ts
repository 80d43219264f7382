import { otherName } from '#data/queries/also-called.ts';
import { fold } from '#data/text/fold.ts';
import { say } from '#data/words/say.ts';
import { namesakes, search, type Entry } from './catalogue.ts';

/** What can be made of selected words beside tagging them. */
export const actions = [
  {
    id: 'event',
    key: 'e',
    word: say('reader.event'),
    name: say('reader.new-event'),
    command: 'reader.newEvent',
  },
  {
    id: 'claim',
    key: 'c',
    word: say('reader.claim'),
    name: say('reader.new-claim'),
    command: 'reader.newClaim',
  },
  {
    id: 'note',
    key: 'n',
    word: say('reader.note'),
    name: say('reader.note'),
    command: 'reader.note',
  },
  {
    id: 'translation',
    key: '=',
    word: say('translations.word'),
    name: say('translations.translate'),
    command: 'reader.translate',
  },
  {
    id: 'all',
    key: 'a',
    word: say('reader.all'),
    name: say('reader.all-other-occurrences'),
    command: 'reader.tagAll',
  },
  {
    id: 'relation',
    key: 'r',
    word: say('reader.relation'),
    name: say('reader.start-a-relation'),
    command: 'reader.startRelation',
  },
] as const;
export type ActionId = (typeof actions)[number]['id'];

/** One line of the tag bar. `digit` is the key that takes it while nothing is typed. */
export type Choice = { digit?: number } &
  /** `also`: the selected words, when the actor is not called that yet. */
  (
    | { kind: 'entry'; entry: Entry; given: boolean; also?: string }
    | { kind: 'action'; id: ActionId; name: string }
    | { kind: 'new-entity'; name: string }
    | { kind: 'new-tag'; name: string }
  );

/** What the bar knows when it makes its lines. */
export interface ChoiceContext {
  entries: readonly Entry[];
  /** Keys (`tag:<id>`, `entity:<id>`) on the digits. */
  recent: readonly (string | undefined)[];
  query: string;
  /** The key that wrote the last letter of it, as it stands on a Latin keyboard. */
  key?: string;
  /** The selected words. */
  quote: string;
  /** Keys of what these words carry already. */
  given: ReadonlySet<string>;
  /** Whether only actors are wanted: the ends of a relation. */
  actorsOnly: boolean;
}

const MOST = 9;

/**
 * The lines of the tag bar. Nothing typed: the actor with exactly these words for a name, then the
 * recent ones on their digits. A single letter: the action or tag with that key first, then whatever
 * the letter finds. More: what was typed is looked for in names and other names. So letters always
 * filter, and a key and Enter are still two keystrokes.
 */
export function choices(context: ChoiceContext): Choice[] {
  const { query, actorsOnly } = context;
  const entries = actorsOnly
    ? context.entries.filter(({ kind }) => kind === 'entity')
    : context.entries;
  if (query.trim() === '') return unasked({ ...context, entries });
  const wanted = fold(query);
  const letter = keyOfQuery(wanted, context.key);
  const action = actorsOnly ? undefined : actions.find(({ key }) => key === letter);
  const found = search(entries, query, MOST, letter).map((entry) => line(entry, context));
  const named = found.some((one) => one.kind === 'entry' && one.entry.words.includes(wanted));
  return [
    ...(action ? [{ kind: 'action' as const, id: action.id, name: action.name }] : []),
    ...found,
    ...(named || wanted.length < 2 ? [] : makers(query.trim(), actorsOnly)),
  ];
}

/** A single letter of another script means the key that wrote it. */
function keyOfQuery(wanted: string, pressed = ''): string {
  const isForeign = /^[^\u0020-\u007e]$/u.test(wanted) && /^[!-~]$/.test(pressed);
  return isForeign ? pressed.toLowerCase() : wanted;
}

function unasked(context: ChoiceContext): Choice[] {
  const { entries, recent, quote } = context;
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const same = namesakes(entries, quote).slice(0, 3);
  const slots = recent.flatMap((key, i): Choice[] => {
    const entry = key === undefined ? undefined : byKey.get(key);
    return entry ? [{ ...line(entry, context), digit: i + 1 }] : [];
  });
  const digits = new Map(slots.map((one) => [one.kind === 'entry' ? one.entry : one, one]));
  const first = same.map((entry) => digits.get(entry) ?? line(entry, context));
  return [...first, ...slots.filter((one) => !first.includes(one))];
}

function line(entry: Entry, { given, quote }: Pick<ChoiceContext, 'given' | 'quote'>): Choice {
  const also = entry.kind === 'entity' ? otherName(entry.words, quote) : undefined;
  const known = { kind: 'entry' as const, entry, given: given.has(keyOf(entry)) };
  return also === undefined ? known : { ...known, also };
}

function makers(name: string, actorsOnly: boolean): Choice[] {
  const actor: Choice = { kind: 'new-entity', name };
  return actorsOnly ? [actor] : [actor, { kind: 'new-tag', name }];
}

/** Name of an entry among the recent ones. */
export function keyOf({ kind, id }: Pick<Entry, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}
