import type { Head } from '#data/storage/format.ts';
import type { CaseParts } from './case-parts.ts';
import { HighlightIndex } from './highlight-index.ts';
import type { FoundIndex } from './index-file.ts';
import { readableRecords } from './journal-scan.ts';
import type { ShelfFiles } from './shelf-files.ts';
import { TimeSlice } from './time-slice.ts';

/** Records that are read after an older index; farther behind it is built anew. */
const NEAR = 5000;

/** Which index is wanted. */
interface Wanted {
  uid: string;
  /** The snapshot it must not be behind. */
  base: Head;
  /** Number of the last record of the journal, which it must not be ahead of. */
  head: number;
  shelves: ShelfFiles;
}

/**
 * The index of a case, at the snapshot or ahead of it: what was found, caught up, or built anew, in
 * slices. What is good as it was found is made usable only when it is asked for.
 */
export async function freshIndex(
  parts: CaseParts,
  found: FoundIndex | undefined,
  { uid, base, head, shelves }: Wanted,
): Promise<() => HighlightIndex> {
  const isOurs = found?.uid === uid && found.seq <= head; // else another process wrote it meanwhile
  if (!found || !isOurs || found.seq < base.n - NEAR) return made(await built(shelves, base));
  if (found.seq < base.n) return made(await caughtUp(parts, found.make(), base.n));
  return found.make;
}

const made = (index: HighlightIndex) => () => index;

/** Cost: reads every highlight file, about a tenth of a millisecond each. */
async function built(shelves: ShelfFiles, base: Head): Promise<HighlightIndex> {
  const slice = new TimeSlice();
  await slice.pause(); // reading the snapshot before was one step already
  const index = new HighlightIndex({ seq: base.n });
  await shelves.rebuildMissing(slice);
  for (const document of shelves.known.keys()) {
    for (const mark of shelves.load(document).highlights) index.follow(null, mark);
    if (slice.over) await slice.pause();
  }
  return index;
}

async function caughtUp(
  parts: CaseParts,
  index: HighlightIndex,
  to: number,
): Promise<HighlightIndex> {
  const slice = new TimeSlice();
  for (const { changes } of readableRecords(parts.reader, index.seq, to)) {
    for (const change of changes) {
      if (change.kind === 'highlight') index.follow(change.before, change.after);
    }
    if (slice.over) await slice.pause();
  }
  index.seq = to;
  return index;
}
