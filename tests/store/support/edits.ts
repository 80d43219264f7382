import type { Request } from '#data/operations/engine.ts';

/** One piece of an analyst's work: an operation, or the import of a document. */
export type Step = { request: Request } | { document: string; words: string };

/** Length of every document in code units. */
const LENGTH = 4000;

/** The documents that every test case starts with. */
export const firstDocuments = ['d1', 'd2'] as const;

/**
 * Piece of work number `i`: mostly highlights, among them changes and removals of earlier ones, tags,
 * actors, undo, redo and imports. Some are refused when an earlier one was; that is part of the work.
 */
export function stepOf(i: number): Step {
  const earlier = `h${i - 1}`;
  const request = (op: string, input: unknown): Step => ({ request: { op, input } });
  if (i % 25 === 12) return { document: `x${i}`, words: wordsOf(`x${i}`) };
  switch (i % 10) {
    case 0:
      return request('tag.add', { id: `t${i}`, name: `Tag ${i}` });
    case 1:
      return request('entity.add', { id: `e${i}`, type: 'person', name: `Person ${i}` });
    case 4:
      return request('highlight.update', { id: earlier, note: `Noted as piece ${i}` });
    case 6:
      return request('highlight.remove', { id: earlier });
    case 8:
      return i % 20 === 18 ? request('undo', {}) : request('redo', {});
    default:
      return request('highlight.add', markOf(i));
  }
}

function markOf(i: number) {
  const start = (i * 37) % (LENGTH - 200);
  const document = firstDocuments[i % 2 === 0 ? 0 : 1];
  return { id: `h${i}`, document, start, end: start + 5 + (i % 90), tags: ['doubt'] };
}

/** The words of a document: told apart by its name, and different at every place. */
export function wordsOf(document: string): string {
  const words: string[] = [];
  for (let n = 0, length = 0; length < LENGTH; n++) {
    const word = `${document}-${n}`;
    words.push(word);
    length += word.length + 1;
  }
  return words.join(' ').slice(0, LENGTH);
}
