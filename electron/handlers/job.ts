import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls that stop work in the background. */
export function jobHandlers({ jobs }: HandlerContext): HandlersOf<'job'> {
  return {
    'job.cancel': ({ id }) => {
      jobs.cancel(id);
      return null;
    },
  };
}
