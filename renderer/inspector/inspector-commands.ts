import { say } from '#data/words/say.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { Inspection } from './inspection.svelte.ts';

/** What the inspector can do, by name. */
export function inspectorCommands(inspect: Inspection): Command[] {
  const { selection } = inspect;
  return [
    {
      id: 'inspector.back',
      title: say('inspector.go-back'),
      group: 'View',
      keys: ['Alt+Shift+ArrowLeft'],
      enabled: () => inspect.trail.length > 0,
      run: () => inspect.back(),
    },
    {
      id: 'inspector.mentions',
      title: say('inspector.show-mentions'),
      words: say('inspector.show-mentions.words'),
      group: 'Network',
      enabled: () => selection.item?.kind === 'entity',
      run: () => (inspect.mentionsAsked = true),
    },
    {
      id: 'inspector.link',
      title: say('inspector.link-actor'),
      words: say('inspector.link-actor.words'),
      group: 'Network',
      enabled: () => selection.item?.kind === 'entity',
      run: () => link(inspect),
    },
    {
      id: 'inspector.merge',
      title: say('inspector.merge-actor'),
      words: say('inspector.merge-actor.words'),
      group: 'Edit',
      enabled: () => selection.item?.kind === 'entity',
      run: () => (inspect.merging = true),
    },
    {
      id: 'inspector.rename',
      title: say('inspector.rename-what-is-selected'),
      words: say('inspector.rename-what-is-selected.words'),
      group: 'Edit',
      enabled: () => nameField() !== null,
      run: () => nameField()?.focus(),
    },
    {
      id: 'inspector.remove',
      title: say('inspector.remove-what-is-selected'),
      words: say('inspector.remove-what-is-selected.words'),
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
