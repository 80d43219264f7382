import { asAppError } from '../errors.ts';
import type { CaseDocument } from '../model/document.ts';
import { CONTEXT, type Highlight } from '../model/highlight.ts';
import type { CaseView } from '../state/case-view.ts';
import type { Problem } from './verify.ts';

/** Compares every quote of one document with the working text. A text that cannot be read is one problem. */
export function checkQuotes(
  view: CaseView,
  document: CaseDocument,
  marks: readonly Highlight[],
): Problem[] {
  let text: string;
  try {
    ({ text } = view.text(document.id));
  } catch (thrown) {
    return [{ check: 'text', where: document.id, message: asAppError(thrown).message }];
  }
  const problems: Problem[] = [];
  if (text.length !== document.text.length) {
    problems.push({
      check: 'text',
      where: document.id,
      message: `The text of “${document.title}” has ${text.length} characters; the record says ${document.text.length}.`,
    });
  }
  for (const mark of marks) {
    const message = quoteFault(text, mark);
    if (message) problems.push({ check: 'quote', where: mark.id, message });
  }
  return problems;
}

/** What is wrong with the anchor of a highlight in this text, if anything. */
function quoteFault(text: string, mark: Highlight): string | undefined {
  const { start, end, quote, prefix, suffix } = mark;
  if (start >= end || end > text.length) {
    return `The range ${start}-${end} is not a piece of the text (${text.length} characters).`;
  }
  if (text.slice(start, end) !== quote) {
    return `The words at ${start}-${end} are not those of the quote.`;
  }
  if (text.slice(Math.max(0, start - CONTEXT), start) !== prefix) {
    return `The words before ${start} are not those kept with the quote.`;
  }
  if (text.slice(end, end + CONTEXT) !== suffix) {
    return `The words after ${end} are not those kept with the quote.`;
  }
  return undefined;
}
