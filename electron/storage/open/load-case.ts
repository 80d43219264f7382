import { basename } from 'node:path';
import { AppError } from '#data/errors.ts';
import { residentKinds } from '#data/model/records.ts';
import { CaseState } from '#data/state/case-state.ts';
import { History } from '#data/state/history.ts';
import { GENESIS, type CaseFile, type Head } from '#data/storage/format.ts';
import { say } from '#data/words/say.ts';
import type { CaseParts } from '../snapshots/case-parts.ts';
import type { SnapshotSources } from '../checkpoint/checkpoint.ts';
import { Counts, raise } from '../snapshots/counts.ts';
import { formatOf } from '../snapshots/format-of.ts';
import { HighlightCache } from '../highlights/highlight-cache.ts';
import { newestWhole } from '../snapshots/generations.ts';
import { bringUp } from '../derived/derived-store.ts';
import { HighlightIndexStore } from '../highlights/highlight-index-store.ts';
import { readIndex } from '../highlights/index-file.ts';
import { readableRecords, scanTail, type Tail } from '../journal/journal-scan.ts';
import type { RecoveryReport } from '../files/recovery-report.ts';
import { HighlightFiles } from '../highlights/highlight-files.ts';
import { TimeSlice } from '../disk/time-slice.ts';
import { recordsOf } from '../snapshots/upgraded-records.ts';

/** A case as opening found it: what its snapshots are made of, and where its journal stands. */
export interface LoadedCase extends SnapshotSources {
  head: Head;
  /** Head of the snapshot that opening began with. */
  base: Head;
  /** What stood in the journal behind the snapshot. */
  tail: Tail;
  /** Something was lost, missing or damaged: write whole snapshots soon. */
  damaged: boolean;
}

/** How far opening goes. */
export interface HowToLoad {
  /** Read a newer format as far as it can be read. */
  anyFormat: boolean;
  /** What is derived is brought up by the opener, or made good for the first who asks. */
  isLater: boolean;
}

/** A case before its first record. */
export function blankCase(parts: CaseParts, report: RecoveryReport): SnapshotSources {
  const shelves = new HighlightFiles(parts, report, {});
  const nothing = { uid: '', base: GENESIS, head: 0, shelves };
  const index = new HighlightIndexStore(parts, nothing, undefined);
  return assemble(parts, undefined, new History(), index, shelves);
}

/**
 * Brings a case to the state after its last acknowledged change: newest whole snapshots, then the
 * journal behind them. Highlights stay on the disk until they are asked for. What takes long after
 * damage (index and highlights from the journal) is done in slices. Nothing is written except copies of
 * damaged bytes. Throws `newer-format`, `damaged` when there is neither a snapshot nor a journal, or what
 * the disk throws.
 */
export async function loadCase(
  parts: CaseParts,
  report: RecoveryReport,
  { anyFormat, isLater }: HowToLoad,
): Promise<LoadedCase> {
  const { current } = parts.plan;
  const format = formatOf(parts) ?? current;
  if (format > current && !anyFormat) throw newerFormat(format, current);
  const reading = parts.codec.encrypted ? undefined : readIndex(parts.place);
  await new TimeSlice().pause(); // so that its hash begins in its thread beside what follows
  const { data, lost } = newestWhole<CaseFile>(parts.place, parts.paths.caseFile, report);
  const base = data?.head ?? GENESIS;
  const history = data ? History.from(data.history) : new History();
  const tail = scanTail(parts.reader, base, history);
  const damaged = lost || tail.bad.length > 0 || tail.cutShort;
  const shelves = new HighlightFiles(parts, report, data?.shelves ?? {});
  const { n: head } = tail.head;
  shelves.readAsOf(head);
  const found = damaged ? undefined : await reading;
  const wanted = { uid: data?.uid ?? '', base, head, shelves };
  const index = new HighlightIndexStore(parts, wanted, found);
  if (index.state === 'missing') await shelves.rebuildMissing(new TimeSlice());
  if (!isLater && !parts.codec.encrypted) await bringUp(index);
  const sources = assemble(parts, data, tail.history, index, shelves);
  await replay(sources, base, tail.head);
  if (!sources.counts.tags) await countTags(sources);
  if (!sources.state.get('case', 'case')) throw nothingLeft(parts.paths.folder);
  if (lost) report.say(caseFileLost(base.n, tail.records));
  const behind = damaged || shelves.rebuilt.length > 0;
  return { ...sources, head: tail.head, base, tail, damaged: behind };
}

function assemble(
  parts: CaseParts,
  data: CaseFile | undefined,
  history: History,
  index: HighlightIndexStore,
  shelves: HighlightFiles,
): SnapshotSources {
  const counts = new Counts(data?.counts);
  const source = {
    load: (document: string) => shelves.load(document),
    count: (document: string) => counts.highlights.get(document) ?? 0,
  };
  const highlights = new HighlightCache(source, index);
  const state = new CaseState(highlights, (document) => parts.blobs.text(document), history);
  if (data) {
    for (const kind of residentKinds) {
      state.later(kind, () => recordsOf(parts.upgrade, data, kind));
    }
  }
  return { parts, state, counts, highlights, derived: [index], shelves };
}

/**
 * Applies the journal after the snapshot. Highlight files and index may be ahead of it (a crash
 * between two files of a checkpoint): files take the same changes again, the index is left alone.
 */
async function replay(
  { parts, state, counts, highlights, derived }: SnapshotSources,
  base: Head,
  head: Head,
): Promise<void> {
  const slice = new TimeSlice();
  for (const { n, changes } of readableRecords(parts.reader, base.n, head.n)) {
    counts.apply(changes);
    for (const change of changes) {
      if (change.kind !== 'highlight') state.put(change.kind, change.id, change.after);
      else highlights.apply(change.before, change.after);
    }
    for (const store of derived) store.follow(changes, n);
    if (slice.over) await slice.pause();
  }
}

/** Counts the tags of a case that was written before they were kept: once, and in slices. */
async function countTags({ state, counts }: SnapshotSources): Promise<void> {
  const tags = new Map<string, number>();
  const slice = new TimeSlice();
  for (const document of counts.highlights.keys()) {
    for (const mark of state.highlightsOf(document))
      for (const tag of mark.tags) raise(tags, tag, 1);
    if (slice.over) await slice.pause();
  }
  counts.setTags(tags);
}

function caseFileLost(n: number, records: number): string {
  return n > 0
    ? say('repairs.caseFileBefore', { records })
    : say('repairs.caseFileLost', { records });
}

function newerFormat(format: number, known: number): AppError {
  return new AppError('newer-format', say('store.newerFormat', { format, known }), {
    format,
    known,
  });
}

function nothingLeft(folder: string): AppError {
  return new AppError('damaged', say('store.nothingLeft', { folder: basename(folder) }));
}
