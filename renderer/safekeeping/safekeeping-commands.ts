import { say } from '#data/words/say.ts';
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
      title: say('safekeeping.passphrase-and-encryption'),
      words: say('safekeeping.passphrase-and-encryption.words'),
      group,
      run: raise('protection'),
    },
    {
      id: 'case.backups',
      title: say('safekeeping.backups.do'),
      words: say('safekeeping.backups.do.words'),
      group,
      run: raise('backups'),
    },
    {
      id: 'case.verify',
      title: say('safekeeping.check-the-case'),
      words: say('safekeeping.check-the-case.words'),
      group,
      run: raise('check'),
    },
    {
      id: 'case.recovery',
      title: say('safekeeping.what-was-repaired'),
      group,
      enabled: () => model.store.recovery.length > 0,
      run: raise('recovery'),
    },
    {
      id: 'case.saveCopy',
      title: say('safekeeping.save-a-copy-elsewhere'),
      words: say('safekeeping.save-a-copy-elsewhere.words'),
      group,
      run: () => keeping.saveCopy(),
    },
    {
      id: 'case.retry',
      title: say('safekeeping.try-again-to-save'),
      group,
      enabled: () => model.store.mode !== 'writable',
      run: () => keeping.retry(),
    },
    {
      id: 'case.exportFile',
      title: say('safekeeping.export-file'),
      words: say('safekeeping.export-file.words'),
      group,
      run: () => keeping.exportFile(),
    },
  ];
}
