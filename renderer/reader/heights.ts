/**
 * Heights of the rows of a long text, in CSS pixels: estimated at first, corrected as rows are seen.
 * A Fenwick tree, so that any row's offset and the row at any offset cost O(log n), and a correction too.
 */
export class Heights {
  readonly #values: Float64Array;
  readonly #tree: Float64Array;

  constructor(estimates: ArrayLike<number>) {
    const size = estimates.length;
    this.#values = Float64Array.from(estimates);
    this.#tree = new Float64Array(size + 1);
    for (let i = 1; i <= size; i++) {
      this.#tree[i] = (this.#tree[i] ?? 0) + (this.#values[i - 1] ?? 0);
      const parent = i + (i & -i);
      if (parent <= size) this.#tree[parent] = (this.#tree[parent] ?? 0) + (this.#tree[i] ?? 0);
    }
  }

  get size(): number {
    return this.#values.length;
  }

  /** Height of all rows together. */
  get total(): number {
    return this.offset(this.size);
  }

  get(row: number): number {
    return this.#values[row] ?? 0;
  }

  /** Corrects a row's height; answers by how much it changed. */
  set(row: number, height: number): number {
    const delta = height - this.get(row);
    if (delta === 0 || row < 0 || row >= this.size) return 0;
    this.#values[row] = height;
    for (let i = row + 1; i <= this.size; i += i & -i) {
      this.#tree[i] = (this.#tree[i] ?? 0) + delta;
    }
    return delta;
  }

  /** Where a row begins: the sum of the heights before it. */
  offset(row: number): number {
    let sum = 0;
    for (let i = Math.min(row, this.size); i > 0; i -= i & -i) sum += this.#tree[i] ?? 0;
    return sum;
  }

  /** The row that covers an offset; the first or last one beyond the ends. */
  rowAt(offset: number): number {
    let row = 0;
    let rest = offset;
    for (let step = 1 << Math.floor(Math.log2(Math.max(1, this.size))); step > 0; step >>= 1) {
      const next = row + step;
      const sum = this.#tree[next] ?? 0;
      if (next <= this.size && sum <= rest) {
        row = next;
        rest -= sum;
      }
    }
    return Math.max(0, Math.min(row, this.size - 1));
  }
}
