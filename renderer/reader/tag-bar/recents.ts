/** Number of places with a digit of their own: the keys 1 to 9. */
export const SLOTS = 9;

/**
 * What was used lately, on the digits 1 to 9. A place keeps its digit for as long as it holds the
 * same entry, so that fingers can learn it: a newcomer takes the place that was used longest ago.
 */
export class Recents {
  readonly #slots: (string | undefined)[];
  /** Keys by last use, the latest last. */
  #order: string[];

  constructor(first: readonly string[] = []) {
    this.#slots = first.slice(0, SLOTS);
    this.#order = [...this.#slots].reverse().filter((key) => key !== undefined);
  }

  /** The entries by place. */
  get slots(): readonly (string | undefined)[] {
    return this.#slots;
  }

  use(key: string): void {
    this.#order = [...this.#order.filter((one) => one !== key), key].slice(-SLOTS);
    if (this.#slots.includes(key)) return;
    const free = Array.from({ length: SLOTS }, (_, i) => i).find(
      (i) => this.#slots[i] === undefined || !this.#order.includes(this.#slots[i]),
    );
    this.#slots[free ?? 0] = key;
  }
}
