import { asAppError } from '../errors.ts';
import type { CaseDocument } from '../model/document.ts';
import { CONTEXT, type Highlight } from '../model/highlight.ts';
import type { CaseView } from '../state/case-view.ts';
import { say } from '../words/say.ts';
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
      message: say('checks.textLength', {
        title: document.title,
        length: text.length,
        said: document.text.length,
      }),
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
  const { start, end, quote, prefix, suffix, area, caption } = mark;
  const isPicture = area !== undefined && start === end;
  if ((start >= end && !isPicture) || end > text.length) {
    return say('checks.noTextThere', { start, end, length: text.length });
  }
  if ((isPicture ? caption : text.slice(start, end)) !== quote) {
    return say('checks.otherWords', { start, end });
  }
  if (text.slice(Math.max(0, start - CONTEXT), start) !== prefix) {
    return say('checks.otherBefore', { start });
  }
  if (text.slice(end, end + CONTEXT) !== suffix) {
    return say('checks.otherAfter', { end });
  }
  return undefined;
}
