/** How often each thing that is looked for stands in a unit, and how many words the unit has. */
export interface Counted {
  counts: readonly number[];
  length: number;
}

const K1 = 1.2;
const B = 0.75;

/**
 * How well units fit, by BM25 (Robertson and Zaragoza 2009, with the constants of FTS5): what is rare counts
 * more, what is repeated a little more, what is short more. Every unit is noted before any is scored.
 */
export class Ranking {
  readonly #holding: number[];
  #units = 0;
  #words = 0;

  /** `leaves`: how many things are looked for. */
  constructor(leaves: number) {
    this.#holding = new Array<number>(leaves).fill(0);
  }

  note({ counts, length }: Counted): void {
    this.#units++;
    this.#words += length;
    counts.forEach((count, i) => {
      if (count > 0) this.#holding[i] = (this.#holding[i] ?? 0) + 1;
    });
  }

  score({ counts, length }: Counted): number {
    const average = Math.max(1, this.#words / Math.max(1, this.#units));
    return counts.reduce((sum, count, i) => {
      const held = this.#holding[i] ?? 0;
      const rarity = Math.max(1e-6, Math.log((this.#units - held + 0.5) / (held + 0.5)));
      const often = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));
      return sum + rarity * often;
    }, 0);
  }
}
