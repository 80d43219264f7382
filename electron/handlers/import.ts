import { clipboard } from 'electron';
import type { ReadSettings } from '#data/api/import.ts';
import type { Bringing } from '../import/bringing.ts';
import { wordsOn } from '../import/clipboard.ts';
import { asFile } from '../import/pasted.ts';
import { askImports, askWatchedFolder } from '../window/dialogs.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls that bring documents in. */
export function importHandlers(context: HandlerContext): HandlersOf<'import'> {
  const { window, cases, imports, rereading, settings, watching } = context;
  const by = (method: string): Bringing => ({ method, collector: settings.get().author });
  return {
    'import.choose': async ({ folder }) => {
      // Refuses before it asks for files that could not be imported.
      const checkSame = cases.hold();
      const paths = await askImports(window, folder);
      checkSame();
      return imports.start(paths, by('file dialog'));
    },
    'import.text': (words) => imports.startWith([asFile(words, new Date())], by('drag and drop')),
    'import.paste': async () => {
      const checkSame = cases.hold();
      const words = await wordsOn(clipboard);
      checkSame();
      return imports.startWith([asFile(words, new Date())], by('clipboard'));
    },
    'import.retry': ({ keys, settings: wanted }) => imports.retry(keys, importSettingsOf(wanted)),
    'import.cancel': ({ key }) => {
      imports.cancel(key);
      return null;
    },
    'import.encodings': ({ key }) => rereading.samplesOfFile(imports.queue.get(key)?.brought),
    'import.watched': () => watching.state,
    'import.watch': async ({ on }) => {
      if (!on) return watching.stop();
      const checkSame = cases.hold();
      const folder = await askWatchedFolder(window);
      checkSame();
      return folder === null ? watching.state : watching.start(folder);
    },
  };
}

/** Settings of the window as an import takes them. */
export function importSettingsOf({ encoding, password, recipe }: ReadSettings): Partial<Bringing> {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(password !== undefined && { passwords: [password] }),
    ...(recipe && { recipe }),
  };
}
