import { basename } from 'node:path';
import type { HighlightShelf } from '#data/state/case-state.ts';
import type { Highlight } from '#data/model/highlight.ts';
import type { Head, ShelfFile, Shelves } from '#data/storage/format.ts';
import type { CaseParts } from './case-parts.ts';
import { newestWhole } from './generations.ts';
import { inspect } from './journal-scan.ts';
import type { JournalReader } from './journal-reader.ts';
import type { JournalRecord } from '#data/storage/journal-record.ts';
import type { RecoveryReport } from './recovery-report.ts';

/** What loading came to: per document the journal number its highlights are at. */
export interface Loaded {
  seqs: Map<string, number>;
  /** Documents whose file was not whole. */
  rebuilt: string[];
}

/** Puts the highlights of all documents on the shelf. */
export function loadShelves(
  parts: CaseParts,
  report: RecoveryReport,
  shelves: Shelves,
  base: Head,
  onto: HighlightShelf,
): Loaded {
  const loaded: Loaded = { seqs: new Map(), rebuilt: [] };
  for (const [id, [seq]] of Object.entries(shelves)) {
    const { file, damaged } = loadShelf(parts, report, id, seq, base.n);
    for (const mark of file.highlights) onto.apply(null, mark);
    loaded.seqs.set(id, file.seq);
    if (damaged) loaded.rebuilt.push(id);
  }
  return loaded;
}

/**
 * The highlights of one document at least as new as journal number `seq`, which `case.json` asks for.
 * A damaged, missing or older file is made good from the generation before and the journal up to
 * number `upTo`, and this is told in the report.
 */
export function loadShelf(
  { place, paths, reader }: CaseParts,
  report: RecoveryReport,
  id: string,
  seq: number,
  upTo: number,
): { file: ShelfFile; damaged: boolean } {
  const path = paths.shelf(id);
  const { data, lost } = newestWhole<ShelfFile>(place, path, report);
  if (data && data.seq >= seq) {
    if (lost)
      report.say(`The highlights in ${basename(path)} were taken from the snapshot before.`);
    return { file: data, damaged: lost };
  }
  const file = rebuild(reader, id, data, upTo);
  report.say(
    `The highlights in ${basename(path)} were missing, damaged or too old; ` +
      `${file.highlights.length} were rebuilt from the journal.`,
  );
  return { file, damaged: true };
}

/** Replays what the journal says about one document. Cost: reads the journal from `base` on. */
function rebuild(
  reader: JournalReader,
  id: string,
  base: ShelfFile | undefined,
  upTo: number,
): ShelfFile {
  const marks = new Map<string, Highlight>(base?.highlights.map((mark) => [mark.id, mark]));
  for (const line of reader.lines((base?.seq ?? 0) + 1)) {
    const seen = inspect(reader, line);
    if (!seen.ok || seen.head.n <= (base?.seq ?? 0) || seen.head.n > upTo) continue;
    const { changes } = JSON.parse(reader.open(line)) as JournalRecord;
    for (const change of changes) {
      if (change.kind !== 'highlight') continue;
      if ((change.after ?? change.before)?.document !== id) continue;
      if (change.after) marks.set(change.id, change.after);
      else marks.delete(change.id);
    }
  }
  return { format: base?.format ?? 1, id, seq: upTo, highlights: [...marks.values()] };
}
