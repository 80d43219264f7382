import type { ShownParagraph } from '../shown-paragraphs.ts';
import type { Side, Sides } from './sides.ts';

/** How many paragraphs of each text stand side by side, and what that costs before anything is known of them. */
export interface Shape {
  left: number;
  right: number;
  prior: number;
}

/**
 * Most paragraphs are translated one by one; merged and split ones are less frequent, those left out rare. The
 * order decides between equals. After Gale and Church, A Program for Aligning Sentences in Bilingual Corpora
 * (Computational Linguistics 19, 1993), the -ln of how often each occurs; here three to one stand beside them, and
 * leaving out costs less than for sentences of parliament: 4 came out best on the texts of the tests, 3.5 to 5.3
 * made little difference.
 */
export const shapes: readonly Shape[] = [
  { left: 1, right: 1, prior: 0.1 },
  { left: 1, right: 2, prior: 3.1 },
  { left: 2, right: 1, prior: 3.1 },
  { left: 1, right: 0, prior: 4 },
  { left: 0, right: 1, prior: 4 },
  { left: 1, right: 3, prior: 5.5 },
  { left: 3, right: 1, prior: 5.5 },
];
/** Most paragraphs of one text that stand beside one of the other. */
export const MOST = 3;

/** What a weight of shared signs is worth, and what one costs that only one side has although both texts do. */
const SHARED = 0.9;
const MISSING = 0.25;
/** Variance of a translation's length per letter (Gale and Church), and its part that grows with the length. */
const VARIANCE = 6.8;
const SPREAD = 0.14;

/** Says what it costs to put paragraphs side by side; see {@link Sides} for what it looks at. */
export class Costs {
  readonly #left: Side;
  readonly #right: Side;
  readonly #weightOf: Float64Array;
  /** Makes lengths of both texts comparable: those of the denser one count for more. */
  readonly #scale: { left: number; right: number };

  /** `ratio`: letters of the right text for one of the left. */
  constructor({ left, right, weightOf }: Sides, ratio: number) {
    this.#left = left;
    this.#right = right;
    this.#weightOf = weightOf;
    this.#scale = { left: Math.max(1, ratio), right: Math.max(1, 1 / ratio) };
  }

  /** Weight of what two paragraphs both have, and below 0 what their kinds speak against it. */
  likeness(left: number, right: number): number {
    return this.#shared(left, right) * (SHARED + 2 * MISSING) - this.#strangeness(left, right);
  }

  /** What the paragraphs before `left` and `right` cost as one row of a shape, `likeness` of all pairs summed. */
  row(left: number, right: number, shape: Shape, likeness: number): number {
    const fromLeft = left - shape.left;
    const fromRight = right - shape.right;
    const weights =
      between(this.#left.weights, fromLeft, left) + between(this.#right.weights, fromRight, right);
    if (shape.left === 0 || shape.right === 0) return shape.prior + MISSING * weights;
    const a = between(this.#left.letters, fromLeft, left) * this.#scale.left;
    const b = between(this.#right.letters, fromRight, right) * this.#scale.right;
    const gain = Math.min(likeness, (weights / 2) * (SHARED + 2 * MISSING));
    return shape.prior + farness(a, b) + MISSING * weights - gain;
  }

  /** Weight of the signs that two paragraphs both have. */
  #shared(left: number, right: number): number {
    const [own, theirs] = [this.#left.signs[left], this.#right.signs[right]];
    if (!own || !theirs) return 0;
    let weight = 0;
    for (let i = 0, j = 0; i < own.length && j < theirs.length;) {
      const [one = 0, other = 0] = [own[i], theirs[j]];
      if (one === other) weight += this.#weightOf[one] ?? 0;
      if (one <= other) i++;
      if (other <= one) j++;
    }
    return weight;
  }

  /** How little the kinds of two paragraphs go together; it says little where a text has none of a kind. */
  #strangeness(left: number, right: number): number {
    const [one, other] = [this.#left.paragraphs[left], this.#right.paragraphs[right]];
    if (!one || !other) return 0;
    if (one.kind === other.kind) return isOtherHeading(one, other) ? 1 : 0;
    const isKnown = this.#right.kinds.has(one.kind) && this.#left.kinds.has(other.kind);
    if (!isKnown) return 0.5;
    return one.kind === 'heading' || other.kind === 'heading' ? 6 : 3;
  }
}

const isOtherHeading = (one: ShownParagraph, other: ShownParagraph): boolean =>
  one.kind === 'heading' && one.level !== other.level;

const between = (sums: Float64Array, from: number, to: number): number =>
  (sums[to] ?? 0) - (sums[from] ?? 0);

/**
 * What a difference of lengths costs. Paragraphs are translated more freely than sentences: their lengths spread
 * with their size, and a far one is unlikely but not impossible (as Student's distribution has it).
 */
function farness(a: number, b: number): number {
  const mean = (a + b) / 2;
  const far = (a - b) ** 2 / (VARIANCE * mean + (SPREAD * mean) ** 2 + 1);
  return 2.5 * Math.log(1 + far / 4);
}
