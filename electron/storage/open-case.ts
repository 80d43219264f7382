import { basename } from 'node:path';
import { AppError } from '#data/errors.ts';
import { residentKinds } from '#data/model/records.ts';
import { CaseState } from '#data/state/case-state.ts';
import { History } from '#data/state/history.ts';
import { MemoryHighlights } from '#data/state/memory-highlights.ts';
import { FORMAT, GENESIS, type CaseFile, type Head, type Shelves } from '#data/storage/format.ts';
import type { JournalRecord } from '#data/storage/journal-record.ts';
import type { CaseParts } from './case-parts.ts';
import { Counts } from './counts.ts';
import { newestWhole } from './generations.ts';
import { inspect, scanTail, type Tail } from './journal-scan.ts';
import type { JournalReader } from './journal-reader.ts';
import type { RecoveryReport } from './recovery-report.ts';
import { loadShelves } from './shelves.ts';

/** A case as opening found it. */
export interface Opened {
  state: CaseState;
  counts: Counts;
  head: Head;
  /** Head of the snapshot that opening began with. */
  base: Head;
  shelves: Shelves;
  /** What stood in the journal behind the snapshot; absent in a new case. */
  tail?: Tail;
  /** Documents whose highlight files are behind the state. */
  stale: string[];
  /** Something was lost, missing or damaged: write whole snapshots soon. */
  damaged: boolean;
}

/** The state of a case before its first record. */
export function blankCase({ blobs }: CaseParts): Opened {
  const state = new CaseState(new MemoryHighlights(), (document) => blobs.text(document));
  const head = GENESIS;
  return { state, counts: new Counts(), head, base: head, shelves: {}, stale: [], damaged: false };
}

/**
 * Brings a case to the state after its last acknowledged change: newest whole snapshots, then the
 * journal behind them. Nothing is written except copies of damaged bytes. `anyFormat`: read a newer
 * format as far as it can be read. Throws `newer-format`, `damaged` when there is neither a snapshot nor a journal to start from, or what the disk throws.
 */
export function openCase(
  parts: CaseParts,
  report: RecoveryReport,
  anyFormat: boolean,
): Opened & { tail: Tail } {
  const { place, paths, reader, blobs } = parts;
  const { data, lost } = newestWhole<CaseFile>(place, paths.caseFile, report);
  if (data && data.format > FORMAT && !anyFormat) throw newerFormat(data.format);
  const base = data?.head ?? GENESIS;
  const history = data ? History.from(data.history) : new History();
  const tail = scanTail(reader, base, history);
  const highlights = new MemoryHighlights();
  const state = new CaseState(highlights, (document) => blobs.text(document), tail.history);
  for (const kind of residentKinds) {
    for (const record of data?.records[kind] ?? []) state.put(kind, record.id, record);
  }
  const shelves = loadShelves(parts, report, data?.shelves ?? {}, base, highlights);
  const stale = new Set(shelves.rebuilt);
  for (const record of recordsAfter(reader, base.n, tail)) {
    for (const id of applyTail(state, shelves.seqs, record)) stale.add(id);
  }
  if (!state.get('case', 'case')) throw nothingLeft(paths.folder);
  if (lost) report.say(caseFileLost(base.n, tail.records));
  return {
    state,
    counts: countsOf(highlights, state),
    head: tail.head,
    base,
    shelves: data?.shelves ?? {},
    tail,
    stale: [...stale],
    damaged: lost || shelves.rebuilt.length > 0 || tail.bad.length > 0 || tail.cutShort,
  };
}

/** Records that count, with their changes, after number `n`. */
export function* recordsAfter(
  reader: JournalReader,
  n: number,
  tail: { head: Head },
): Generator<JournalRecord> {
  let last = n;
  if (tail.head.n <= n) return;
  for (const line of reader.lines(n + 1)) {
    const seen = inspect(reader, line);
    if (!seen.ok || seen.head.n <= last) continue;
    last = seen.head.n;
    yield JSON.parse(reader.open(line)) as JournalRecord;
  }
}

/**
 * A highlight file may be ahead of `case.json`: what it holds already is not applied again. Returns
 * the documents whose highlights changed.
 */
function applyTail(
  state: CaseState,
  seqs: ReadonlyMap<string, number>,
  { n, changes }: JournalRecord,
): string[] {
  const touched: string[] = [];
  const due = changes.filter((change) => {
    if (change.kind !== 'highlight') return true;
    const document = (change.after ?? change.before)?.document ?? '';
    if (n <= (seqs.get(document) ?? 0)) return false;
    touched.push(document);
    return true;
  });
  state.apply(due);
  return touched;
}

function countsOf(highlights: MemoryHighlights, state: CaseState): Counts {
  const counts = new Counts();
  for (const { id } of state.all('document')) {
    for (const mark of highlights.of(id)) counts.move(null, mark);
  }
  return counts;
}

function caseFileLost(n: number, records: number): string {
  return n > 0
    ? `case.json was missing or damaged. The snapshot before it and ${records} records of the journal gave everything back.`
    : `No snapshot could be used. The case was rebuilt from ${records} records of the journal.`;
}

function newerFormat(format: number): AppError {
  return new AppError(
    'newer-format',
    `This case was written by a newer version of the program (format ${format}, this one knows ${FORMAT}). ` +
      'Nothing was changed; update the program, or open the case for reading only.',
    { format, known: FORMAT },
  );
}

function nothingLeft(folder: string): AppError {
  return new AppError(
    'damaged',
    `Nothing of the case “${basename(folder)}” can be read: neither a snapshot nor the journal. ` +
      'Its files were not changed; restore a backup.',
  );
}
