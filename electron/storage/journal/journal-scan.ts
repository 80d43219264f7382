import type { Head } from '#data/storage/format.ts';
import type { JournalRecord } from '#data/storage/journal-record.ts';
import { History } from '#data/state/history.ts';
import { isUnfinished, type JournalLine, type JournalReader, type Seen } from './journal-reader.ts';

/** What stands in the journal after a snapshot. */
export interface Tail {
  /** Head after the last record that counts. */
  head: Head;
  history: History;
  /** Records that count. */
  records: number;
  /** Lines that do not count, though they are whole or records that do stand after them. */
  bad: JournalLine[];
  /** Lines at the very end that do not count because their save was not finished. */
  torn: JournalLine[];
  /** Numbers of records before which the chain of hashes is broken. */
  broken: number[];
  /** Numbers of records that stand behind a later one; they do not count. */
  misplaced: number[];
  /** The journal ends before the record that the snapshot stands on. */
  cutShort: boolean;
}

/**
 * Walks the journal after `from` without applying anything. Every record whose own hash fits counts,
 * also after a damaged one, because records carry whole records and not differences; but what undo
 * knows begins anew after a gap.
 */
export function scanTail(reader: JournalReader, from: Head, history: History): Tail {
  const tail: Tail = {
    head: from,
    history,
    records: 0,
    bad: [],
    torn: [],
    broken: [],
    misplaced: [],
    cutShort: from.n > 0,
  };
  for (const line of reader.lines(Math.max(1, from.n))) {
    const seen = reader.see(line);
    if (!seen.ok) tail.torn.push(line);
    else if (seen.head.n > tail.head.n) take(tail, seen);
    else if (seen.head.n > from.n) tail.misplaced.push(seen.head.n);
    else passOver(tail, seen, from);
  }
  const [first] = tail.torn;
  if (first && !isUnfinished(first)) tail.bad.push(...tail.torn.splice(0));
  if (tail.cutShort) tail.history = new History();
  return tail;
}

function take(tail: Tail, { head, hash, prev }: Seen & { ok: true }): void {
  if (prev !== tail.head.hash || head.n !== tail.head.n + 1) {
    tail.broken.push(head.n);
    tail.history = new History();
  }
  tail.bad.push(...tail.torn);
  tail.torn = [];
  const taken = head.undoes?.[0];
  if (taken !== undefined && taken !== tail.history.undoable) tail.history = new History();
  else tail.history.record(head);
  tail.head = { n: head.n, at: head.at, hash };
  tail.records++;
  tail.cutShort = false;
}

/** A record that the snapshot holds already. What was bad before it does not matter here. */
function passOver(tail: Tail, seen: Seen & { ok: true }, from: Head): void {
  tail.torn = [];
  if (seen.head.n === from.n && seen.hash === from.hash) tail.cutShort = false;
}

/** Records with their changes, after number `after` up to `upTo`; those that do not count are left out. */
export function* readableRecords(
  reader: JournalReader,
  after: number,
  upTo: number,
): Generator<JournalRecord> {
  let last = after;
  if (upTo <= after) return;
  for (const line of reader.lines(Math.max(1, after))) {
    const seen = reader.see(line);
    if (!seen.ok || seen.head.n <= last) continue;
    if (seen.head.n > upTo) return;
    last = seen.head.n;
    yield reader.recordOf(seen.text);
  }
}
