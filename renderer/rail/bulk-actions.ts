import type { Request } from '#data/operations/engine.ts';
import { say, words, type Words } from '#data/words/say.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';

/** What can be done with several lines of a list at once. */
export interface BulkAction {
  label: string;
  /** Choices by value, where there is something to choose. */
  choices?: (ids: readonly string[]) => readonly (readonly [value: string, words: string])[];
  /** `ids` in the order of the list. */
  run: (ids: readonly string[], choice: string) => unknown;
}

/** What several operations need. */
export interface Tools {
  model: CaseModel;
  notice: Notices;
}

/** Words for the history and for the message: “Remove 3 actors”, “Removed 3 actors.” */
export interface Told {
  label: Words;
  said: string;
}

/** Does several operations as one step of undo, says so, and offers to take it back. */
export async function performBulk(
  { model, notice }: Tools,
  { label, said }: Told,
  steps: readonly Request[],
): Promise<boolean> {
  const done = await notice.attempt(() => model.performAll(label, steps));
  if (!done) return false;
  notice.say(said, {
    label: say('rail.undo'),
    run: () => notice.attempt(() => model.perform('undo', {})),
  });
  return true;
}

/** What is picked in the lists. */
type Kind = 'document' | 'entity' | 'tag' | 'event' | 'claim';

/** Removes all that are picked; `stays` says what does not go with them. */
export function removing(tools: Tools, kind: Kind, stays = ''): BulkAction {
  return {
    label: say('rail.remove'),
    run: (ids) => {
      const args = { count: ids.length, kind };
      const said = `${say('rail.removed', args)} ${stays}`.trim();
      return performBulk(
        tools,
        { label: words('history.removeAll', args), said },
        removals(kind, ids),
      );
    },
  };
}

/** Requests that remove records of a kind, tags from the leaves of their tree upwards. */
export function removals(kind: Kind, ids: readonly string[]): Request[] {
  const cascade = kind === 'entity' ? { cascade: true } : {};
  // In the tree of tags children stand below their parents, and must go before them.
  const order = kind === 'tag' ? ids.toReversed() : ids;
  return order.map((id) => ({ op: `${kind}.remove`, input: { id, ...cascade } }));
}
