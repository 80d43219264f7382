import { reanchorOneByOne, type Reanchored } from '#data/text/reanchor/reanchor.ts';
import type { TaskWork } from '../background/tasks.ts';

/** Answers that are given at a time. */
const PORTION = 200;

/** Looks for marked words of texts in a newer text. */
export const reanchorTask: TaskWork<'reanchor'> = async function* (input, { progress, signal }) {
  const total = input.olders.reduce((sum, { anchors }) => sum + anchors.length, 0);
  let done = 0;
  let portion: Reanchored[] = [];
  for (const { text, anchors } of input.olders) {
    for (const answer of reanchorOneByOne(text, input.newer, anchors)) {
      portion.push(answer);
      progress(++done, total);
      if (portion.length < PORTION) continue;
      yield await Promise.resolve(portion);
      portion = [];
      signal.throwIfAborted();
    }
  }
  yield portion;
};
