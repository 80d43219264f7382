import type { Head } from '#data/storage/format.ts';
import type { CaseParts } from './case-parts.ts';
import { HighlightIndex } from './highlight-index.ts';
import { readIndex } from './index-file.ts';
import { readableRecords } from './journal-scan.ts';
import type { ShelfFiles } from './shelf-files.ts';

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
  /** Trust no file. */
  rebuild: boolean;
}

/** The index of a case, at the snapshot or ahead of it: read, caught up, or built anew. */
export function freshIndex(
  parts: CaseParts,
  { uid, base, head, shelves, rebuild }: Wanted,
): HighlightIndex {
  const found = rebuild ? undefined : readIndex(parts.place, uid);
  const isAhead = found && found.seq > head; // another process wrote it since the journal was read
  if (!found || isAhead || found.seq < base.n - NEAR) return built(shelves, base);
  if (found.seq < base.n) catchUp(parts, found, base.n);
  return found;
}

/** Cost: reads every highlight file, about a quarter of a millisecond each. */
function built(shelves: ShelfFiles, base: Head): HighlightIndex {
  const index = new HighlightIndex({ seq: base.n });
  for (const document of shelves.known.keys()) {
    for (const mark of shelves.load(document).highlights) index.follow(null, mark);
  }
  return index;
}

function catchUp(parts: CaseParts, index: HighlightIndex, to: number): void {
  for (const { changes } of readableRecords(parts.reader, index.seq, to)) {
    for (const change of changes) {
      if (change.kind === 'highlight') index.follow(change.before, change.after);
    }
  }
  index.seq = to;
}
