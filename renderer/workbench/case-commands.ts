import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { Layout, Panel } from '../state/layout.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';

/** What the commands of a case work on. */
export interface CaseParts {
  model: CaseModel;
  notice: Notices;
  layout: Layout;
}

/** What can be done with the case as a whole. */
export function caseCommands(parts: CaseParts): Command[] {
  const { model, layout } = parts;
  const raise = (panel: Panel) => () => (layout.panel = panel);
  return [
    {
      id: 'edit.undo',
      title: 'Undo',
      words: ['take back', 'revert'],
      group: 'Edit',
      keys: ['Ctrl+Z'],
      enabled: () => model.history.undo !== undefined,
      run: () => takeBack(parts, 'undo'),
    },
    {
      id: 'edit.redo',
      title: 'Redo',
      words: ['do again'],
      group: 'Edit',
      keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
      enabled: () => model.history.redo !== undefined,
      run: () => takeBack(parts, 'redo'),
    },
    {
      id: 'case.history',
      title: 'History…',
      words: ['journal', 'audit trail', 'changes', 'log'],
      group: 'Case',
      keys: ['Ctrl+H'],
      run: raise('history'),
    },
    {
      id: 'case.properties',
      title: 'Title and marking of the case…',
      words: ['rename the case', 'TLP', 'properties', 'classification', 'summary'],
      group: 'Case',
      run: raise('properties'),
    },
    {
      id: 'report.open',
      title: 'Report…',
      words: ['export', 'print', 'pdf', 'html', 'markdown'],
      group: 'Report',
      keys: ['Ctrl+E'],
      run: raise('report'),
    },
    {
      id: 'help.palette',
      title: 'Find or do…',
      group: 'Help',
      keys: ['Ctrl+K', 'Ctrl+Shift+P'],
      run: raise('palette'),
    },
    {
      id: 'help.keys',
      title: 'All keys',
      words: ['shortcuts', 'help', 'keyboard'],
      group: 'Help',
      keys: ['?', 'F1'],
      run: raise('keys'),
    },
    {
      id: 'view.settings',
      title: 'Settings…',
      words: ['preferences', 'options', 'font size'],
      group: 'View',
      keys: ['Ctrl+,'],
      run: raise('settings'),
    },
  ];
}

/** Undoes or redoes one step and says which. */
export async function takeBack(
  { model, notice, layout }: CaseParts,
  way: 'undo' | 'redo',
): Promise<void> {
  const step = model.history[way];
  if (!step) return;
  const done = await notice.attempt(() => model.perform(way, {}));
  if (!done) return;
  const other = way === 'undo' ? 'redo' : 'undo';
  notice.say(`${way === 'undo' ? 'Undone' : 'Done again'}: ${step.label}`, {
    label: way === 'undo' ? 'Redo' : 'Undo',
    run: () => takeBack({ model, notice, layout }, other),
  });
}
