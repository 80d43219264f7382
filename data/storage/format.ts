import type { RecordOf, ResidentKind } from '../model/records.ts';
import type { Highlight } from '../model/highlight.ts';
import type { HistorySnapshot } from '../state/history.ts';

/** Version of the layout of a case on disk. Raised with a numbered migration, never otherwise. */
export const FORMAT = 4;

/** The end of the journal: number, time and hash of its last record. */
export interface Head {
  n: number;
  at: string;
  hash: string;
}

/** The head of a journal without records. */
export const GENESIS: Head = { n: 0, at: '', hash: '0'.repeat(64) };

/** Per document with a highlight file: the journal number that the file has at least reached. */
export type Shelves = Record<string, number>;

/** Highlights per document id, per id of the actor they name, per id of a tag they carry. */
export interface CountsFile {
  highlights: Record<string, number>;
  mentions: Record<string, number>;
  /** Absent in cases of earlier versions: counted anew when such a case opens. */
  tags?: Record<string, number>;
}

/** `case.json`: everything that stays in memory, as it was after journal record `head.n`. */
export interface CaseFile {
  format: number;
  uid: string;
  head: Head;
  history: HistorySnapshot;
  shelves: Shelves;
  counts: CountsFile;
  /** A kind that came later than the file is absent: it has no records. */
  records: { [K in ResidentKind]?: RecordOf<K>[] };
}

/** `documents/<id>.json`: the highlights of one document as they were after journal record `seq`. */
export interface HighlightFile {
  format: number;
  id: string;
  seq: number;
  highlights: Highlight[];
}
