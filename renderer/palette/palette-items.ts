import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Commands } from '../state/commands.svelte.ts';
import type { Selection } from '../state/selection.svelte.ts';
import { fold } from '#data/text/fold.ts';
import { score } from '../ui/score.ts';
import type { IconName } from '../ui/icons.ts';

/** One line of the palette: a thing to find or to do. */
export interface PaletteItem {
  id: string;
  title: string;
  about: string;
  icon: IconName;
  keys?: readonly string[];
  run: () => unknown;
}

interface Sources {
  model: CaseModel;
  command: Commands;
  selection: Selection;
}

const MOST = 40;

/** Commands first, then what the case holds; without a query the commands alone. */
export function paletteItems(query: string, sources: Sources): PaletteItem[] {
  const wanted = fold(query);
  const commands = commandItems(sources);
  if (wanted === '') return commands;
  return [...commands, ...recordItems(sources)]
    .map((item) => ({ item, points: score(wanted, fold(item.title)) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST)
    .map(({ item }) => item);
}

function commandItems({ command }: Sources): PaletteItem[] {
  return command.all
    .filter(({ id, enabled }) => id !== 'help.palette' && enabled?.() !== false)
    .map(({ id, title, group, keys, run }) => ({
      id,
      title,
      about: group,
      icon: 'chevron' as const,
      run,
      ...(keys ? { keys } : {}),
    }));
}

function recordItems({ model, selection }: Sources): PaletteItem[] {
  const documents = [...model.table('document').values()].map(({ id, title }) =>
    item(id, title, 'document', 'document', () => selection.goTo(id)),
  );
  const entities = [...model.table('entity').values()].map(({ id, name, type }) =>
    item(id, name, model.table('entityType').get(type)?.name ?? 'actor', 'network', () =>
      selection.showEntity(id),
    ),
  );
  const tags = [...model.table('tag').values()].map(({ id, name }) =>
    item(id, name, 'tag', 'tag', () => selection.select({ kind: 'tag', id })),
  );
  const events = [...model.table('event').values()].map(({ id, title, type }) =>
    item(id, title ?? type, 'event', 'event', () => selection.select({ kind: 'event', id })),
  );
  const claims = [...model.table('claim').values()].map(({ id, text }) =>
    item(id, text.slice(0, 140), 'claim', 'claim', () => selection.select({ kind: 'claim', id })),
  );
  return [...documents, ...entities, ...tags, ...events, ...claims];
}

function item(
  id: string,
  title: string,
  about: string,
  icon: IconName,
  run: () => unknown,
): PaletteItem {
  return { id: `${about}/${id}`, title, about, icon, run };
}
