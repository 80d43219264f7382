import { tick } from 'svelte';
import { say, words } from '#data/words/say.ts';
import type { Commands } from '../state/commands.svelte.ts';
import type { Layout } from '../state/layout.svelte.ts';
import type { Selection } from '../state/selection.svelte.ts';
import { mergeActors } from './merge-actors.ts';
import { ListSelection } from './list-selection.svelte.ts';
import { removing, performBulk, type BulkAction, type Tools } from './bulk-actions.ts';

/** What the actions on actors need of the window. */
export interface ActorTools extends Tools {
  selection: Selection;
  layout: Layout;
  commands: Commands;
}

/** Actors that are picked in the list are those that are selected in the network. */
export function actorOptions(selection: Selection): ListSelection {
  return new ListSelection({
    get: () => selection.entities,
    set: (ids, last) => {
      const id = last ?? [...ids][0];
      selection.item = id === undefined ? null : { kind: 'entity', id };
      selection.entities = ids;
    },
  });
}

/** What can be done with several actors. */
export function actorActions(tools: ActorTools): BulkAction[] {
  const { model } = tools;
  const nameOf = (id: string) => model.table('entity').get(id)?.name ?? id;
  return [
    { label: say('rail.show-in-network'), run: () => showInNetwork(tools) },
    {
      label: say('rail.merge-into'),
      choices: (ids) => ids.map((id) => [id, nameOf(id)] as const),
      run: (ids, keep) => mergeActors(tools, ids, keep),
    },
    {
      label: say('rail.set-type'),
      choices: () => [...model.table('entityType').values()].map(({ id, name }) => [id, name]),
      run: (ids, type) => {
        const kind = model.table('entityType').get(type)?.name ?? type;
        const steps = ids.map((id) => ({ op: 'entity.update', input: { id, type } }));
        const args = { count: ids.length, type: kind };
        const told = {
          label: words('history.entity.typeAll', args),
          said: say('rail.typed', args),
        };
        return performBulk(tools, told, steps);
      },
    },
    removing(tools, 'entity', say('rail.their-highlights-stay')),
  ];
}

/** Shows the selected actors with their neighbours, whatever was on screen. */
async function showInNetwork({ layout, commands }: ActorTools): Promise<void> {
  if (layout.centre === 'reader') layout.centre = 'split';
  await tick();
  commands.run('network.around1');
}
