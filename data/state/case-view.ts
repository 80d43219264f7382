import type { Kind, RecordOf, ResidentKind } from '../model/records.ts';
import type { Highlight } from '../model/highlight.ts';
import type { User } from './reference-index.ts';
import type { WorkingText } from '../text/working-text.ts';

/**
 * How records are read, the same in pure code, in the main process and in the window. Who knows less
 * (the window holds no regions and no highlights) answers as if there were none.
 */
export interface CaseReader {
  /** The record of that kind and id, if there is one. */
  get<K extends Kind>(kind: K, id: string): RecordOf<K> | undefined;
  /** All records of a kind that stays in memory, in the order of their making. */
  all<K extends ResidentKind>(kind: K): Iterable<RecordOf<K>>;
  /**
   * Records that stay in memory and refer to this one, by {@link referencesOf}; highlights are asked for
   * by {@link highlightsOf} and {@link highlightsWith}.
   */
  referring(kind: Kind, id: string): Iterable<User<ResidentKind>>;
}

/** What operations and queries may ask of a case. Nothing here changes anything. */
export interface CaseView extends CaseReader {
  /** Which kind of record has this id, if any. */
  kindOf(id: string): Kind | undefined;
  /** Highlights of one document, in no order. */
  highlightsOf(document: string): Iterable<Highlight>;
  /** Highlights of all documents that name this actor or carry this tag. */
  highlightsWith(reference: { entity: string } | { tag: string }): Iterable<Highlight>;
  /** Working text of a document of the case. Throws `damaged` when its file is gone or altered. */
  text(document: string): WorkingText;
  /** Working text of a document by its record, which may be newer than that of the case; throws likewise. */
  textOf(document: RecordOf<'document'>): WorkingText;
  readonly history: HistoryView;
}

/** What undo and redo can do next. Numbers are journal numbers. */
export interface HistoryView {
  /** The operation that undo would take back, if any. */
  readonly undoable: number | undefined;
  /** The operation that redo would bring back, if any. */
  readonly redoable: number | undefined;
  /** Operations that stand after `n`, newest first: what "undo to here" takes back. */
  after(n: number): readonly number[];
  /** Whether operation `n` stands (was done and is not undone). */
  stands(n: number): boolean;
}
