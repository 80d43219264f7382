import type { Command } from './state/commands.svelte.ts';
import type { Program } from './state/program.svelte.ts';

const themes = {
  system: 'the system’s',
  light: 'light',
  dark: 'dark',
  contrast: 'high contrast',
} as const;

/** What can be done with or without an open case. */
export function appCommands(program: Program): Command[] {
  const hasCase = () => program.open !== null;
  return [
    {
      id: 'case.new',
      title: 'New case…',
      words: ['create a case'],
      group: 'Case',
      keys: ['Ctrl+N'],
      run: () => program.askForTitle(),
    },
    {
      id: 'case.open',
      title: 'Open a case folder…',
      words: ['load a case'],
      group: 'Case',
      keys: ['Ctrl+O'],
      run: () => program.chooseCase(),
    },
    {
      id: 'case.importFile',
      title: 'Open a case in one file…',
      words: ['unpack', 'import a case', 'restore'],
      group: 'Case',
      run: () => program.importFile(),
    },
    {
      id: 'case.close',
      title: 'Close the case',
      words: ['leave', 'start screen'],
      group: 'Case',
      keys: ['Ctrl+W'],
      enabled: hasCase,
      run: () => program.closeCase(),
    },
    {
      id: 'case.import',
      title: 'Import documents…',
      words: ['add files', 'load documents'],
      group: 'Case',
      keys: ['Ctrl+I'],
      enabled: hasCase,
      run: () => program.importChosen(false),
    },
    {
      id: 'case.importFolder',
      title: 'Import a folder…',
      words: ['add a folder'],
      group: 'Case',
      keys: ['Ctrl+Shift+I'],
      enabled: hasCase,
      run: () => program.importChosen(true),
    },
    ...Object.entries(themes).map(([theme, words]): Command => ({
      id: `view.theme.${theme}`,
      title: `Use ${theme === 'system' ? words : `the ${words}`} theme`,
      words: [`${theme} mode`, 'appearance'],
      group: 'View',
      run: () => program.set({ theme: theme as keyof typeof themes }),
    })),
  ];
}
