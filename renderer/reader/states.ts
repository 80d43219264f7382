import type { ReadingState } from '#data/model/document.ts';

/** Reading states as the analyst sees them, in the order of work. */
export const stateWords: Record<ReadingState, string> = {
  unread: 'Unread',
  reading: 'Reading',
  done: 'Done',
};
