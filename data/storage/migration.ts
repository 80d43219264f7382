import type { Kind, KindedRecord } from '../model/records.ts';

/** A record as it stands in a file: of whatever format, so nothing is known of its members. */
export type PlainRecord = Readonly<Record<string, unknown>>;

/** What a step has to know of the case beside a record. Asked for only where a record is of an older form. */
export interface CaseFacts {
  /** Author of the operation that made a record, as the journal has it. */
  authorOf(id: string): string;
  /** The stored JSON of a document's working text; undefined when it cannot be read. */
  textOf(document: PlainRecord): PlainRecord | undefined;
}

/**
 * One step from a format to the next. It is applied to every record that is read, from snapshots and
 * from the journal (whose lines are never rewritten, because their hashes form the audit trail). So
 * it must leave records alone that are in the new form already.
 */
export interface Migration {
  /** The format that it leads to; steps are numbered without gaps. */
  to: number;
  upgrade(kind: Kind, record: PlainRecord, facts: CaseFacts): PlainRecord;
  /**
   * Records of other kinds that a record of the older form stands for beside itself: they come and go
   * with it. None for one in the new form. `makes` says which kinds those are.
   */
  beside?(kind: Kind, record: PlainRecord, facts: CaseFacts): KindedRecord[];
  makes?: readonly Kind[];
}
