import type { ProblemReport } from '#data/queries/verify.ts';
import type { TimeSlice } from '../disk/time-slice.ts';
import type { Expectation } from './expectation.ts';

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
