import { AppError } from '#data/errors.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { say, words } from '#data/words/say.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Selection } from '../state/selection.svelte.ts';
import { mergeSteps } from './merge.ts';
import { performBulk, type Tools } from './bulk-actions.ts';

/** What a merge needs of the window. */
export interface MergeTools extends Tools {
  selection: Selection;
}

/** The most mentions of one actor that a merge takes over: the most that can be asked for. */
const MOST_MENTIONS = 5000;

/** The most letters of their names in the history. */
const MOST_NAMES = 400;

/**
 * Makes actors one, as one step of undo: `keepId` stays, with the names of the others. Of different types
 * it asks first: they are seldom the same.
 */
export function mergeActors(tools: MergeTools, ids: readonly string[], keepId: string): unknown {
  const { model, notice } = tools;
  const actors = ids.flatMap((id) => model.table('entity').get(id) ?? []);
  const keep = actors.find(({ id }) => id === keepId);
  const other = actors.find(({ type }) => type !== keep?.type);
  if (!keep || !other) return merge(tools, ids, keepId);
  const typeOf = (id: string) => model.table('entityType').get(id)?.name ?? id;
  const types = {
    other: other.name,
    otherType: typeOf(other.type),
    keep: keep.name,
    keepType: typeOf(keep.type),
  };
  notice.ask(say('rail.of-type', types), {
    label: say('rail.merge-as', { type: types.keepType }),
    run: () => merge(tools, ids, keepId),
  });
  return undefined;
}

async function merge(tools: MergeTools, ids: readonly string[], keepId: string): Promise<void> {
  const { model, notice, selection } = tools;
  const actors = ids.flatMap((id) => model.table('entity').get(id) ?? []);
  const keep = actors.find(({ id }) => id === keepId);
  const others = actors.filter(({ id }) => id !== keepId);
  if (!keep || others.length === 0) return;
  const highlights = await notice.attempt(() => mentionsOf(model, others));
  if (!highlights) return;
  const steps = mergeSteps(keep, others, {
    relations: model.table('relation').values(),
    events: model.table('event').values(),
    claims: model.table('claim').values(),
    highlights,
  });
  const names = others
    .map(({ name }) => `“${name}”`)
    .join(', ')
    .slice(0, MOST_NAMES);
  const told = {
    label: words('history.entity.merge', { names, keep: keep.name }),
    said: say('rail.merged', { count: others.length, keep: keep.name }),
  };
  if (await performBulk(tools, told, steps)) selection.select({ kind: 'entity', id: keep.id });
}

/** All highlights that name one of the actors. Throws `too-large` when there are too many. */
async function mentionsOf(
  model: CaseModel,
  actors: readonly { id: string; name: string }[],
): Promise<Highlight[]> {
  const all = new Map<string, Highlight>();
  for (const { id, name } of actors) {
    const quotes = await model.ask('highlight.with', { entity: id, limit: MOST_MENTIONS });
    if (quotes.length >= MOST_MENTIONS) {
      throw new AppError('too-large', say('rail.too-many-mentions', { name }), {
        limit: MOST_MENTIONS,
      });
    }
    for (const { highlight } of quotes) all.set(highlight.id, highlight);
  }
  return [...all.values()];
}
