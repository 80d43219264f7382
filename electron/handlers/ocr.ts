import { need } from '#data/operations/edit.ts';
import { bundledLanguages } from '#data/formats/import/ocr/languages.ts';
import type { OcrChoice } from '#data/api/ocr.ts';
import { say } from '#data/words/say.ts';
import { correctWords } from '../versions/correct-words.ts';
import { askLanguage } from '../window/dialogs.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls that read the words of pictures. */
export function ocrHandlers(context: HandlerContext): HandlersOf<'ocr'> {
  const { window, cases, jobs, languages, rereading, settings } = context;
  const choice = async (): Promise<OcrChoice> => {
    const bundled = Object.keys(bundledLanguages);
    const known = [...new Set([...bundled, ...(await languages.codes())])];
    const last = settings.get().ocrLanguages ?? ['eng'];
    return { languages: known, chosen: last.filter((code) => known.includes(code)) };
  };
  return {
    'ocr.languages': choice,
    'ocr.addLanguage': async () => {
      const path = await askLanguage(window);
      if (path === null) return null;
      const code = await languages.add(path);
      const { languages: known, chosen } = await choice();
      return { languages: known, chosen: [...new Set([...chosen, code])] };
    },
    'ocr.read': async ({ id, languages: codes }) => {
      const { title } = need(cases.current.store.state, 'document', id);
      const ocr = await languages.filesOf(codes);
      await settings.set({ ocrLanguages: codes });
      return jobs.run('recognise', say('ocr.reading', { title }), (job) =>
        rereading.readPictures(id, ocr, settings.get().author, job),
      );
    },
    'ocr.correct': async ({ id, ...correction }) => {
      const { store } = cases.current;
      return { document: await correctWords(store, id, correction), n: store.head.n };
    },
  };
}
