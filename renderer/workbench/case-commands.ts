import { say } from '#data/words/say.ts';
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
  // A key that is pressed before the step before it is heard of waits for it: redo right after undo.
  let steps: Promise<void> = Promise.resolve();
  let undoing = 0;
  const undo = async (): Promise<void> => {
    undoing++;
    await takeBack(parts, 'undo').finally(() => undoing--);
  };
  const then = (step: () => Promise<void>) => () => (steps = steps.then(step, step));
  return [
    {
      id: 'edit.undo',
      title: say('workbench.undo'),
      words: say('workbench.undo.words'),
      group: 'Edit',
      keys: ['Ctrl+Z'],
      enabled: () => model.history.undo !== undefined,
      run: then(undo),
    },
    {
      id: 'edit.redo',
      title: say('workbench.redo'),
      words: say('workbench.redo.words'),
      group: 'Edit',
      keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
      enabled: () => model.history.redo !== undefined || undoing > 0,
      run: then(() => takeBack(parts, 'redo')),
    },
    {
      id: 'case.history',
      title: say('workbench.history.do'),
      words: say('workbench.history.do.words'),
      group: 'Case',
      keys: ['Ctrl+H'],
      run: raise('history'),
    },
    {
      id: 'case.properties',
      title: say('workbench.properties'),
      words: say('workbench.properties.words'),
      group: 'Case',
      run: raise('properties'),
    },
    {
      id: 'report.open',
      title: say('workbench.report.do'),
      words: say('workbench.report.do.words'),
      group: 'Report',
      keys: ['Ctrl+E'],
      run: raise('report'),
    },
    {
      id: 'help.palette',
      title: say('workbench.find-or-do'),
      group: 'Help',
      keys: ['Ctrl+K', 'Ctrl+Shift+P'],
      run: raise('palette'),
    },
    {
      id: 'help.keys',
      title: say('workbench.all-keys'),
      words: say('workbench.all-keys.words'),
      group: 'Help',
      keys: ['?', 'F1'],
      run: raise('keys'),
    },
    {
      id: 'view.settings',
      title: say('workbench.settings.do'),
      words: say('workbench.settings.do.words'),
      group: 'View',
      keys: ['Ctrl+,'],
      run: raise('settings'),
    },
  ];
}

/** Undoes or redoes one step and says which. */
async function takeBack({ model, notice, layout }: CaseParts, way: 'undo' | 'redo'): Promise<void> {
  const step = model.history[way];
  if (!step) return;
  const done = await notice.attempt(() => model.perform(way, {}));
  if (!done) return;
  const other = way === 'undo' ? 'redo' : 'undo';
  notice.say(say(way === 'undo' ? 'workbench.undone' : 'workbench.redone', { step: step.label }), {
    label: say(`workbench.${other}`),
    run: () => takeBack({ model, notice, layout }, other),
  });
}
