import { askImports } from '../dialogs.ts';
import type { Desk } from './desk.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls that start or stop work in the background. */
export function jobHandlers({ window, cases, imports, jobs }: Desk): HandlersOf<'import' | 'job'> {
  return {
    'import.choose': async ({ folder }) => {
      // Refuses before it asks for files that could not be imported.
      void cases.current;
      return imports.start(await askImports(window, folder));
    },
    'job.cancel': ({ id }) => {
      jobs.cancel(id);
      return null;
    },
  };
}
