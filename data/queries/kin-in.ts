import type { CaseView } from '../state/case-view.ts';
import type { NearDuplicate } from './kinship/kinship-of.ts';
import { nearDuplicates } from './kinship/near-duplicates.ts';
import { proposedOrigins, type ProposedOrigin } from './origins/proposed-origins.ts';

/** What the program found about where documents come from, for somebody to say yes or no to. */
export interface FoundKin {
  pairs: NearDuplicate[];
  origins: ProposedOrigin[];
}

/** Both questions asked of a case; tells how many texts it has read, each twice. */
export function* kinIn(view: CaseView): Generator<number, FoundKin> {
  let read = 0;
  const told = function* <T>(steps: Generator<number, T>): Generator<number, T> {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      yield ++read;
    }
  };
  const { pairs } = yield* told(nearDuplicates(view));
  const { origins } = yield* told(proposedOrigins(view));
  return { pairs, origins };
}
