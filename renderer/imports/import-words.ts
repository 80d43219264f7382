import type { QueueResult } from '#data/api/import.ts';
import { say } from '#data/words/say.ts';
import type { Counts } from '../state/queue-lines.ts';
import { spanOf } from '../state/time-left.ts';

/** What became of an import, in words: “38 imported, 2 not imported”. */
export function summaryOf(counts: Counts): string {
  return (['imported', 'needs-ocr', 'duplicate', 'failed', 'cancelled'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => say(`bringing.${kind}`, { n: counts[kind] }))
    .join(', ');
}

/** How many files are done, and how long the rest takes. */
export function progressWords(done: number, total: number, left: number | undefined): string {
  const part = say('bringing.done-of', { done, total });
  return left === undefined ? part : `${part}, ${say('bringing.left', spanOf(left))}`;
}

/** What became of a document, as a sentence with its title. */
export function outcomeOf(result: QueueResult, title: string): string {
  if (result.result === 'failed') return result.error.message;
  if (result.result === 'duplicate') return say('bringing.here-already-as', { title });
  return result.result === 'needs-ocr' ? say('bringing.is-pictures', { title }) : title;
}
