import { say } from '#data/words/say.ts';
import type { Command } from './state/commands.svelte.ts';
import type { Program } from './state/program.svelte.ts';

const themes = ['system', 'light', 'dark', 'contrast'] as const;

/** What can be done with or without an open case. */
export function appCommands(program: Program): Command[] {
  const hasCase = () => program.open !== null;
  return [
    {
      id: 'case.new',
      title: say('app.new-case'),
      words: say('app.new-case.words'),
      group: 'Case',
      keys: ['Ctrl+N'],
      run: () => program.cases.askForTitle(),
    },
    {
      id: 'case.open',
      title: say('app.open-a-case-folder'),
      words: say('app.open-a-case-folder.words'),
      group: 'Case',
      keys: ['Ctrl+O'],
      run: () => program.cases.choose(),
    },
    {
      id: 'case.importFile',
      title: say('app.open-a-case-in-one-file'),
      words: say('app.open-a-case-in-one-file.words'),
      group: 'Case',
      run: () => program.cases.importFile(),
    },
    {
      id: 'case.close',
      title: say('app.close-the-case'),
      words: say('app.close-the-case.words'),
      group: 'Case',
      keys: ['Ctrl+W'],
      enabled: hasCase,
      run: () => program.cases.close(),
    },
    {
      id: 'case.import',
      title: say('app.import-documents'),
      words: say('app.import-documents.words'),
      group: 'Case',
      keys: ['Ctrl+I'],
      enabled: hasCase,
      run: () => program.importChosen(false),
    },
    {
      id: 'case.importFolder',
      title: say('app.import-a-folder'),
      words: say('app.import-a-folder.words'),
      group: 'Case',
      keys: ['Ctrl+Shift+I'],
      enabled: hasCase,
      run: () => program.importChosen(true),
    },
    ...themes.map((theme): Command => ({
      id: `view.theme.${theme}`,
      title: say(`app.theme-${theme}`),
      words: say(`app.theme-${theme}.words`),
      group: 'View',
      run: () => program.set({ theme }),
    })),
  ];
}
