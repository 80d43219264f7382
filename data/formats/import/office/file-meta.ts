import type { Proposal } from '../../../model/reading.ts';
import { fromFile } from '../from-file.ts';
import { asLine, asTitle } from '../titles.ts';

/** What programs write where nobody named a title. */
const NO_TITLE =
  /^(?:microsoft word\b.*|word document|document ?\d*|untitled(?: ?\d+)?|title|no title|без названия|.*\.(?:docx?|odt|rtf|dotx?|tmp))$/i;
/** What programs write where nobody named an author. */
const NO_AUTHOR =
  /^(?:user\d*|admin(?:istrator)?|microsoft office user|microsoft|author|owner|unknown|default|root|home|python-docx|apache poi|un-named|пользователь|админ(?:истратор)?|windows user|pc)$/i;

/** What an office file says of itself. */
export interface FileFacts {
  title?: string | undefined;
  author?: string | undefined;
  language?: string | undefined;
}

/** The title that a file gives itself; empty when none, or one that a program made up. */
export function ownTitle({ title = '' }: FileFacts): string {
  const line = asTitle(title);
  return NO_TITLE.test(line) ? '' : line;
}

/** What a file says of itself, as proposals; when it was made is not when its text was published. */
export function factProposals({ author = '', language = '' }: FileFacts): Proposal[] {
  const name = asLine(author);
  const tag = language.trim().replace(/_/g, '-');
  return fromFile({
    author: NO_AUTHOR.test(name) ? '' : name,
    language: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : '',
  });
}
