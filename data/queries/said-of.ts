import { blockAt } from '../text/block-at.ts';
import type { Span } from '../text/finder.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Block } from '../text/working-text.ts';

/** Longest stretch (code units) that is taken as one quote for two names. */
const LONGEST = 800;

/**
 * The words that say what links two names: the sentence that holds both, or the sentences from the one to
 * the other in one paragraph, at most {@link LONGEST} long; else the sentence of each, in reading order. A
 * bare name proves nothing. Cost: the paragraphs of both.
 */
export function saidOf(text: string, blocks: readonly Block[], one: Span, other: Span): Span[] {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  const from = sentenceOf(text, blocks, first);
  const to = sentenceOf(text, blocks, second);
  const whole = { start: from.start, end: Math.max(from.end, to.end) };
  const isOne = paragraphAt(blocks, first.start) === paragraphAt(blocks, second.start);
  if (isOne && whole.end - whole.start <= LONGEST) return [whole];
  return from.start === to.start && from.end === to.end ? [from] : [from, to];
}

/** How near to each other two names stand. */
export type Nearness = 'sentence' | 'paragraph' | 'document';

/** Whether two names stand in one sentence, in one paragraph, or only in one document. */
export function nearnessOf(
  text: string,
  blocks: readonly Block[],
  one: Span,
  other: Span,
): Nearness {
  const sentence = sentenceOf(text, blocks, one);
  if (sentence.start <= other.start && sentence.end >= other.end) return 'sentence';
  const isOne = paragraphAt(blocks, one.start) === paragraphAt(blocks, other.start);
  return isOne ? 'paragraph' : 'document';
}

/** The sentence (or sentences) around a range, within its paragraph. */
export function sentenceOf(text: string, blocks: readonly Block[], { start, end }: Span): Span {
  const first = blocks[paragraphAt(blocks, start)];
  const last = blocks[blockAt(blocks, Math.max(start, end - 1))];
  if (!first || !last) return { start, end };
  const from = first.start;
  const sentences = sentencesOf(text.slice(from, Math.max(last.end, end)));
  const opening = sentences.findLast((one) => from + one.start <= start);
  const closing = sentences.find((one) => from + one.end >= end);
  return {
    start: Math.min(start, from + (opening?.start ?? 0)),
    end: Math.max(end, from + (closing?.end ?? end - from)),
  };
}

/** Index of the block in which the paragraph at an offset begins: long ones go on in further blocks. */
function paragraphAt(blocks: readonly Block[], offset: number): number {
  let index = blockAt(blocks, offset);
  while (index > 0 && blocks[index]?.kind === 'continuation') index--;
  return index;
}
