import { shell } from 'electron';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls about files that were written where the person chose. */
export function writtenHandlers({ written }: HandlerContext): HandlersOf<'written'> {
  return {
    'written.reveal': ({ file }) => {
      shell.showItemInFolder(written.pathOf(file));
      return null;
    },
  };
}
