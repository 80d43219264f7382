import { z } from 'zod';
import type { KindedRecord, Kind, RecordOf, WindowKind } from '../model/records.ts';

/**
 * Which opening of which case something is about, and the number of the last event about it that was told
 * before or with this. Numbers rise by one: who misses one fetches `case.current` again.
 */
export interface Stamp {
  /** Made anew whenever a case is opened. */
  session: string;
  event: number;
}

/** Everything the window needs to show a case, but for texts and highlights, which come by document. */
export interface CaseSnapshot extends Stamp {
  /** Records of every kind that stays in memory. */
  records: { [K in WindowKind]: RecordOf<K>[] };
  /** Highlights per document id. */
  highlightCounts: Record<string, number>;
  /** Highlights that name an actor, per actor id. */
  mentionCounts: Record<string, number>;
  tagCounts: Record<string, number>;
  history: HistoryState;
  store: StoreState;
  /** View state saved by the window when the case was last open; absent at first. */
  view?: unknown;
  /** What was typed into forms and not taken yet; absent when there is none. */
  drafts?: Drafts;
}

/** Drafts as JSON that only the window understands. */
export const Drafts = z.json().nullable();
export type Drafts = z.infer<typeof Drafts>;

/** What undo and redo would do, in words. */
export interface HistoryState {
  undo?: { n: number; label: string };
  redo?: { n: number; label: string };
}

/** How the store stands. Times are UTC instants. */
export interface StoreState {
  mode: 'writable' | 'read-only' | 'failed';
  /** Last acknowledged journal number and its time. */
  n: number;
  savedAt?: string;
  /** Why the case is read-only or failed, as a sentence. */
  reason?: string;
  /** What opening had to repair, as sentences; empty when nothing. */
  recovery: string[];
  encrypted: boolean;
}

/** One change of the case, sent to every window after it is durable. */
export interface CaseChange {
  n: number;
  at: string;
  op: string;
  label: string;
  put: KindedRecord[];
  remove: {
    kind: Kind;
    id: string;
    /** Document of a removed highlight or region. */
    document?: string;
    /** The first actor of a removed highlight. */
    entity?: string;
  }[];
  /** New counts of the documents and actors that the change touched. */
  highlightCounts: Record<string, number>;
  mentionCounts: Record<string, number>;
  tagCounts: Record<string, number>;
  history: HistoryState;
}
