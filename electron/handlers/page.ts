import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#data/errors.ts';
import type { CaseDocument } from '#data/model/document.ts';
import { need } from '#data/operations/edit.ts';
import { say } from '#data/words/say.ts';
import { libraryFolder } from '../convert/pdf/library.ts';
import { ORIGINAL_ORIGIN } from '../security/content-policy.ts';
import type { CallOutput } from '#data/api/api.ts';
import type { ShownOriginal } from '../background/tasks.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Media type of web pages that were saved as one file, with their pictures. */
const SAVED_AS_ONE = 'multipart/related';

type ShownAt = CallOutput<'page.original'>;

/** Calls for showing originals: their bytes for the frame that draws pages, a saved web page as it was. */
export function pageHandlers(context: HandlerContext): HandlersOf<'page'> {
  const { cases } = context;
  const original = originalShower(context);
  const sourceOf = (id: string): Uint8Array<ArrayBuffer> => {
    const { store } = cases.current;
    const { source } = need(store.state, 'document', id);
    return new Uint8Array(store.blobs.source(source.sha256));
  };
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
    'page.original': ({ id }) =>
      original(need(cases.current.store.state, 'document', id), sourceOf(id)),
  };
}

/** Shows saved web pages, one at a time: another one that is asked for stops what is made for the one before. */
function originalShower({
  cases,
  pages,
  converter,
}: HandlerContext): (document: CaseDocument, bytes: Uint8Array) => Promise<ShownAt> {
  let shown: string | undefined;
  let making = new AbortController();
  return async ({ source, reading }, bytes) => {
    const checkSame = cases.hold();
    making.abort();
    making = new AbortController();
    const { signal } = making;
    const { encoding } = reading ?? {};
    const file = { name: source.origin, bytes, ...(encoding !== undefined && { encoding }) };
    const { html, leftOut } =
      source.mediaType === SAVED_AS_ONE
        ? await madeOne(converter.original(file, signal))
        : { html: new TextDecoder(encoding ?? 'utf-8').decode(bytes), leftOut: 0 };
    checkSame();
    if (shown !== undefined) pages.remove(shown);
    shown = pages.add(html);
    return { address: `${ORIGINAL_ORIGIN}/${shown}`, leftOut };
  };
}

async function madeOne(run: AsyncIterable<ShownOriginal>): Promise<ShownOriginal> {
  let made: ShownOriginal = { html: new Uint8Array(), leftOut: 0 };
  for await (const one of run) made = one;
  return made;
}
