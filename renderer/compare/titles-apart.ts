import type { CaseDocument } from '#data/model/document.ts';
import { say } from '#data/words/say.ts';

/** The title of a document beside another one: with the name of its file where both are called the same. */
export function titleBeside(document: CaseDocument, other: CaseDocument | undefined): string {
  const { title, source } = document;
  return title === other?.title
    ? say('kinship.title-of-file', { title, file: source.origin })
    : title;
}
