import type { CallName } from '#data/api/api.ts';
import { need } from '#data/operations/edit.ts';
import { say } from '#data/words/say.ts';
import { writeOut } from '../files/write-out.ts';
import { askOriginal } from '../window/dialogs.ts';
import { pageNotes } from '../report/page-notes.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';
import { importSettingsOf } from './import.ts';

/** Calls about the original bytes of a document. */
export type OriginalCall = Extract<
  CallName,
  'document.encodings' | 'document.reread' | 'document.saveOriginal' | 'document.saveAnnotated'
>;

/** Calls that read the original of a document once more, or write it out. */
export function originalHandlers(
  context: HandlerContext,
): Pick<HandlersOf<'document'>, OriginalCall> {
  const { window, cases, converter, rereading, settings, written } = context;
  return {
    'document.encodings': ({ id }) => rereading.samplesOf(id),
    'document.reread': ({ id, settings: wanted }) => {
      const by = { method: 'read again', collector: settings.get().author };
      return rereading.reread(id, importSettingsOf(wanted), by);
    },
    'document.saveOriginal': async ({ id }) => {
      const { store } = cases.current;
      const { source } = need(store.state, 'document', id);
      const checkSame = cases.hold();
      const bytes = store.blobs.source(source.sha256);
      const name = source.origin.slice(source.origin.lastIndexOf('/') + 1) || source.origin;
      const place = await askOriginal(window, name);
      if (place === null) return null;
      checkSame();
      await writeOut(place, bytes, say('doing.saveOriginal'));
      const file = written.add(place.path);
      await store.perform({ op: 'document.copied', input: { id, name: file } });
      return { file, sha256: source.sha256 };
    },
    'document.saveAnnotated': async ({ id }) => {
      const { store } = cases.current;
      const { source, title } = need(store.state, 'document', id);
      const checkSame = cases.hold();
      const place = await askOriginal(window, `${title}.pdf`);
      if (place === null) return null;
      checkSame();
      const bytes = store.blobs.source(source.sha256);
      const notes = pageNotes(store.state, id);
      const { text, pages, words } = store.state.text(id);
      const input = {
        file: { name: source.origin, bytes },
        notes,
        text: { text, ...(pages && { pages }), ...(words && { words }) },
      };
      const { signal } = new AbortController();
      let noted: Uint8Array = bytes;
      for await (const one of converter.annotate(input, signal)) noted = one;
      checkSame();
      await writeOut(place, Buffer.from(noted), say('doing.saveOriginal'));
      const file = written.add(place.path);
      await store.perform({ op: 'document.copied', input: { id, name: file } });
      return { file, highlights: notes.length };
    },
  };
}
