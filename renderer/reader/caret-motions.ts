import type { Span } from '#data/text/finder.ts';
import { blockAt } from '#data/text/block-at.ts';
import { sentencesOf, sentenceStarts } from '#data/text/sentences.ts';
import type { Block } from '#data/text/working-text.ts';

/** How far one motion of the caret goes. Lines depend on the layout and are not known here. */
export type Granularity = 'character' | 'word' | 'sentence' | 'paragraph' | 'text';

/**
 * Moves through a text by what its language takes for a character or a word (Unicode segmentation, so
 * that Chinese words and combining marks are right), and by sentences. Only the block around
 * the caret is segmented, at most 2,000 code units.
 */
export class CaretMotions {
  readonly #text: string;
  readonly #blocks: readonly Block[];
  readonly #segmenters: Record<'grapheme' | 'word', Intl.Segmenter>;

  constructor(text: string, blocks: readonly Block[], language?: string) {
    this.#text = text;
    this.#blocks = blocks;
    const locale = known(language);
    this.#segmenters = {
      grapheme: new Intl.Segmenter(locale, { granularity: 'grapheme' }),
      word: new Intl.Segmenter(locale, { granularity: 'word' }),
    };
  }

  /** Where a motion leads: words end forwards and begin backwards, sentences and paragraphs begin. */
  move(offset: number, by: Granularity, direction: 1 | -1): number {
    if (by === 'text') return direction === 1 ? this.#last : this.#first;
    const stops = this.#stops(offset, by);
    if (direction === 1) {
      const next = stops.find((stop) => stop > offset);
      return next ?? this.#beyond(offset);
    }
    const before = stops.findLast((stop) => stop < offset);
    return before ?? this.#before(offset, by);
  }

  /** The word, sentence or paragraph at an offset. */
  around(offset: number, by: 'word' | 'sentence' | 'paragraph'): Span {
    const block = this.#block(offset);
    if (by === 'paragraph') return { start: block.start, end: block.end };
    const inside = Math.max(block.start, Math.min(offset, block.end - 1));
    if (by === 'sentence') return this.#sentenceAt(block, inside);
    const piece = this.#segmenters[by].segment(this.#slice(block)).containing(inside - block.start);
    if (!piece) return { start: offset, end: offset };
    const start = block.start + piece.index;
    return { start, end: start + piece.segment.trimEnd().length || start + 1 };
  }

  #sentenceAt(block: Block, offset: number): Span {
    const all = sentencesOf(this.#slice(block));
    const { start, end } = all.findLast((one) => block.start + one.start <= offset) ?? {
      start: 0,
      end: block.end - block.start,
    };
    return { start: block.start + start, end: block.start + end };
  }

  get #first(): number {
    return this.#blocks[0]?.start ?? 0;
  }

  get #last(): number {
    return this.#blocks.at(-1)?.end ?? this.#text.length;
  }

  #block(offset: number): Block {
    const at = this.#blocks[blockAt(this.#blocks, Math.max(0, offset))];
    const before = this.#blocks[blockAt(this.#blocks, Math.max(0, offset - 1))];
    return (before?.end === offset ? before : at) ?? { start: 0, end: 0, kind: 'paragraph' };
  }

  #slice({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }

  /** Offsets inside the caret's block where a motion may stop, in order. */
  #stops(offset: number, by: Exclude<Granularity, 'text'>): number[] {
    const block = this.#block(offset);
    if (by === 'paragraph') return [block.start];
    const text = this.#slice(block);
    if (by === 'character') {
      const pieces = [...this.#segmenters.grapheme.segment(text)];
      return [...pieces.map(({ index }) => block.start + index), block.end];
    }
    if (by === 'sentence') {
      return [...sentenceStarts(text).map((start) => block.start + start), block.end];
    }
    return [...this.#segmenters.word.segment(text)]
      .filter(({ isWordLike }) => isWordLike)
      .flatMap(({ index, segment }) => [
        { at: block.start + index, starts: true },
        { at: block.start + index + segment.length, starts: false },
      ])
      .filter(({ at, starts }) => (starts ? at < offset : at > offset))
      .map(({ at }) => at);
  }

  /** Start of the next block, or the end of the text. */
  #beyond(offset: number): number {
    const end = this.#block(offset).end;
    const next = this.#blocks[blockAt(this.#blocks, end)];
    return next && next.start > offset ? next.start : this.#last;
  }

  #before(offset: number, by: Granularity): number {
    const previous = this.#blocks[blockAt(this.#blocks, this.#block(offset).start) - 1];
    if (!previous) return this.#first;
    return by === 'paragraph' ? previous.start : previous.end;
  }
}

/** The language if the runtime knows its form; undefined lets it choose. */
function known(language: string | undefined): string | undefined {
  try {
    return language && Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined; // Not a language tag: the rules of the root locale apply.
  }
}
