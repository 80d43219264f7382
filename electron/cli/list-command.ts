import type { HistoryEntry } from '#data/api/case.ts';
import { asAnswer } from '#data/model/highlight.ts';
import type { Kind, RecordOf } from '#data/model/records.ts';
import { say } from '#data/words/say.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { wrongUse } from './wrong-use.ts';
import type { Work } from './command.ts';
import { listable, type Listable } from './listable.ts';
import { withCase } from './with-case.ts';

/** Entries of the journal that are read at a time. */
const PAGE = 1000;

/** `list`: the records of one kind as one JSON array, or a line each. */
export const listCommand: Work = (invocation) => {
  const what = invocation.words[1] ?? '';
  if (!isListable(what)) {
    throw wrongUse(say('command.notListable', { what, kinds: Object.keys(listable).join(', ') }));
  }
  return withCase(invocation, 'read', async (store) => {
    const { json, out } = invocation;
    const kind = listable[what];
    if (json) await out.array(kind === 'journal' ? entries(store) : answers(store, kind));
    else for (const line of lines(store, kind)) await out.line(line);
    return 0;
  });
};

const isListable = (word: string): word is Listable => Object.hasOwn(listable, word);

/** As they are stored, but for what cases of format 1 had: the first actor of a highlight. */
function* answers(store: CaseStore, kind: Kind): Generator<object> {
  for (const record of records(store, kind)) {
    yield 'entities' in record ? asAnswer(record) : record;
  }
}

function* records<K extends Kind>({ state }: CaseStore, kind: K): Generator<RecordOf<K>> {
  if (kind !== 'highlight') {
    yield* state.all(kind) as Iterable<RecordOf<K>>;
    return;
  }
  for (const { id } of state.all('document')) {
    const marks = [...state.highlightsOf(id)].sort((one, other) => one.start - other.start);
    yield* marks as unknown as RecordOf<K>[];
  }
}

/** The journal from its beginning. */
function* entries(store: CaseStore): Generator<HistoryEntry> {
  for (let done = 0; done < store.head.n; done += PAGE) {
    const next = Math.min(done + PAGE, store.head.n);
    yield* store.history(next - done, next + 1).reverse();
  }
}

function* lines(store: CaseStore, kind: Kind | 'journal'): Generator<string> {
  if (kind === 'journal') {
    for (const { n, at, by, op, label } of entries(store)) yield row(n, at, by, op, label);
    return;
  }
  const texts: { [K in Kind]?: (record: RecordOf<K>) => unknown[] } = textsFor(store);
  const text = texts[kind] as (record: RecordOf<Kind>) => unknown[];
  for (const record of records(store, kind)) yield row(record.id, ...text(record));
}

/** What stands in the line of a record after its id. */
function textsFor({ state }: CaseStore): { [K in Kind]: (record: RecordOf<K>) => unknown[] } {
  const name = (id: string | undefined) => (id ? (state.get('entity', id)?.name ?? id) : '');
  const verb = (id: string) => state.get('relationType', id)?.name ?? id;
  return {
    case: ({ title }) => [title],
    document: ({ title, state: read, source }) => [read, source.origin, title],
    documentLink: ({ from, type, to, state: verdict }) => [from, type, to, verdict],
    origin: ({ name: words, documents, state: verdict }) => [words, documents.length, verdict],
    region: ({ document, start, end, kind, origin }) => [document, `${start}-${end}`, kind, origin],
    highlight: ({ document, start, end, quote }) => [document, `${start}-${end}`, quote],
    tag: ({ name: words, parent }) => [parent ?? '', words],
    entityType: ({ name: words }) => [words],
    relationType: ({ name: words }) => [words],
    entity: ({ type, name: words }) => [type, words],
    relation: ({ from, type, to, status }) => [name(from), verb(type), name(to), status],
    event: ({ date, type, title, place }) => [date ?? '', type, title ?? '', name(place)],
    claim: ({ credibility, text }) => [credibility ?? '', text],
    position: ({ x, y }) => [x, y],
    report: ({ title }) => [title],
  };
}

const row = (...cells: unknown[]): string =>
  cells.map((cell) => String(cell).replace(/[\t\n\r]+/g, ' ')).join('\t');
