import type { Change } from '#data/model/records.ts';
import type { ProblemReport } from '#data/queries/verify.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { Head } from '#data/storage/format.ts';
import type { CaseParts } from '../snapshots/case-parts.ts';
import type { Checking } from './checking.ts';
import { Expectation } from './expectation.ts';
import { isBeingWritten } from '../lock/lock.ts';
import { TimeSlice } from '../disk/time-slice.ts';
import { checkBlobs, checkSnapshots, checkStrays } from './verify-files.ts';
import { checkJournal } from './verify-journal.ts';
import { checkAgainstJournal, checkMeaning } from './verify-records.ts';
import type { WorkOptions } from '../disk/work-options.ts';

/** The case that is checked. */
export interface Checked {
  parts: CaseParts;
  state: CaseState;
  head: Head;
  /** Tells of changes that are made while the check runs; returns how to stop. */
  onCommit: (listener: (committed: { changes: readonly Change[] }) => void) => () => void;
}

/**
 * Checks the case as it is on the disk: hash chain, snapshots, originals, quotes against texts,
 * references, records against the journal. Changes nothing. Rejects only when it is stopped or the
 * disk cannot be read at all.
 */
export async function verifyCase(
  { parts, state, head, onCommit }: Checked,
  options: WorkOptions = {},
): Promise<ProblemReport> {
  const checked = { journal: 0, quotes: 0, references: 0, originals: 0 };
  const report: ProblemReport = { ok: true, checked, problems: [], notes: [] };
  const expectation = new Expectation();
  const stop = onCommit(({ changes }) => expectation.excuse(changes));
  try {
    const records = state.size('entity') + state.size('relation') + state.size('claim');
    const total = head.n + records + 4 * state.size('document') + 1;
    const isWritten = isBeingWritten(parts.disk, parts.paths.lock);
    const checking = { report, expectation, isWritten, ...paced(total, options) };
    options.signal?.throwIfAborted();
    await checkJournal(parts.reader, head, checking);
    await checkSnapshots(parts, checking);
    await checkAgainstJournal(state, checking);
    await checkBlobs(parts, state, checking);
    await checkStrays(parts, state, checking);
    await checkMeaning(state, checking);
    options.progress?.(total, total);
    report.ok = report.problems.length === 0;
    return report;
  } finally {
    stop();
  }
}

/** Counts steps, tells how many are done, and lets others run. */
function paced(
  total: number,
  { progress, signal }: WorkOptions,
): Pick<Checking, 'step' | 'breathe' | 'slice'> {
  const slice = new TimeSlice();
  let done = 0;
  const breathe = async (): Promise<void> => {
    if (!slice.over) return;
    progress?.(done, total);
    await slice.pause();
    signal?.throwIfAborted();
  };
  const step = (): Promise<void> => {
    done = Math.min(done + 1, total);
    return breathe();
  };
  return { step, breathe, slice };
}
