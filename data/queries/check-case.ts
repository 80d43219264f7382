import { residentKinds } from '../model/records.ts';
import type { CaseView } from '../state/case-view.ts';
import { say } from '../words/say.ts';
import { checkQuotes } from './check-quotes.ts';
import { checkReferences, checkTagTree } from './check-references.ts';
import type { CheckStep, Problem } from './verify.ts';

/** Records of one step: following the evidence of a relation may load the highlights of a document. */
const SOME = 10;

/**
 * Checks the records of a case against each other and every quote against its text. A step is some
 * records of a kind, then one document: only one document's text and highlights are held at a time,
 * and the caller may show progress or stop between steps. Journal and original bytes are files, not
 * records; the store checks those.
 */
export function* checkCase(view: CaseView): Generator<CheckStep> {
  yield { quotes: 0, references: 0, problems: [...missingHeader(view), ...checkTagTree(view)] };
  for (const kind of residentKinds) {
    for (const records of groupsOf(view.all(kind), SOME)) {
      yield { quotes: 0, ...checkReferences(view, kind, records) };
    }
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

/** Taken from the records as they are when its turn comes, so that edits between steps do no harm. */
function* groupsOf<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let group: T[] = [];
  for (const one of all) {
    group.push(one);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function missingHeader(view: CaseView): Problem[] {
  if (view.get('case', 'case')) return [];
  return [{ check: 'reference', where: 'case', message: say('checks.noCase') }];
}
