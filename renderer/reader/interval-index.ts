/** Something that covers a half-open range of a text. */
export interface Interval {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const CHUNK = 64;

/**
 * Intervals of one text, any number of which may overlap: sorted by start (the longer first), with the
 * farthest end of every chunk of 64. Finding those over a range skips the chunks that end before it;
 * putting or removing one costs a binary search and a shift of the array, microseconds at 10,000.
 */
export class IntervalIndex<T extends Interval> {
  readonly #sorted: T[];
  readonly #byId: Map<string, T>;
  /** Farthest end in each chunk. Chunks from `#fresh` on are out of date. */
  readonly #ends: number[] = [];
  #fresh = 0;

  constructor(intervals: Iterable<T> = []) {
    this.#byId = new Map([...intervals].map((one) => [one.id, one]));
    this.#sorted = [...this.#byId.values()].sort(inOrder);
  }

  get size(): number {
    return this.#sorted.length;
  }

  get(id: string): T | undefined {
    return this.#byId.get(id);
  }

  /** All in reading order: by start, of equal starts the longest first. */
  all(): readonly T[] {
    return this.#sorted;
  }

  /** Adds an interval or replaces the one with its id; answers the one that was there. */
  put(interval: T): T | undefined {
    const before = this.remove(interval.id);
    const at = this.#position(interval);
    this.#sorted.splice(at, 0, interval);
    this.#byId.set(interval.id, interval);
    this.#touch(at);
    return before;
  }

  /** Adds many at once; one whose id is known already stays as it is. */
  add(intervals: Iterable<T>): void {
    for (const one of intervals) {
      if (this.#byId.has(one.id)) continue;
      this.#byId.set(one.id, one);
      this.#sorted.push(one);
    }
    this.#sorted.sort(inOrder);
    this.#fresh = 0;
  }

  /** Takes an interval out; answers it if it was there. */
  remove(id: string): T | undefined {
    const before = this.#byId.get(id);
    if (!before) return undefined;
    const at = this.#position(before);
    this.#sorted.splice(at, 1);
    this.#byId.delete(id);
    this.#touch(at);
    return before;
  }

  /** Those that share at least one code unit with [start, end), in reading order. */
  over(start: number, end: number): T[] {
    this.#refresh();
    const stop = this.#firstFrom(end);
    const found: T[] = [];
    for (let chunk = 0; chunk * CHUNK < stop; chunk++) {
      if ((this.#ends[chunk] ?? 0) <= start) continue;
      const last = Math.min(stop, (chunk + 1) * CHUNK);
      for (let i = chunk * CHUNK; i < last; i++) {
        const one = this.#sorted[i];
        if (one && one.end > start) found.push(one);
      }
    }
    return found;
  }

  /** The nearest one that starts after an offset, or before it. */
  next(offset: number, direction: 1 | -1): T | undefined {
    if (direction === 1) return this.#sorted[this.#firstFrom(offset + 1)];
    return this.#sorted[this.#firstFrom(offset) - 1];
  }

  /** Index of the first interval that starts at or after an offset. */
  #firstFrom(offset: number): number {
    return lowerBound(this.#sorted.length, (i) => (this.#sorted[i]?.start ?? 0) >= offset);
  }

  #position(interval: T): number {
    return lowerBound(this.#sorted.length, (i) => {
      const one = this.#sorted[i];
      return !one || inOrder(one, interval) >= 0;
    });
  }

  #touch(at: number): void {
    this.#fresh = Math.min(this.#fresh, Math.floor(at / CHUNK));
  }

  #refresh(): void {
    const chunks = Math.ceil(this.#sorted.length / CHUNK);
    for (; this.#fresh < chunks; this.#fresh++) {
      let end = 0;
      const from = this.#fresh * CHUNK;
      for (const one of this.#sorted.slice(from, from + CHUNK)) end = Math.max(end, one.end);
      this.#ends[this.#fresh] = end;
    }
  }
}

function inOrder(a: Interval, b: Interval): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.end !== b.end) return b.end - a.end;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The first index of `size` at which something is `reached`; `size` if it never is. */
export function lowerBound(size: number, reached: (index: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
