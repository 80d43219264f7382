import type { Acknowledgement } from '#data/api/case.ts';
import type { CallInput, CallOutput, CaseCall } from '#data/api/api.ts';
import type {
  CaseChange,
  CaseSnapshot,
  HistoryState,
  StoreState,
} from '#data/api/case-snapshot.ts';
import { strictest, type Marking } from '#data/model/common.ts';
import type { CaseHeader } from '#data/model/case-header.ts';
import type { Highlight } from '#data/model/highlight.ts';
import type { Kind, RecordOf, ResidentKind, WindowKind } from '#data/model/records.ts';
import { asAppError } from '#data/errors.ts';
import type { Request } from '#data/operations/engine.ts';
import { referrersOf } from '#data/model/references-of.ts';
import { IndependentOrigins } from '#data/queries/independent-origins.ts';
import type { CaseReader } from '#data/state/case-view.ts';
import { ReferenceIndex, type User } from '#data/state/reference-index.ts';
import type { Words } from '#data/words/say.ts';
import { desktopAbout } from '../desktop.ts';
import { Counts } from './counts.svelte.ts';
import { regionChange, type RegionChange } from './region-change.ts';

/** Records of one kind by id. Replaced as a whole per change set, never changed in place. */
export type Table<K extends WindowKind> = ReadonlyMap<string, RecordOf<K>>;
type AnyTable = ReadonlyMap<string, RecordOf<WindowKind>>;

/** A table behind a signal of its own. */
class Cell {
  value: AnyTable = $state.raw(new Map());

  constructor(records: readonly RecordOf<WindowKind>[]) {
    this.fill(records);
  }

  fill(records: readonly RecordOf<WindowKind>[]): void {
    this.value = new Map(records.map((record) => [record.id, record]));
  }
}

/** Milliseconds after its answer by which a change is told, if it is told at all. */
const PATIENCE = 2_000;

/** One highlight's change, for the views that show highlights. */
export interface HighlightChange {
  put: Highlight[];
  remove: { id: string; document: string | undefined }[];
}

/**
 * The open case as the window sees it: all tables but highlights, which belong to the documents that
 * are open. It changes only when the desktop says that a change is durable.
 */
export class CaseModel implements CaseReader {
  /** One signal per kind, so that a new highlight does not wake the views of actors. */
  readonly #tables: Readonly<Record<WindowKind, Cell>>;
  #references = new ReferenceIndex((kind) => this.all(kind));
  /** Operations on their way, by what they do. */
  readonly #running = new Map<string, Promise<Acknowledgement>>();
  /** Highlights by document. */
  readonly highlightCounts: Counts;
  /** Highlights by the actors that they name. */
  readonly mentionCounts: Counts;
  /** Highlights that carry a tag itself, not one below it. */
  readonly tagCounts: Counts;
  /** The strictest marking of the case and of every document in it. */
  readonly marking: Marking | undefined = $derived.by(() =>
    strictest([
      this.header.marking,
      ...[...this.table('document').values()].map(({ marking }) => marking),
    ]),
  );
  /** Whose words documents pass on: made anew when links, origins or documents change. */
  readonly independent: IndependentOrigins = $derived.by(() => new IndependentOrigins(this));
  history: HistoryState = $state.raw({});
  store: StoreState = $state.raw({} as StoreState);
  /** The opening of the case that this is a picture of. */
  readonly session: string;
  /** Number of the last event about it that is in here. */
  event: number;
  readonly #listeners = new Set<(change: HighlightChange) => void>();
  readonly #regionListeners = new Set<(change: RegionChange) => void>();
  readonly #renewing = new Set<() => void>();
  /** Who is told that this case is not open any more, or that something was missed. */
  #onLost: (() => void) | undefined;
  /** Number of the last change that was received. */
  #last: number;
  /** Who waits for which journal number; `go` answers false, so that it leaves the list. */
  #waiting: { n: number; go: () => boolean }[] = [];

