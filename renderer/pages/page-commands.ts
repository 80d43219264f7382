import { say } from '#data/words/say.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { AreaDrawing } from './area-drawing.svelte.ts';
import type { PageScroll } from './page-scroll.svelte.ts';
import type { Viewing } from './viewing.svelte.ts';

/** What can be done with the pages of the open document. */
export function pageCommands(
  scroll: PageScroll,
  drawing: AreaDrawing,
  viewing: Viewing,
): Command[] {
  const one = (id: string, title: string, run: () => unknown, keys: string[] = []): Command => ({
    id: `pages.${id}`,
    title,
    group: 'Reader',
    ...(keys.length > 0 && { keys }),
    run,
  });
  return [
    {
      ...one('larger', say('pages.larger'), () => scroll.step(1), ['Ctrl+Shift++']),
      repeats: true,
    },
    {
      ...one('smaller', say('pages.smaller'), () => scroll.step(-1), ['Ctrl+Shift+_']),
      repeats: true,
    },
    one('width', say('pages.fit-width'), () => scroll.fit('width')),
    one('page', say('pages.fit-page'), () => scroll.fit('page')),
    one('turn', say('pages.turn'), () => scroll.rotate()),
    one('thumbnails', say('pages.thumbnails'), () => {
      viewing.panel = viewing.panel === 'thumbnails' ? null : 'thumbnails';
    }),
    one('outline', say('pages.outline'), () => {
      viewing.panel = viewing.panel === 'outline' ? null : 'outline';
    }),
    {
      ...one('rectangle', say('pages.rectangle'), () => drawing.begin(), ['Alt+Shift+X']),
      words: say('pages.rectangle.words'),
    },
  ];
}
