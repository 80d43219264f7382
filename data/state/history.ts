import type { HistoryView } from './case-view.ts';

/** What a journal record did to the history. */
export interface HistoryStep {
  n: number;
  /** Operations taken back, newest first. None: a step that undo passes over. */
  undoes?: readonly number[] | undefined;
  /** The operation brought back. */
  redoes?: number | undefined;
}

/** Inclusive range of journal numbers. */
export type Range = readonly [first: number, last: number];

/** History as it is kept in a snapshot: the undo stack in ranges (it is nearly contiguous), the redo stack. */
export interface HistorySnapshot {
  done: Range[];
  undone: number[];
}

/**
 * Linear history: which operations stand, and which were undone and can come back. It is derived
 * from the journal step by step; a new operation forgets what could be redone.
 */
export class History implements HistoryView {
  readonly #done: number[] = [];
  #undone: number[] = [];

  static from(snapshot: HistorySnapshot): History {
    const history = new History();
    for (const [first, last] of snapshot.done) {
      for (let n = first; n <= last; n++) history.#done.push(n);
    }
    history.#undone = [...snapshot.undone];
    return history;
  }

  get undoable(): number | undefined {
    return this.#done.at(-1);
  }

  get redoable(): number | undefined {
    return this.#undone.at(-1);
  }

  stands(n: number): boolean {
    return this.#position(n) !== undefined;
  }

  after(n: number): readonly number[] {
    let start = this.#done.length;
    while (start > 0 && (this.#done[start - 1] ?? 0) > n) start--;
    return this.#done.slice(start).reverse();
  }

  /** Takes one journal record into account. */
  record(step: HistoryStep): void {
    if (step.undoes) {
      this.#done.length -= step.undoes.length;
      this.#undone.push(...step.undoes);
    } else if (step.redoes !== undefined) {
      this.#undone.pop();
      this.#done.push(step.redoes);
    } else {
      this.#done.push(step.n);
      this.#undone = [];
    }
  }

  snapshot(): HistorySnapshot {
    const done: [number, number][] = [];
    for (const n of this.#done) {
      const open = done.at(-1);
      if (open && open[1] === n - 1) open[1] = n;
      else done.push([n, n]);
    }
    return { done, undone: [...this.#undone] };
  }

  /** The stack rises strictly, because redo only brings back what was above: binary search holds. */
  #position(n: number): number | undefined {
    let low = 0;
    let high = this.#done.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.#done[middle] ?? 0;
      if (at === n) return middle;
      if (at < n) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
}
