import type { TaskWork } from '../background/tasks.ts';
import { annotated } from '../convert/pdf/annotate.ts';

/** Writes notes into a foreign PDF. */
export const annotateTask: TaskWork<'annotate'> = async function* (input, { progress }) {
  let pages = 0;
  yield await annotated(input, (page) => {
    pages = Math.max(pages, page);
    progress(pages, pages + 1);
  });
};
