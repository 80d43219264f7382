import type { Converted } from '#data/formats/import/format.ts';
import type { Proposal } from '#data/model/reading.ts';
import type { WorkingTextRef } from '#data/model/document.ts';
import type { CaseStore } from '../storage/case-store.ts';

/** Keeps the working text of what was read; durable on return. Throws `empty-file` for one without words. */
export function putText(
  store: Pick<CaseStore, 'blobs'>,
  { text, blocks, marks, pages, cues, words }: Converted,
): Promise<WorkingTextRef> {
  return store.blobs.putText({
    text,
    blocks,
    ...(marks && { marks }),
    ...(pages && { pages }),
    ...(cues && { cues }),
    ...(words && { words }),
  });
}

/** What was found about a document and is not known yet: by its title, or by what the analyst has named. */
export function openProposals({ meta, given }: Converted, title: string): Proposal[] {
  return meta.filter(
    ({ field, value }) => given?.[field as keyof typeof given] === undefined && value !== title,
  );
}
