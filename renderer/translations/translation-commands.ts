import { say } from '#data/words/say.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { Place, Translations } from './translations.svelte.ts';

/**
 * Ways from the open document to those that it is a translation of, or that are translations of it; the first
 * one has the keys. `place`: where the analyst is in it.
 */
export function translationCommands(
  translations: Translations,
  document: string | undefined,
  place: () => Place | undefined,
): Command[] {
  return translations.of(document).flatMap((found, at): Command[] => {
    const title = translations.titleOf(found.other);
    const name = at === 0 ? '' : `.${found.link.id}`;
    return [
      {
        id: `reader.goSame${name}`,
        title: say('translations.go-same', { title }),
        words: say('translations.go-same.words'),
        group: 'Reader',
        ...(at === 0 && { keys: ['Alt+G'] }),
        run: () => {
          const here = place();
          if (here) return translations.goToSame(found, here);
        },
      },
      {
        id: `reader.readBeside${name}`,
        title: say('translations.read-beside', { title }),
        words: say('translations.read-beside.words'),
        group: 'Reader',
        ...(at === 0 && { keys: ['Alt+B'] }),
        run: () => {
          const here = place();
          translations.opened = { link: found.link.id, ...(here && { at: here }) };
        },
      },
    ];
  });
}
