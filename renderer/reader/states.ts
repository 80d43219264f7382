import type { ReadingState } from '#data/model/document.ts';
import { say } from '#data/words/say.ts';

/** Reading states as the analyst sees them, in the order of work. */
export const stateWords: Record<ReadingState, string> = {
  unread: say('reader.unread'),
  reading: say('reader.reading'),
  done: say('reader.done'),
};
