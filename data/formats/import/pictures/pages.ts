import { say } from '../../../words/say.ts';
import type { ReadText } from '../format.ts';

/**
 * The text of a document of pictures alone: its pages are all that it has so far, each with a line that is
 * folded away. `labels`: what pages are called, where that is not their number.
 */
export function pagesWithoutWords(
  numbers: readonly number[],
  labels: readonly string[] = [],
): Pick<ReadText, 'text' | 'blocks' | 'pages'> {
  const lines = numbers.map((page) => say('imports.pageWithoutText', { page }));
  let next = 0;
  const ranges = lines.map((line) => {
    const start = next;
    next = start + line.length + 1;
    return { start, end: start + line.length };
  });
  return {
    text: lines.join('\n'),
    blocks: ranges.map((one) => ({ ...one, kind: 'paragraph', region: 'boilerplate' })),
    pages: ranges.map((one, at) => {
      const page = numbers[at] ?? 0;
      return { ...one, number: (labels[page - 1] ?? String(page)).slice(0, 40) };
    }),
  };
}
