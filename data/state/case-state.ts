import { AppError } from '../errors.ts';
import type { Highlight } from '../model/highlight.ts';
import {
  residentKinds,
  type Change,
  type Kind,
  type RecordOf,
  type ResidentKind,
} from '../model/records.ts';
import type { WorkingText } from '../text/working-text.ts';
import { say } from '../words/say.ts';
import type { CaseView } from './case-view.ts';
import { History } from './history.ts';
import { ReferenceIndex, type User } from './reference-index.ts';

/** Where the highlights of a case are: all in memory, or loaded document by document. */
export interface HighlightShelf {
  get(id: string): Highlight | undefined;
  has(id: string): boolean;
  /** Document of a highlight that is in the case; for another id anything, also a document. */
  documentOf(id: string): string | undefined;
  of(document: string): Iterable<Highlight>;
  with(reference: { entity: string } | { tag: string }): Iterable<Highlight>;
  /** Number of highlights of a document, without loading it where possible. */
  count(document: string): number;
  apply(before: Highlight | null, after: Highlight | null): void;
}

/** Reads the working text of a document; throws `damaged` when it cannot. */
export type TextReader = (document: RecordOf<'document'>) => WorkingText;

type Tables = { [K in ResidentKind]: Map<string, RecordOf<K>> };

/** The state of one case: tables of records, changed only by applying change sets. */
export class CaseState implements CaseView {
  readonly history: History;
  readonly highlights: HighlightShelf;
  readonly #tables: Tables;
  readonly #late = new Map<ResidentKind, () => Iterable<RecordOf<ResidentKind>>>();
  readonly #readText: TextReader;
  readonly #references = new ReferenceIndex((kind) => this.all(kind));

  constructor(highlights: HighlightShelf, readText: TextReader, history = new History()) {
    this.highlights = highlights;
    this.#readText = readText;
    this.history = history;
    this.#tables = Object.fromEntries(residentKinds.map((kind) => [kind, new Map()])) as Tables;
  }

  /** Records of a kind that are fetched when it is first looked at, once. */
  later<K extends ResidentKind>(kind: K, fetch: () => Iterable<RecordOf<K>>): void {
    this.#late.set(kind, fetch);
  }

  get<K extends Kind>(kind: K, id: string): RecordOf<K> | undefined {
    if (kind === 'highlight') return this.highlights.get(id) as RecordOf<K> | undefined;
    return this.#table(kind).get(id) as RecordOf<K> | undefined;
  }

  all<K extends ResidentKind>(kind: K): Iterable<RecordOf<K>> {
    return this.#table(kind).values() as Iterable<RecordOf<K>>;
  }

  /** Number of records of a kind that stays in memory. */
  size(kind: ResidentKind): number {
    return this.#table(kind).size;
  }

  kindOf(id: string): Kind | undefined {
    const resident = residentKinds.find((kind) => this.#table(kind).has(id));
    return resident ?? (this.highlights.has(id) ? 'highlight' : undefined);
  }

  referring(kind: Kind, id: string): Iterable<User<ResidentKind>> {
    return this.#references.referring(kind, id);
  }

  highlightsOf(document: string): Iterable<Highlight> {
    return this.highlights.of(document);
  }

  highlightsWith(reference: { entity: string } | { tag: string }): Iterable<Highlight> {
    return this.highlights.with(reference);
  }

  text(document: string): WorkingText {
    const record = this.get('document', document);
    if (!record) {
      throw new AppError('unknown-id', say('operations.unknownDocument', { id: document }), {
        id: document,
        kind: 'document',
      });
    }
    return this.textOf(record);
  }

  textOf(document: RecordOf<'document'>): WorkingText {
    return this.#readText(document);
  }

  /** Puts a change set into effect. The caller has made it durable before. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === 'highlight') this.highlights.apply(change.before, change.after);
      else this.put(change.kind, change.id, change.after);
    }
  }

  /** Puts or (with `null`) removes one record that stays in memory. */
  put(kind: ResidentKind, id: string, record: RecordOf<ResidentKind> | null): void {
    const table = this.#table(kind);
    this.#references.put(kind, table.get(id), record);
    if (record) table.set(id, record);
    else table.delete(id);
  }

  #table(kind: ResidentKind): Map<string, RecordOf<ResidentKind>> {
    const table: Map<string, RecordOf<ResidentKind>> = this.#tables[kind];
    const fetch = this.#late.get(kind);
    if (!fetch) return table;
    for (const record of fetch()) table.set(record.id, record);
    this.#late.delete(kind);
    return table;
  }
}
