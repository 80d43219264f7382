import type { Span } from '../finder.ts';
import { align, type SharedBlock } from './blocks.ts';
import { bareOf, type BareText } from './bare.ts';
import { GRAM, UniqueGrams } from './grams.ts';

/** Code units beside words that have to be the same for the words to be held fast on that side. */
const HOLD = 8;
/** Code units in which something unique is looked for: cost at repeated texts. */
const FAR = 1200;

/** Two versions of a text laid side by side: where in the newer one each stretch of the older one is. */
export class TextMap {
  readonly older: BareText;
  readonly newer: BareText;
  /** What of the newer text comes from nowhere in the older one. */
  readonly added: readonly Span[];
  readonly #blocks: readonly SharedBlock[];
  readonly #byNewer: readonly SharedBlock[];
  readonly #grams: UniqueGrams;

  constructor(older: string, newer: string) {
    this.older = bareOf(older);
    this.newer = bareOf(newer);
    const { blocks, added } = align(this.older.text, this.newer.text);
    this.#blocks = blocks;
    this.#byNewer = [...blocks].sort((one, other) => one.b - other.b);
    this.added = added;
    this.#grams = new UniqueGrams(this.older.text, this.newer.text);
  }

  /** The block that a unit of the older text lies in. */
  blockAt(at: number): SharedBlock | undefined {
    const block = lastFrom(this.#blocks, ({ a }) => a <= at);
    return block && at < block.a + block.length ? block : undefined;
  }

  /** The block that a unit of the newer text lies in. */
  blockOfNew(at: number): SharedBlock | undefined {
    const block = lastFrom(this.#byNewer, ({ b }) => b <= at);
    return block && at < block.b + block.length ? block : undefined;
  }

  /** Blocks that share units with a range of the older text. */
  blocksIn({ start, end }: Span): SharedBlock[] {
    const found: SharedBlock[] = [];
    let at = Math.max(
      0,
      indexOfLast(this.#blocks, ({ a }) => a <= start),
    );
    for (let one = this.#blocks[at]; one && one.a < end; one = this.#blocks[++at]) {
      if (one.a + one.length > start) found.push(one);
    }
    return found;
  }

  /**
   * The stretch of the newer text where a place of the older one would be: between what is kept before it and
   * what is kept behind it.
   */
  around({ start, end }: Span): Span {
    const above = this.#keptBefore(indexOfLast(this.#blocks, ({ a }) => a < start));
    const below = this.#keptBehind(indexOfLast(this.#blocks, ({ a }) => a < end) + 1);
    const from = above ? above.b + Math.min(above.length, start - above.a) : 0;
    return { start: from, end: Math.max(from, below ? below.b : this.newer.text.length) };
  }

  /** What was changed before a block that was kept, and behind it, in both texts; empty spans where nothing was. */
  changesBeside({ a, b, length }: SharedBlock): { older: Span; newer: Span }[] {
    const before = this.#keptBefore(indexOfLast(this.#blocks, (one) => one.a < a));
    const behind = this.#keptBehind(indexOfLast(this.#blocks, (one) => one.a <= a) + 1);
    const ends = { a: this.older.text.length, b: this.newer.text.length };
    return [
      {
        older: { start: before ? before.a + before.length : 0, end: a },
        newer: { start: before ? before.b + before.length : 0, end: b },
      },
      {
        older: { start: a + length, end: behind?.a ?? ends.a },
        newer: { start: b + length, end: behind?.b ?? ends.b },
      },
    ];
  }

  #keptBefore(index: number): SharedBlock | undefined {
    let at = index;
    while (at >= 0 && this.#blocks[at]?.kept === false) at--;
    return this.#blocks[at];
  }

  #keptBehind(index: number): SharedBlock | undefined {
    let at = index;
    while (this.#blocks[at]?.kept === false) at++;
    return this.#blocks[at];
  }

  /**
   * Whether words are held fast on both sides: within their block, something that both texts have once stands
   * before them and behind them. Nothing else can be meant then, however often the words are repeated.
   */
  isFast(block: SharedBlock, { start, end }: Span): boolean {
    return this.#isFastBefore(block, start) && this.#isFastBehind(block, end);
  }

  #isFastBefore({ a, b, length }: SharedBlock, start: number): boolean {
    if (a === 0 && b === 0) return true;
    const last = Math.min(start - HOLD, a + length - GRAM);
    for (let at = last; at >= a && at > last - FAR; at--) if (this.#grams.has(at)) return true;
    return false;
  }

  #isFastBehind({ a, b, length }: SharedBlock, end: number): boolean {
    const until = a + length;
    if (until === this.older.text.length && b + length === this.newer.text.length) return true;
    const first = Math.max(a, end + HOLD - GRAM);
    for (let at = first; at + GRAM <= until && at < first + FAR; at++) {
      if (this.#grams.has(at)) return true;
    }
    return false;
  }
}

function lastFrom<T>(sorted: readonly T[], isBefore: (one: T) => boolean): T | undefined {
  return sorted[indexOfLast(sorted, isBefore)];
}

/** Index of the last one of which that is true, of a list where it is true of the first ones; or -1. */
function indexOfLast<T>(sorted: readonly T[], isBefore: (one: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = sorted[middle];
    if (one !== undefined && isBefore(one)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
