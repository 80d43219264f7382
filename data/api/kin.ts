import type { FoundKin } from '../queries/kin-in.ts';
import { caseCall, nothing } from './call.ts';

/** Calls about what documents are of one another. */
export const kinCalls = {
  /**
   * Copies, versions, excerpts and origins as they were found last; none before the first search, which begins
   * a little after the case was opened. The event `kin` tells what a later one found.
   */
  'kin.found': caseCall(nothing).gives<FoundKin>(),
} as const;
