import type { Highlight } from '../model/highlight.ts';
import {
  kinds,
  type Change,
  type Kind,
  type RecordOf,
  type ResidentKind,
} from '../model/records.ts';
import type { WorkingText } from '../text/working-text.ts';
import type { CaseView, HistoryView } from './case-view.ts';
import { refers } from './memory-highlights.ts';
import { referencesOf, referrersOf } from '../model/references-of.ts';
import type { User } from './reference-index.ts';

type Key = `${Kind}/${string}`;

/**
 * A case as it would be after some changes that are not yet durable. A batch runs each of its
 * operations on the overlay of those before it. Cost: proportional to the changes, not to the case.
 */
export class OverlayView implements CaseView {
  readonly #base: CaseView;
  readonly #changed = new Map<Key, Change>();

  constructor(base: CaseView) {
    this.#base = base;
  }

  get history(): HistoryView {
    return this.#base.history;
  }

  /** Lays further changes on top; two changes of one record become one. */
  add(changes: readonly Change[]): void {
    for (const change of changes) {
      const key: Key = `${change.kind}/${change.id}`;
      const earlier = this.#changed.get(key);
      const before = earlier ? earlier.before : change.before;
      this.#changed.set(key, { ...change, before } as Change);
    }
  }

  /** All changes so far, one per record; those that came to nothing are left out. */
  changes(): Change[] {
    return [...this.#changed.values()].filter((change) => change.before ?? change.after);
  }

  get<K extends Kind>(kind: K, id: string): RecordOf<K> | undefined {
    const change = this.#changed.get(`${kind}/${id}`);
    if (!change) return this.#base.get(kind, id);
    return (change.after as RecordOf<K> | null) ?? undefined;
  }

  kindOf(id: string): Kind | undefined {
    const below = this.#base.kindOf(id);
    const here = kinds.find((kind) => this.#changed.get(`${kind}/${id}`)?.after);
    if (here) return here;
    return below && this.#changed.has(`${below}/${id}`) ? undefined : below;
  }

  *all<K extends ResidentKind>(kind: K): Iterable<RecordOf<K>> {
    for (const record of this.#base.all(kind)) {
      const now = this.get(kind, record.id);
      if (now) yield now;
    }
    for (const change of this.#changed.values()) {
      if (change.kind === kind && !change.before && change.after) yield change.after as RecordOf<K>;
    }
  }

  *referring(kind: Kind, id: string): Iterable<User<ResidentKind>> {
    for (const user of this.#base.referring(kind, id)) {
      if (!this.#changed.has(`${user.kind}/${user.id}`)) yield user;
    }
    const refersTo = <K extends Kind>(from: K, record: RecordOf<K>): boolean =>
      referencesOf(from, record).some((one) => one.kind === kind && one.id === id);
    for (const from of referrersOf(kind)) {
      for (const record of this.#after(from)) {
        if (refersTo(from, record)) yield { kind: from, id: record.id };
      }
    }
  }

  *highlightsOf(document: string): Iterable<Highlight> {
    yield* this.#unchanged(this.#base.highlightsOf(document));
    for (const mark of this.#after('highlight')) if (mark.document === document) yield mark;
  }

  *highlightsWith(reference: { entity: string } | { tag: string }): Iterable<Highlight> {
    yield* this.#unchanged(this.#base.highlightsWith(reference));
    for (const mark of this.#after('highlight')) if (refers(mark, reference)) yield mark;
  }

  /** A document that the changes add, or give another text, has that of its own record. */
  text(document: string): WorkingText {
    const record = this.get('document', document);
    return record ? this.textOf(record) : this.#base.text(document);
  }

  textOf(document: RecordOf<'document'>): WorkingText {
    return this.#base.textOf(document);
  }

  *#unchanged(highlights: Iterable<Highlight>): Iterable<Highlight> {
    for (const mark of highlights) if (!this.#changed.has(`highlight/${mark.id}`)) yield mark;
  }

  *#after<K extends Kind>(kind: K): Iterable<RecordOf<K>> {
    for (const change of this.#changed.values()) {
      if (change.kind === kind && change.after) yield change.after as RecordOf<K>;
    }
  }
}
