import type { CaseDocument } from '../model/document.ts';

/**
 * The language of a document's words (BCP 47): as the analyst says, else as it was found. Letters and line
 * breaks follow it before anybody has accepted it.
 */
export function languageOfText(
  document: Pick<CaseDocument, 'language' | 'proposals'> | undefined,
): string | undefined {
  const found = document?.proposals?.find(({ field }) => field === 'language');
  return document?.language ?? found?.value;
}
