import type { Highlight } from '#data/model/highlight.ts';
import { readableRecords } from './journal-scan.ts';
import type { JournalReader } from './journal-reader.ts';

/** A document whose highlights are to be found in the journal. */
export interface LostShelf {
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
export function rebuildShelves(
  reader: JournalReader,
  lost: ReadonlyMap<string, LostShelf>,
): Map<string, Highlight[]> {
  const shelves = new Map<string, Map<string, Highlight>>();
  for (const [document, { highlights }] of lost) {
    shelves.set(document, new Map(highlights.map((mark) => [mark.id, mark])));
  }
  const wanted = [...lost.values()];
  const from = Math.min(...wanted.map(({ seq }) => seq));
  const to = Math.max(...wanted.map(({ upTo }) => upTo));
  for (const { n, changes } of readableRecords(reader, from, to)) {
    const shelfAt = (document: string): Map<string, Highlight> | undefined => {
      const { seq, upTo } = lost.get(document) ?? { seq: 0, upTo: 0 };
      return n > seq && n <= upTo ? shelves.get(document) : undefined;
    };
    for (const { kind, id, before, after } of changes) {
      if (kind !== 'highlight') continue;
      if (before) shelfAt(before.document)?.delete(id);
      if (after) shelfAt(after.document)?.set(id, after);
    }
  }
  return new Map([...shelves].map(([document, marks]) => [document, [...marks.values()]]));
}

/** A highlight file that is ahead, as it was at record `upTo`: what the journal tells since is taken back. */
export function takeBack(
  reader: JournalReader,
  document: string,
  { highlights, seq, upTo }: LostShelf,
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
