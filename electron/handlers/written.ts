import { shell } from 'electron';
import type { Desk } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls about files that were written where the person chose. */
export function writtenHandlers({ written }: Desk): HandlersOf<'written'> {
  return {
    'written.reveal': ({ file }) => {
      shell.showItemInFolder(written.pathOf(file));
      return null;
    },
  };
}
