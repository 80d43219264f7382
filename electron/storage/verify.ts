import type { ProblemReport } from '#data/queries/verify.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { Head } from '#data/storage/format.ts';
import type { CaseParts } from './case-parts.ts';
import { checkJournal } from './verify-journal.ts';
import { checkOriginals, checkQuotes, checkSnapshots } from './verify-files.ts';
import { checkReferences } from '#data/storage/check-references.ts';
import { TimeSlice } from './time-slice.ts';

/** How a check is watched and stopped. */
export interface VerifyOptions {
  /** Told now and then how much of the work is done. */
  progress?(done: number, total: number): void;
  /** Stops the check; it then rejects with the reason of the signal. */
  signal?: AbortSignal;
}

/** What every check gets: where to count and to report, and when to let others run. */
export interface Checking {
  report: ProblemReport;
  /** Counts one step and pauses when others have waited long enough. */
  step(): Promise<void>;
}

/**
 * Checks the case as it is on the disk: hash chain, snapshots, originals, quotes against texts,
 * references. Changes nothing. Rejects only when it is stopped or the disk cannot be read at all.
 */
export async function verifyCase(
  parts: CaseParts,
  state: CaseState,
  head: Head,
  { progress, signal }: VerifyOptions = {},
): Promise<ProblemReport> {
  const checked = { journal: 0, quotes: 0, references: 0, originals: 0 };
  const report: ProblemReport = { ok: true, checked, problems: [] };
  const total = head.n + 4 * state.size('document') + 1;
  const slice = new TimeSlice();
  let done = 0;
  const step = async (): Promise<void> => {
    done = Math.min(done + 1, total);
    if (!slice.over) return;
    progress?.(done, total);
    await slice.pause();
    signal?.throwIfAborted();
  };
  const checking = { report, step };
  await checkJournal(parts.reader, head, checking);
  await checkSnapshots(parts, state, checking);
  await checkOriginals(parts, state, checking);
  await checkQuotes(parts, state, checking);
  for (const problem of checkReferences(state, checked)) report.problems.push(problem);
  progress?.(total, total);
  report.ok = report.problems.length === 0;
  return report;
}
