import { Low } from 'lowdb';
import { residentKinds, type RecordOf, type ResidentKind } from '#data/model/records.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { CaseFile, Head, HighlightFile } from '#data/storage/format.ts';
import type { CaseParts } from '../snapshots/case-parts.ts';
import type { Counts } from '../snapshots/counts.ts';
import type { HighlightCache } from '../highlights/highlight-cache.ts';
import type { DerivedStore } from '../derived/derived-store.ts';
import { highlightFile, type HighlightFiles } from '../highlights/highlight-files.ts';
import { SnapshotAdapter } from '../snapshots/snapshot-adapter.ts';

/** Documents written between two syncs of the folder. */
const BATCH = 64;

/** `case.json` to be written: tables as maps, which are copied and written faster than objects. */
type CaseSnapshot = Omit<CaseFile, 'counts' | 'shelves'> & {
  counts: ReturnType<Counts['copy']>;
  shelves: ReadonlyMap<string, number>;
};

/** What snapshots are made of. */
export interface SnapshotSources {
  parts: CaseParts;
  state: CaseState;
  counts: Counts;
  highlights: HighlightCache;
  /** What is computed from the case and kept beside it. */
  derived: readonly DerivedStore[];
  shelves: HighlightFiles;
}

/**
 * Writes what changed as snapshots, beside edits and in slices: highlight files first, `case.json`
 * after them, so that whatever it counts on is on the disk before it, what is derived last. `head` tells the
 * last durable record at any moment: a highlight file is written as it is then, and may be ahead.
 * Returns the head that the snapshots stand for. Throws what the disk throws; what was not written
 * stays dirty.
 */
export async function writeSnapshots(sources: SnapshotSources, head: () => Head): Promise<Head> {
  const { parts, highlights, shelves } = sources;
  const from = head();
  const file = capture(sources, from);
  const documents = [...new Set([...highlights.dirty, ...shelves.rebuilt])];
  parts.disk.makeFolder(parts.paths.documents);
  for (let at = 0; at < documents.length; at += BATCH) {
    await writeShelves(sources, documents.slice(at, at + BATCH), head);
  }
  const adapter = new SnapshotAdapter<CaseSnapshot>(parts.place, parts.paths.caseFile);
  await published([adapter], async () => {
    await new Low(adapter, { ...file, shelves: new Map(shelves.known) }).write();
  });
  await keepDerived(sources, head().n);
  return from;
}

/** Writes what is derived, as it is after record `n`. */
export async function keepDerived({ state, derived }: SnapshotSources, n: number): Promise<void> {
  for (const store of derived) await store.keep(uidOf(state), n);
}

/** Lists of records, which are never altered: the case as it is now, whatever is edited meanwhile. */
function capture(
  { parts, state, counts }: SnapshotSources,
  head: Head,
): Omit<CaseSnapshot, 'shelves'> {
  const records = Object.fromEntries(
    residentKinds.map((kind): [ResidentKind, RecordOf<ResidentKind>[]] => [
      kind,
      [...state.all(kind)],
    ]),
  ) as CaseFile['records'];
  const uid = uidOf(state);
  const history = state.history.snapshot();
  return { format: parts.plan.current, uid, head, history, counts: counts.copy(), records };
}

const uidOf = (state: CaseState): string => state.get('case', 'case')?.uid ?? '';

async function writeShelves(
  { parts, highlights, shelves }: SnapshotSources,
  documents: readonly string[],
  head: () => Head,
): Promise<void> {
  const adapters: SnapshotAdapter<HighlightFile>[] = [];
  const dones: (() => void)[] = [];
  await published(adapters, async () => {
    for (const id of documents) {
      const { n: seq } = head();
      const captured = highlights.capture(id);
      const file = highlightFile(parts.plan.current, id, seq, captured.highlights);
      const adapter = new SnapshotAdapter<HighlightFile>(
        parts.place,
        parts.paths.highlightFile(id),
      );
      adapters.push(adapter);
      await new Low(adapter, file).write();
      dones.push(() => {
        shelves.note(id, seq);
        captured.written();
      });
    }
  });
  for (const done of dones) done();
}

/** Writes some files of one folder and publishes them; when that fails, nothing unfinished is left. */
async function published(
  adapters: readonly SnapshotAdapter<object>[],
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
    for (const adapter of adapters) await adapter.publish();
    await adapters[0]?.settle();
  } catch (error) {
    for (const adapter of adapters) await adapter.discard();
    throw error;
  }
}
