import type { Highlight } from '#data/model/highlight.ts';
import type { JournalRecord } from '#data/storage/journal-record.ts';
import type { JournalReader } from '../journal/journal-reader.ts';
import { readableRecords } from '../journal/journal-scan.ts';
import type { TimeSlice } from '../disk/time-slice.ts';

/** A document whose highlights are to be found in the journal. */
export interface LostHighlights {
  /** Highlights of an older file, and the journal number that it had reached; none and 0 without one. */
  highlights: readonly Highlight[];
  seq: number;
  /** Journal number up to which the highlights are wanted. */
  upTo: number;
}

/**
 * Replays what the journal says about some documents. Cost: one reading of the journal from the oldest
 * file on, however many documents there are.
 */
export function rebuildHighlights(
  reader: JournalReader,
  lost: ReadonlyMap<string, LostHighlights>,
): Map<string, Highlight[]> {
  const replay = new ShelfReplay(lost);
  for (const record of replay.records(reader)) replay.take(record);
  return replay.shelves();
}

/** The same in slices. */
export async function rebuildHighlightsInSlices(
  reader: JournalReader,
  lost: ReadonlyMap<string, LostHighlights>,
  slice: TimeSlice,
): Promise<Map<string, Highlight[]>> {
  const replay = new ShelfReplay(lost);
  for (const record of replay.records(reader)) {
    replay.take(record);
    if (slice.over) await slice.pause();
  }
  return replay.shelves();
}

/** Highlights of some documents on their way through the journal. */
class ShelfReplay {
  readonly #lost: ReadonlyMap<string, LostHighlights>;
  readonly #shelves = new Map<string, Map<string, Highlight>>();

  constructor(lost: ReadonlyMap<string, LostHighlights>) {
    this.#lost = lost;
    for (const [document, { highlights }] of lost) {
      this.#shelves.set(document, new Map(highlights.map((mark) => [mark.id, mark])));
    }
  }

  /** Records of the journal that may matter. */
  records(reader: JournalReader): Iterable<JournalRecord> {
    const wanted = [...this.#lost.values()];
    const from = wanted.reduce((least, { seq }) => Math.min(least, seq), Infinity);
    const to = wanted.reduce((most, { upTo }) => Math.max(most, upTo), 0);
    return readableRecords(reader, from, to);
  }

  take({ n, changes }: JournalRecord): void {
    const shelfAt = (document: string): Map<string, Highlight> | undefined => {
      const { seq, upTo } = this.#lost.get(document) ?? { seq: 0, upTo: 0 };
      return n > seq && n <= upTo ? this.#shelves.get(document) : undefined;
    };
    for (const { kind, id, before, after } of changes) {
      if (kind !== 'highlight') continue;
      if (before) shelfAt(before.document)?.delete(id);
      if (after) shelfAt(after.document)?.set(id, after);
    }
  }

  shelves(): Map<string, Highlight[]> {
    return new Map([...this.#shelves].map(([document, marks]) => [document, [...marks.values()]]));
  }
}

/** A highlight file that is ahead, as it was at record `upTo`: what the journal tells since is taken back. */
export function takeBack(
  reader: JournalReader,
  document: string,
  { highlights, seq, upTo }: LostHighlights,
): Highlight[] {
  const marks = new Map(highlights.map((mark) => [mark.id, mark]));
  for (const { changes } of [...readableRecords(reader, upTo, seq)].reverse()) {
    for (const { kind, before, after } of changes.toReversed()) {
      if (kind !== 'highlight') continue;
      if (after?.document === document) marks.delete(after.id);
      if (before?.document === document) marks.set(before.id, before);
    }
  }
  return [...marks.values()];
}
