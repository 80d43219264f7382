/** Code units of what is asked for being there once: some two words, or a clause of Chinese. */
export const GRAM = 12;

const MOST_SLOTS = 1 << 24;

/**
 * Which stretches of {@link GRAM} code units stand in each of two texts exactly once: whoever finds one in both
 * knows that both mean the same place. Counts by hash: a few are taken for frequent that are not, none for
 * unique. Cost: one pass over both, one byte for an eighth of a unit.
 */
export class UniqueGrams {
  readonly #left: string;
  readonly #counts: readonly [Uint8Array, Uint8Array];
  readonly #mask: number;

  constructor(left: string, right: string) {
    let slots = 1 << 12;
    while (slots < 8 * Math.max(left.length, right.length) && slots < MOST_SLOTS) slots *= 2;
    this.#left = left;
    this.#mask = slots - 1;
    this.#counts = [this.#count(left, slots), this.#count(right, slots)];
  }

  /** Whether the stretch that begins here in the left text is in both texts once. */
  has(at: number): boolean {
    if (at < 0 || at + GRAM > this.#left.length) return false;
    const slot = slotOf(this.#left, at, this.#mask);
    return this.#counts[0][slot] === 1 && this.#counts[1][slot] === 1;
  }

  #count(text: string, slots: number): Uint8Array {
    const counts = new Uint8Array(slots);
    for (let at = 0; at + GRAM <= text.length; at++) {
      const slot = slotOf(text, at, this.#mask);
      if ((counts[slot] ?? 0) < 2) counts[slot] = (counts[slot] ?? 0) + 1;
    }
    return counts;
  }
}

function slotOf(text: string, at: number, mask: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + GRAM; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 4) & mask;
}
