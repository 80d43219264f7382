import type { TaskWork } from '../background/tasks.ts';
import { cutOuts } from '../convert/cut-outs.ts';

/** Cuts rectangles out of a foreign file; one after the other is progress. */
export const cutTask: TaskWork<'cut'> = async function* (
  { file, mediaType, wanted },
  { progress, signal },
) {
  let done = 0;
  for await (const one of cutOuts(file, mediaType, wanted)) {
    signal.throwIfAborted();
    progress(++done, wanted.length);
    yield one;
  }
};
