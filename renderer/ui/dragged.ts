import type { CallInput } from '#data/api/api.ts';

type Dragged = Pick<DataTransfer, 'types' | 'getData'>;

/** Whether files are dragged; a picture out of a browser is one too. */
export const hasFiles = (dragged: Pick<Dragged, 'types'> | null): boolean =>
  dragged?.types.includes('Files') ?? false;

/** Whether words are dragged, or part of a page. */
export const hasWords = (dragged: Pick<Dragged, 'types'> | null): boolean =>
  dragged?.types.some((type) => type === 'text/plain' || type === 'text/html') ?? false;

/** The dragged words, as a page where they are one, with the address that they come from if it is told. */
export function wordsIn(dragged: Dragged): CallInput<'import.text'> {
  const html = dragged.getData('text/html');
  const [address = ''] = dragged.getData('text/x-moz-url-priv').split('\n');
  return {
    text: dragged.getData('text/plain'),
    ...(html !== '' && { html }),
    ...(address !== '' && { address }),
  };
}
