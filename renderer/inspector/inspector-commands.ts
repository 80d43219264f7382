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
      words: ['mentions', 'quotes'],
      group: 'Network',
      enabled: () => selection.item?.kind === 'entity',
      run: () => (inspect.mentionsAsked = true),
    },
    {
      id: 'inspector.link',
      title: 'Add a relation of the selected actor',
      words: ['link', 'connect', 'relate', 'edge'],
      group: 'Network',
      enabled: () => selection.item?.kind === 'entity',
      run: () => link(inspect),
    },
    {
      id: 'inspector.merge',
      title: 'Merge the selected actor into another one…',
      words: ['unite', 'same actor', 'duplicate', 'combine'],
      group: 'Edit',
      enabled: () => selection.item?.kind === 'entity',
      run: () => (inspect.merging = true),
    },
    {
      id: 'inspector.rename',
      title: 'Rename what is selected',
      words: ['change the name', 'change the title', 'edit'],
      group: 'Edit',
      enabled: () => nameField() !== null,
      run: () => nameField()?.focus(),
    },
    {
      id: 'inspector.remove',
      title: 'Remove what is selected',
      words: ['delete'],
      group: 'Edit',
      enabled: () => inspect.removal !== undefined,
      run: () => inspect.removal?.run(),
    },
  ];
}

/** The name at the head of the inspector, where what is selected has one. */
function nameField(): HTMLElement | null {
  return document.querySelector('.inspector header :is(input, textarea)');
}

/** Starts a relation of the selected actor, with the other one when two are selected. */
function link(inspect: Inspection): void {
  const { item, entities } = inspect.selection;
  if (item?.kind !== 'entity') return;
  const other = entities.size === 2 ? [...entities].find((id) => id !== item.id) : undefined;
  inspect.linking = { from: item.id, ...(other ? { to: other } : {}) };
}
