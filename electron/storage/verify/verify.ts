import type { ProblemReport } from '#data/queries/verify.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { Head } from '#data/storage/format.ts';
import type { CaseParts } from '../snapshots/case-parts.ts';
import type { Expectation } from './expectation.ts';
import { isBeingWritten } from '../lock/lock.ts';
import { TimeSlice } from '../disk/time-slice.ts';
import { checkBlobs, checkSnapshots, checkStrays } from './verify-files.ts';
import { checkJournal } from './verify-journal.ts';
import { checkAgainstJournal, checkMeaning } from './verify-records.ts';
import type { WorkOptions } from '../disk/work-options.ts';

/** What every check gets: where to report, what the journal leads to expect, and when to pause. */
export interface Checking {
  report: ProblemReport;
  expectation: Expectation;
  /** Whether somebody is writing to the case now: then the last line of the journal may be half there. */
  isWritten: boolean;
  /** Counts one step and lets others run when they have waited long enough. */
  step: () => Promise<void>;
  /** Lets others run when they have waited long enough. */
  breathe: () => Promise<void>;
  /** What both of them measure, for work that pauses by itself. */
  slice: TimeSlice;
}

/** The case that is checked. */
export interface Checked {
  parts: CaseParts;
  state: CaseState;
  head: Head;
  /** Told by the caller of changes made while the check runs. */
  expectation: Expectation;
}

/**
 * Checks the case as it is on the disk: hash chain, snapshots, originals, quotes against texts,
 * references, records against the journal. Changes nothing. Rejects only when it is stopped or the
 * disk cannot be read at all.
 */
export async function verifyCase(
  { parts, state, head, expectation }: Checked,
  { progress, signal }: WorkOptions = {},
): Promise<ProblemReport> {
  const checked = { journal: 0, quotes: 0, references: 0, originals: 0 };
  const report: ProblemReport = { ok: true, checked, problems: [], notes: [] };
  const records = state.size('entity') + state.size('relation') + state.size('claim');
  const total = head.n + records + 4 * state.size('document') + 1;
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
  const isWritten = isBeingWritten(parts.disk, parts.paths.lock);
  const checking = { report, expectation, isWritten, step, breathe, slice };
  signal?.throwIfAborted();
  await checkJournal(parts.reader, head, checking);
  await checkSnapshots(parts, checking);
  await checkAgainstJournal(state, checking);
  await checkBlobs(parts, state, checking);
  await checkStrays(parts, state, checking);
  await checkMeaning(state, checking);
  progress?.(total, total);
  report.ok = report.problems.length === 0;
  return report;
}
