import { shownPage } from '#data/formats/import/html/mhtml/shown-page.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import type { TaskWork } from '../background/tasks.ts';
import { encodings } from '../convert/encodings.ts';

/** Puts a web page that was saved as one file together, so that it can be shown. */
export const originalTask: TaskWork<'original'> = async function* (file, tools) {
  const { html, leftOut } = await shownPage(file, { ...bareTools, encodings, ...tools });
  yield { html: new TextEncoder().encode(html), leftOut };
};
