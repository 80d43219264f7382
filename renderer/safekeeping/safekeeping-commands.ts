import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Command } from '../state/commands.svelte.ts';
import type { Layout, Panel } from '../state/layout.svelte.ts';
import type { Safekeeping } from './safekeeping.svelte.ts';

/** What the commands work on. */
export interface SafekeepingParts {
  model: CaseModel;
  layout: Layout;
  keeping: Safekeeping;
}

/** Keeping the case safe: protection, backups, checks, copies. */
export function safekeepingCommands({ model, layout, keeping }: SafekeepingParts): Command[] {
  const raise = (panel: Panel) => () => (layout.panel = panel);
  const group = 'Case';
  return [
    {
      id: 'case.protect',
      title: 'Passphrase and encryption…',
      words: ['encrypt', 'decrypt', 'password', 'lock', 'recovery key'],
      group,
      run: raise('protection'),
    },
    {
      id: 'case.backups',
      title: 'Backups…',
      words: ['restore', 'snapshot'],
      group,
      run: raise('backups'),
    },
    {
      id: 'case.verify',
      title: 'Check the case…',
      words: ['verify', 'integrity'],
      group,
      run: raise('check'),
    },
    {
      id: 'case.recovery',
      title: 'What was repaired…',
      group,
      enabled: () => model.store.recovery.length > 0,
      run: raise('recovery'),
    },
    {
      id: 'case.saveCopy',
      title: 'Save a copy elsewhere…',
      words: ['save as', 'duplicate'],
      group,
      run: () => keeping.saveCopy(),
    },
    {
      id: 'case.retry',
      title: 'Try again to save',
      group,
      enabled: () => model.store.mode !== 'writable',
      run: () => keeping.retry(),
    },
    {
      id: 'case.exportFile',
      title: 'Export the case as one file…',
      words: ['pack', 'zip', 'archive', 'share'],
      group,
      run: () => keeping.exportFile(),
    },
  ];
}
