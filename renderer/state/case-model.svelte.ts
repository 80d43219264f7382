import type {
  Acknowledgement,
  CaseChange,
  CaseSnapshot,
  HistoryState,
  StoreState,
} from '#data/api.ts';
import type { CaseHeader } from '#data/model/case-header.ts';
import type { Highlight } from '#data/model/highlight.ts';
import type { RecordOf, ResidentKind } from '#data/model/records.ts';
import { desktop } from '../desktop.ts';

/** Records of one kind by id. Replaced as a whole per change set, never changed in place. */
export type Table<K extends ResidentKind> = ReadonlyMap<string, RecordOf<K>>;
type AnyTable = ReadonlyMap<string, RecordOf<ResidentKind>>;

/** A table behind a signal of its own. */
class Cell {
  value: AnyTable = $state.raw(new Map());

  constructor(records: readonly RecordOf<ResidentKind>[]) {
    this.value = new Map(records.map((record) => [record.id, record]));
  }
}

/** One highlight's change, for the views that show highlights. */
export interface HighlightChange {
  put: Highlight[];
  remove: { id: string; document: string | undefined }[];
}

/**
 * The open case as the window sees it: all tables but highlights, which belong to the documents that
 * are open. It changes only when the desktop says that a change is durable.
 */
export class CaseModel {
  /** One signal per kind, so that a new highlight does not wake the views of actors. */
  readonly #tables: Readonly<Record<ResidentKind, Cell>>;
  highlightCounts: Readonly<Record<string, number>> = $state.raw({});
  mentionCounts: Readonly<Record<string, number>> = $state.raw({});
  history: HistoryState = $state.raw({});
  store: StoreState = $state.raw({} as StoreState);
  readonly #listeners = new Set<(change: HighlightChange) => void>();
  /** Number of the last change that was received. */
  #last: number;
  /** Who waits for which journal number; `go` answers false, so that it leaves the list. */
  #waiting: { n: number; go: () => boolean }[] = [];

  constructor(snapshot: CaseSnapshot) {
    this.#tables = Object.fromEntries(
      Object.entries(snapshot.records).map(([kind, records]) => [kind, new Cell(records)]),
    ) as Record<ResidentKind, Cell>;
    this.highlightCounts = snapshot.highlightCounts;
    this.mentionCounts = snapshot.mentionCounts;
    this.history = snapshot.history;
    this.store = snapshot.store;
    this.#last = snapshot.store.n;
  }

  get header(): CaseHeader {
    const header = this.table('case').get('case');
    if (!header) throw new Error('a case always has its header');
    return header;
  }

  /** All records of a kind; reading it in a derived or effect follows that kind only. */
  table<K extends ResidentKind>(kind: K): Table<K> {
    return this.#tables[kind].value as unknown as Table<K>;
  }

  /** Runs an operation; resolves when it is durable and this model knows what it changed. */
  async perform(op: string, input: Record<string, unknown>): Promise<Acknowledgement> {
    const done = await desktop('case.perform', { op, input: $state.snapshot(input) });
    await this.#received(done.n);
    return done;
  }

  /**
   * Performs several operations as one step of undo; a single one keeps its own name and label.
   * Resolves when they are durable; to undefined when there is nothing to do.
   */
  async performAll(
    label: string,
    steps: readonly { op: string; input: Record<string, unknown> }[],
  ): Promise<Acknowledgement | undefined> {
    const [first, ...others] = steps;
    if (!first) return undefined;
    if (others.length === 0) return this.perform(first.op, first.input);
    return this.perform('batch', { label: label.slice(0, 500), operations: [...steps] });
  }

  /** Tells of changed highlights; returns how to stop. */
  onHighlights(listener: (change: HighlightChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes a durable change into the tables. */
  receive(change: CaseChange): void {
    const touched = new Map<ResidentKind, Map<string, RecordOf<ResidentKind>>>();
    const copy = (kind: ResidentKind) => {
      const next = touched.get(kind) ?? new Map(this.#tables[kind].value);
      touched.set(kind, next);
      return next;
    };
    const marks: HighlightChange = { put: [], remove: [] };
    for (const { kind, record } of change.put) {
      if (kind === 'highlight') marks.put.push(record);
      else copy(kind).set(record.id, record);
    }
    for (const { kind, id, document } of change.remove) {
      if (kind === 'highlight') marks.remove.push({ id, document });
      else copy(kind).delete(id);
    }
    for (const [kind, table] of touched) this.#tables[kind].value = table;
    this.highlightCounts = merged(this.highlightCounts, change.highlightCounts);
    this.mentionCounts = merged(this.mentionCounts, change.mentionCounts);
    this.history = change.history;
    this.store = { ...this.store, n: change.n, savedAt: change.at };
    this.#last = change.n;
    if (marks.put.length + marks.remove.length) for (const listen of this.#listeners) listen(marks);
    this.#waiting = this.#waiting.filter(({ n, go }) => n > change.n || go());
  }

  /** Waits for the broadcast of a journal number: it may come after the answer to the one who asked. */
  #received(n: number): Promise<void> {
    if (this.#last >= n) return Promise.resolve();
    return new Promise((resolve) => {
      const go = () => {
        resolve();
        return false;
      };
      this.#waiting.push({ n, go });
    });
  }
}

/** The counts with some of them replaced; the same object when none is, so that nothing wakes. */
function merged(
  counts: Readonly<Record<string, number>>,
  changed: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  return Object.keys(changed).length ? { ...counts, ...changed } : counts;
}
