import { tagPath } from '#data/queries/tag-tree.ts';
import { fold } from '#data/text/fold.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import { score } from '../ui/score.ts';

/** Something that can be picked from a list by typing. */
export interface PickOption {
  id: string;
  label: string;
  about?: string;
  /** More words that find it. */
  words?: readonly string[];
}

/** The most that are offered at once. */
const MOST = 8;

/** What typed words find, best first. */
export function matching(picks: readonly PickOption[], text: string): PickOption[] {
  const wanted = fold(text);
  const points = (one: PickOption) =>
    Math.max(...[one.label, ...(one.words ?? [])].map((words) => score(wanted, fold(words))));
  return picks
    .map((one) => ({ one, points: points(one) }))
    .filter((entry) => entry.points > 0)
    .sort((a, b) => b.points - a.points || a.one.label.localeCompare(b.one.label))
    .slice(0, MOST)
    .map(({ one }) => one);
}

/** All actors of the case but some, to pick from. */
export function actorOptions(model: CaseModel, without: readonly string[] = []): PickOption[] {
  const types = model.table('entityType');
  return [...model.table('entity').values()]
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name, type, aliases }) => ({
      id,
      label: name,
      about: types.get(type)?.name ?? type,
      words: aliases.map((alias) => alias.name),
    }));
}

/** All tags of the codebook but some, with the tag they stand under. */
export function tagOptions(model: CaseModel, without: readonly string[] = []): PickOption[] {
  const tags = model.table('tag');
  return [...tags.values()]
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name, parent }) => {
      const above = parent === undefined ? '' : tagPath(tags, parent).join(' › ');
      return { id, label: name, ...(above === '' ? {} : { about: above }) };
    });
}

/** All claims but one, to link to. */
export function claimOptions(model: CaseModel, without: readonly string[]): PickOption[] {
  return [...model.table('claim').values()]
    .filter(({ id }) => !without.includes(id))
    .map(({ id, text }) => ({ id, label: text }));
}

/** The colour of a tag: its own, or that of the nearest tag above that has one. */
export function tagColour(model: CaseModel, id: string): string | undefined {
  const tags = model.table('tag');
  for (let tag = tags.get(id); tag; tag = tag.parent ? tags.get(tag.parent) : undefined) {
    if (tag.colour) return tag.colour;
  }
  return undefined;
}
