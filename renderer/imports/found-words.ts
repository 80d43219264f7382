import type { CaseModel } from '../state/case-model.svelte.ts';

/** Code units that are shown before and after words. */
const AROUND = 60;

/** Most code units of the words themselves: a language is found in all of a text. */
const MOST = 300;

/** Words of a text with a little of what stands around them. */
export interface FoundWords {
  before: string;
  words: string;
  after: string;
}

/** The words of [start, end) of a document, as much of them as can be read at a glance. */
export async function foundIn(
  model: Pick<CaseModel, 'ask'>,
  id: string,
  { start, end }: { start: number; end: number },
): Promise<FoundWords> {
  const to = Math.min(end, start + MOST);
  const { from, text } = await model.ask('document.part', { id, start, end: to });
  const [a, b] = [start - from, to - from];
  const line = (words: string): string => words.replace(/\s+/g, ' ');
  return {
    before: line(text.slice(Math.max(0, a - AROUND), a)),
    words: line(text.slice(a, b)),
    after: to < end ? '…' : line(text.slice(b, b + AROUND)),
  };
}
