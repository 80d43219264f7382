import { fold } from '#data/text/fold.ts';
import { say } from '#data/words/say.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Commands } from '../state/commands.svelte.ts';
import type { Selection } from '../state/selection.svelte.ts';
import type { IconName } from '../ui/icons.ts';
import { score } from '../ui/score.ts';

/** One line of the palette: a thing to find or to do. */
export interface PaletteItem {
  id: string;
  title: string;
  about: string;
  icon: IconName;
  keys?: readonly string[];
  run: () => unknown;
}

/** A line with what finds it. */
interface Candidate extends PaletteItem {
  /** Folded: the title, then other names and words that mean it. */
  words: readonly string[];
  /** Taken off: long texts have some words of nearly everything. */
  less: number;
}

interface Sources {
  model: CaseModel;
  command: Commands;
  selection: Selection;
}

const MOST = 40;
/** What another name counts less than the title itself. */
const OTHER_NAME = 15;

/** Names and commands that answer the query, best first; without a query the commands alone. */
export function paletteItems(query: string, sources: Sources): PaletteItem[] {
  const wanted = fold(query);
  const commands = commandItems(sources);
  if (wanted === '') return commands;
  return [...commands, ...recordItems(sources)]
    .map((item) => ({ item, points: best(wanted, item) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.item.title.length - b.item.title.length)
    .slice(0, MOST)
    .map(({ item }) => item);
}

function best(wanted: string, { words, less }: Candidate): number {
  let points = 0;
  words.forEach((word, i) => {
    points = Math.max(points, score(wanted, word) - (i > 0 ? OTHER_NAME : 0));
  });
  return points - less;
}

function commandItems({ command }: Sources): Candidate[] {
  return command.all
    .filter(({ id, enabled }) => id !== 'help.palette' && enabled?.() !== false)
    .map(({ id, title, group, keys, words, run }) => ({
      id,
      title,
      about: say(`palette.group.${group}`),
      icon: 'chevron' as const,
      run,
      words: [title, ...(words?.split(', ') ?? [])].map((one) => fold(one)),
      less: 0,
      ...(keys ? { keys } : {}),
    }));
}

function recordItems({ model, selection }: Sources): Candidate[] {
  const kinds = {
    document: say('palette.document'),
    actor: say('palette.actor'),
    tag: say('palette.tag'),
    event: say('palette.event'),
    claim: say('palette.claim'),
  };
  const documents = [...model.table('document').values()].map((one) =>
    item(one, { name: one.title, less: 60 }, kinds.document, 'document', () =>
      selection.goTo(one.id),
    ),
  );
  const entities = [...model.table('entity').values()].map((one) => {
    const about = model.table('entityType').get(one.type)?.name ?? kinds.actor;
    const others = one.aliases.map(({ name }) => name);
    return item(one, { name: one.name, others }, about, 'network', () =>
      selection.showEntity(one.id),
    );
  });
  const tags = [...model.table('tag').values()].map((one) =>
    item(one, { name: one.name }, kinds.tag, 'tag', () =>
      selection.select({ kind: 'tag', id: one.id }),
    ),
  );
  const events = [...model.table('event').values()].map((one) =>
    item(one, { name: one.title ?? one.type, less: 60 }, kinds.event, 'event', () =>
      selection.select({ kind: 'event', id: one.id }),
    ),
  );
  const claims = [...model.table('claim').values()].map((one) =>
    item(one, { name: one.text.slice(0, 140), less: 200 }, kinds.claim, 'claim', () =>
      selection.select({ kind: 'claim', id: one.id }),
    ),
  );
  return [...documents, ...entities, ...tags, ...events, ...claims];
}

interface Named {
  name: string;
  others?: readonly string[];
  less?: number;
}

/** Folded names, kept with their record: 10,000 titles are folded once, not at every key. */
const folded = new WeakMap<object, readonly string[]>();

function item(
  record: { id: string },
  { name, others = [], less = 0 }: Named,
  about: string,
  icon: IconName,
  run: () => unknown,
): Candidate {
  const words = folded.get(record) ?? [name, ...others].map((one) => fold(one));
  folded.set(record, words);
  return { id: `${about}/${record.id}`, title: name, about, icon, run, words, less };
}
