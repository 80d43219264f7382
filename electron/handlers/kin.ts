import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** What documents are of one another, as far as it was found. */
export function kinHandlers({ kin }: HandlerContext): HandlersOf<'kin'> {
  return { 'kin.found': () => kin.found };
}
