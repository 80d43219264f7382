import type { Command } from '../state/commands.svelte.ts';
import type { Inspection } from './inspection.svelte.ts';

/** What the inspector can do, by name. */
export function inspectorCommands(inspect: Inspection): Command[] {
  const { selection } = inspect;
  return [
    {
      id: 'inspector.back',
      title: 'Go back to what was inspected before',
      group: 'View',
      keys: ['Alt+Shift+ArrowLeft'],
      enabled: () => inspect.trail.length > 0,
      run: () => inspect.back(),
    },
    {
      id: 'inspector.mentions',
      title: 'Show where the selected actor is named',
      group: 'Network',
      enabled: () => selection.item?.kind === 'entity',
      run: () => (inspect.mentionsAsked = true),
    },
    {
      id: 'inspector.link',
      title: 'Add a relation of the selected actor',
      group: 'Network',
      enabled: () => selection.item?.kind === 'entity',
      run: () => link(inspect),
    },
  ];
}

/** Starts a relation of the selected actor, with the other one when two are selected. */
function link(inspect: Inspection): void {
  const { item, entities } = inspect.selection;
  if (item?.kind !== 'entity') return;
  const other = entities.size === 2 ? [...entities].find((id) => id !== item.id) : undefined;
  inspect.linking = { from: item.id, ...(other ? { to: other } : {}) };
}
