import { askImports } from '../window/dialogs.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls that start or stop work in the background. */
export function jobHandlers(context: HandlerContext): HandlersOf<'import' | 'job'> {
  const { window, cases, imports, jobs, settings } = context;
  return {
    'import.choose': async ({ folder }) => {
      // Refuses before it asks for files that could not be imported.
      const checkSame = cases.hold();
      const paths = await askImports(window, folder);
      checkSame();
      return imports.start(paths, { method: 'file dialog', collector: settings.get().author });
    },
    'job.cancel': ({ id }) => {
      jobs.cancel(id);
      return null;
    },
  };
}
