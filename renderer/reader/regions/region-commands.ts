import { say } from '#data/words/say.ts';
import type { Command } from '../../state/commands.svelte.ts';
import type { Reader } from '../reader.svelte.ts';
import type { EdgeMove } from '../folding/region-plans.ts';
import type { RegionWork } from './region-work.svelte.ts';

const EDGES = [
  { id: 'widerAbove', name: 'regions.wider-above', key: 'ArrowUp', edge: 'start', by: -1 },
  { id: 'widerBelow', name: 'regions.wider-below', key: 'ArrowDown', edge: 'end', by: 1 },
  { id: 'narrowerAbove', name: 'regions.narrower-above', key: 'PageDown', edge: 'start', by: 1 },
  { id: 'narrowerBelow', name: 'regions.narrower-below', key: 'PageUp', edge: 'end', by: -1 },
] as const satisfies readonly (EdgeMove & { id: string; name: string; key: string })[];

/** What can be done with what is folded away, by name. `closeBar`: takes the tag bar away. */
export function regionCommands(work: RegionWork, reader: Reader, closeBar: () => void): Command[] {
  const folds = () => reader.open?.folds;
  const has = () => (folds()?.regions.length ?? 0) > 0;
  return [
    {
      id: 'reader.fold',
      title: say('regions.fold'),
      words: say('regions.fold.words'),
      group: 'Reader',
      keys: ['Alt+F'],
      enabled: () => work.region !== undefined,
      run: () => work.toggle(),
    },
    {
      id: 'reader.foldAs',
      title: say('regions.fold-as'),
      words: say('regions.fold-as.words'),
      group: 'Reader',
      keys: ['Alt+K'],
      enabled: () => work.stretch !== undefined,
      run: () => {
        closeBar();
        work.choose();
      },
    },
    {
      id: 'reader.thisIsText',
      title: say('regions.text'),
      words: say('regions.text.words'),
      group: 'Reader',
      keys: ['Alt+T'],
      enabled: () => work.holdsRegion,
      run: () => {
        closeBar();
        return work.bringBack();
      },
    },
    {
      id: 'reader.unfoldAll',
      title: say('regions.unfold-all'),
      words: say('regions.fold.words'),
      group: 'Reader',
      enabled: () => has() && folds()?.areAll(true) === false,
      run: () => reader.fold((all) => all.setAll(true)),
    },
    {
      id: 'reader.foldAll',
      title: say('regions.fold-all'),
      words: say('regions.fold.words'),
      group: 'Reader',
      enabled: () => has() && folds()?.areAll(false) === false,
      run: () => reader.fold((all) => all.setAll(false)),
    },
    ...EDGES.map(({ id, name, key, edge, by }): Command => ({
      id: `reader.region.${id}`,
      title: say(name),
      words: say('regions.edge.words'),
      group: 'Reader',
      keys: [`Alt+Shift+${key}`],
      repeats: true,
      enabled: () => work.region !== undefined,
      run: () => work.move({ edge, by }),
    })),
  ];
}
