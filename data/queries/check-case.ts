import { residentKinds } from '../model/records.ts';
import type { CaseView } from '../state/case-view.ts';
import { checkQuotes } from './check-quotes.ts';
import { checkReferences, checkTagTree } from './check-references.ts';
import type { CheckStep, Problem } from './verify.ts';

/**
 * Checks the records of a case against each other and every quote against its text. One step per
 * kind of record, then one per document: only one document's text and highlights are held at a time,
 * and the caller may show progress or stop between steps. Journal and original bytes are files, not
 * records; the store checks those.
 */
export function* checkCase(view: CaseView): Generator<CheckStep> {
  yield { quotes: 0, references: 0, problems: [...missingHeader(view), ...checkTagTree(view)] };
  for (const kind of residentKinds) {
    yield { quotes: 0, ...checkReferences(view, kind, view.all(kind)) };
  }
  for (const document of view.all('document')) {
    const marks = [...view.highlightsOf(document.id)];
    const { references, problems } = checkReferences(view, 'highlight', marks);
    yield {
      quotes: marks.length,
      references,
      problems: [...problems, ...checkQuotes(view, document, marks)],
    };
  }
}

function missingHeader(view: CaseView): Problem[] {
  if (view.get('case', 'case')) return [];
  return [{ check: 'reference', where: 'case', message: 'The record of the case is missing.' }];
}