  /** `onLost`: called when the desktop has to be asked anew how things stand. */
  constructor(snapshot: CaseSnapshot, onLost?: () => void) {
    this.session = snapshot.session;
    this.event = snapshot.event;
    this.#onLost = onLost;
    this.#tables = Object.fromEntries(
      Object.entries(snapshot.records).map(([kind, records]) => [kind, new Cell(records)]),
    ) as Record<WindowKind, Cell>;
    this.highlightCounts = new Counts(snapshot.highlightCounts);
    this.mentionCounts = new Counts(snapshot.mentionCounts);
    this.tagCounts = new Counts(snapshot.tagCounts);
    this.history = snapshot.history;
    this.store = snapshot.store;
    this.#last = snapshot.store.n;
  }

  /** Asks the desktop about this case, and no other that may be open by now. */
  async ask<N extends CaseCall>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    try {
      return await desktopAbout(this.session, name, input);
    } catch (thrown) {
      if (asAppError(thrown).code === 'other-case') this.#onLost?.();
      throw thrown;
    }
  }

  /** Takes a newer picture of the same opening: events in between were missed. */
  renew(snapshot: CaseSnapshot): void {
    this.event = snapshot.event;
    this.#references = new ReferenceIndex((kind) => this.all(kind));
    for (const [kind, records] of Object.entries(snapshot.records)) {
      this.#tables[kind as WindowKind].fill(records);
    }
    this.highlightCounts.fill(snapshot.highlightCounts);
    this.mentionCounts.fill(snapshot.mentionCounts);
    this.tagCounts.fill(snapshot.tagCounts);
    this.history = snapshot.history;
    this.store = snapshot.store;
    this.#reached(snapshot.store.n);
    for (const renewed of this.#renewing) renewed();
  }

  /** Tells whoever keeps something of the case that it must be fetched again; returns how to stop. */
  onRenewed(listener: () => void): () => void {
    this.#renewing.add(listener);
    return () => this.#renewing.delete(listener);
  }

  get header(): CaseHeader {
    const header = this.table('case').get('case');
    if (!header) throw new Error('a case always has its header');
    return header;
  }

  /** All records of a kind; reading it in a derived or effect follows that kind only. */
  table<K extends WindowKind>(kind: K): Table<K> {
    return this.#tables[kind].value as unknown as Table<K>;
  }

  get<K extends Kind>(kind: K, id: string): RecordOf<K> | undefined {
    return this.#cell(kind)?.value.get(id) as RecordOf<K> | undefined;
  }

  all<K extends Kind>(kind: K): Iterable<RecordOf<K>> {
    return (this.#cell(kind)?.value.values() ?? []) as Iterable<RecordOf<K>>;
  }

  /** Reading it in a derived or effect follows the kinds that may refer to such a record. */
  referring(kind: Kind, id: string): Iterable<User<ResidentKind>> {
    for (const from of referrersOf(kind)) void this.#cell(from)?.value;
    return this.#references.referring(kind, id);
  }

  #cell(kind: Kind): Cell | undefined {
    return kind === 'highlight' || kind === 'region' ? undefined : this.#tables[kind];
  }

  /**
   * Runs an operation; resolves when it is durable and this model knows what it changed. The very same
   * once more before that is one press too many and not done twice; undo and redo are.
   */
  async perform(op: string, input: unknown): Promise<Acknowledgement> {
    if (op === 'undo' || op === 'redo' || op === 'batch') return this.#perform(op, input);
    const key = JSON.stringify([op, input]);
    const running = this.#running.get(key) ?? this.#perform(op, input);
    this.#running.set(key, running);
    try {
      return await running;
    } finally {
      this.#running.delete(key);
    }
  }

  async #perform(op: string, input: unknown): Promise<Acknowledgement> {
    const done = await this.ask('case.perform', { op, input: plain(input) });
    await this.received(done.n);
    return done;
  }

  /**
   * Performs several operations as one step of undo; a single one keeps its own name and label.
   * Resolves when they are durable; to undefined when there is nothing to do.
   */
  async performAll(label: Words, steps: readonly Request[]): Promise<Acknowledgement | undefined> {
    const [first, ...others] = steps;
    if (!first) return undefined;
    if (others.length === 0) return this.perform(first.op, first.input);
    return this.perform('batch', { label, operations: [...steps] });
  }

  /** Tells of changed highlights; returns how to stop. */
  onHighlights(listener: (change: HighlightChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells of changed regions; returns how to stop. */
  onRegions(listener: (change: RegionChange) => void): () => void {
    this.#regionListeners.add(listener);
    return () => this.#regionListeners.delete(listener);
  }

  /** Takes durable changes into the tables, in order; each table is copied once. */
  receive(...changes: readonly CaseChange[]): void {
    const last = changes.at(-1);
    if (!last) return;
    const tables = new Map<WindowKind, Map<string, RecordOf<WindowKind>>>();
    for (const change of changes) this.#put(change, tables);
    for (const [kind, table] of tables) this.#tables[kind].value = table;
    for (const { highlightCounts, mentionCounts, tagCounts } of changes) {
      this.highlightCounts.take(highlightCounts);
      this.mentionCounts.take(mentionCounts);
      this.tagCounts.take(tagCounts);
    }
    this.history = last.history;
    this.store = { ...this.store, n: last.n, savedAt: last.at };
    for (const change of changes) {
      this.#tellHighlights(change);
      this.#tellRegions(change);
    }
    this.#reached(last.n);
  }

  #put(change: CaseChange, tables: Map<WindowKind, Map<string, RecordOf<WindowKind>>>): void {
    const copy = (kind: WindowKind) => {
      const table = tables.get(kind) ?? new Map(this.#tables[kind].value);
      tables.set(kind, table);
      return table;
    };
    for (const { kind, record } of change.put) {
      if (kind === 'highlight' || kind === 'region') continue;
      const table = copy(kind);
      this.#references.put(kind, table.get(record.id), record);
      table.set(record.id, record);
    }
    for (const { kind, id } of change.remove) {
      if (kind === 'highlight' || kind === 'region') continue;
      const table = copy(kind);
      this.#references.put(kind, table.get(id), null);
      table.delete(id);
    }
  }

  #tellRegions(change: CaseChange): void {
    const told = regionChange(change);
    if (told) for (const listen of this.#regionListeners) listen(told);
  }

  #tellHighlights(change: CaseChange): void {
    const put = change.put.flatMap(({ kind, record }) => (kind === 'highlight' ? [record] : []));
    const remove = change.remove.filter(({ kind }) => kind === 'highlight');
    if (put.length + remove.length === 0) return;
    const gone = remove.map(({ id, document }) => ({ id, document }));
    for (const listen of this.#listeners) listen({ put, remove: gone });
  }

  #reached(n: number): void {
    this.#last = n;
    this.#waiting = this.#waiting.filter((one) => one.n > n || one.go());
  }

  /**
   * Waits for the broadcast of a journal number: it may come after the answer to the one who asked. One
   * that does not come was missed.
   */
  received(n: number): Promise<void> {
    if (this.#last >= n) return Promise.resolve();
    return new Promise((resolve) => {
      const missed = setTimeout(() => this.#onLost?.(), PATIENCE);
      const go = () => {
        clearTimeout(missed);
        resolve();
        return false;
      };
      this.#waiting.push({ n, go });
    });
  }
}

/** As it travels: without the proxies of Svelte. Five times as fast as `$state.snapshot` for thousands of steps. */
const plain = (input: unknown): unknown => JSON.parse(JSON.stringify(input));
