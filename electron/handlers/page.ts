import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#data/errors.ts';
import { need } from '#data/operations/edit.ts';
import { say } from '#data/words/say.ts';
import { libraryFolder } from '../convert/pdf/library.ts';
import { ORIGINAL_ORIGIN } from '../security/content-policy.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls for showing originals: their bytes for the frame that draws pages, a saved web page as it was. */
export function pageHandlers({ cases, pages }: HandlerContext): HandlersOf<'page'> {
  const sourceOf = (id: string): Uint8Array<ArrayBuffer> => {
    const { store } = cases.current;
    const { source } = need(store.state, 'document', id);
    return new Uint8Array(store.blobs.source(source.sha256));
  };
  let shown: string | undefined;
  return {
    'page.source': ({ id }) => sourceOf(id),
    'page.words': ({ id, start, end, page }) => {
      const { state } = cases.current.store;
      need(state, 'document', id);
      const { text, words } = state.text(id);
      const read = words?.filter((one) => one.page === page) ?? [];
      return { start, text: text.slice(start, end), ...(read.length > 0 && { words: read }) };
    },
    'page.libraryFile': async ({ kind, name }) => {
      try {
        return new Uint8Array(await readFile(join(libraryFolder(kind), name)));
      } catch {
        throw new AppError('not-found', say('desktop.noSuchPage'));
      }
    },
    'page.original': ({ id }) => {
      if (shown !== undefined) pages.remove(shown);
      const { reading } = need(cases.current.store.state, 'document', id);
      const decoder = new TextDecoder(reading?.encoding ?? 'utf-8');
      shown = pages.add(decoder.decode(sourceOf(id)));
      return { address: `${ORIGINAL_ORIGIN}/${shown}` };
    },
  };
}
