import { AppError } from '#data/errors.ts';
import type { Converted } from '#data/formats/import/format.ts';
import type { CaseDocument } from '#data/model/document.ts';
import { say } from '#data/words/say.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { openProposals, putText } from './stored-text.ts';

/** Throws `in-use` while a highlight stands on the text of a document: its words would be others. */
function needFree(store: CaseStore, { id, title }: CaseDocument): void {
  const [mark] = store.state.highlightsOf(id);
  if (!mark) return;
  const details = { id, by: [{ kind: 'highlight', id: mark.id }] };
  throw new AppError('in-use', say('operations.textInUse', { title }), details);
}

/**
 * Gives a document what was read of its original in another way, in place of the text that it has. Throws
 * `in-use` while a highlight stands on that.
 */
export async function replaceText(
  store: CaseStore,
  before: CaseDocument,
  part: Converted,
): Promise<void> {
  needFree(store, before);
  const { id } = before;
  // A title that was taken from the words is as wrong as they were.
  const isFromText = store.state.text(id).text.includes(before.title);
  const title = isFromText ? part.title : before.title;
  const text = await putText(store, part);
  const { reading, regions } = part;
  const proposals = openProposals(part, title);
  const input = {
    id,
    text,
    regions,
    title,
    ...(Object.keys(reading).length > 0 && { reading }),
    ...(proposals.length > 0 && { proposals }),
  };
  await store.perform({ op: 'document.reread', input });
}
