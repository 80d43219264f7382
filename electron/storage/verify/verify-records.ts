import { residentKinds } from '#data/model/records.ts';
import { checkCase } from '#data/queries/check-case.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { Checking } from './checking.ts';

/** Every record refers to what is there, and every quote stands in its text. */
export async function checkMeaning(state: CaseState, { report, step }: Checking): Promise<void> {
  for (const { quotes, references, problems } of checkCase(state)) {
    report.checked.quotes += quotes;
    report.checked.references += references;
    report.problems.push(...problems);
    await step();
  }
}

/** Every record is as the journal left it. Says nothing where the journal itself is not whole. */
export async function checkAgainstJournal(
  state: CaseState,
  { report, expectation, step, breathe }: Checking,
): Promise<void> {
  if (report.problems.some(({ check }) => check === 'journal')) return;
  for (const kind of residentKinds) {
    for (const record of [...state.all(kind)]) {
      await step();
      report.problems.push(...expectation.check(kind, record));
    }
  }
  for (const { id } of [...state.all('document')]) {
    await step();
    for (const mark of [...state.highlightsOf(id)]) {
      report.problems.push(...expectation.check('highlight', mark));
      await breathe();
    }
  }
  report.problems.push(...expectation.missing());
}
