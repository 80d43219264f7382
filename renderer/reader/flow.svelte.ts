import { tick } from 'svelte';
import { Heights } from './heights.ts';

/** Rows that are mounted, half-open, and the heights of what stands before and after them (px). */
export interface FlowRange {
  first: number;
  last: number;
  before: number;
  after: number;
}

/** Rows are mounted this many pane heights beyond what is seen, so that scrolling shows no gap. */
const OVERSCAN = 0.8;

/**
 * A column of rows of which only those near the viewport exist. Heights are estimated, then measured;
 * the browser's own scroll anchoring keeps the text in place while estimates become real.
 */
export class Flow {
  range: FlowRange = $state.raw({ first: 0, last: 0, before: 0, after: 0 });
  /** Rises when rows may have moved on the page; what is drawn over the text follows it. */
  moved = $state(0);
  /** Inner width of the scroller in px; heights depend on it. */
  width = $state(0);
  scroller: HTMLElement | undefined = $state.raw();

  #heights = new Heights([]);
  readonly #rows = new Map<number, HTMLElement>();
  readonly #rowOf = new WeakMap<Element, number>();
  readonly #observer = new ResizeObserver((entries) => this.#measure(entries));

  get size(): number {
    return this.#heights.size;
  }

  get total(): number {
    return this.#heights.total;
  }

  /** Makes an element the pane that scrolls. An attachment. */
  readonly pane = (element: HTMLElement): (() => void) => {
    this.scroller = element;
    const resize = new ResizeObserver(() => {
      this.width = element.clientWidth;
      this.update();
      this.moved++;
    });
    resize.observe(element);
    return () => {
      resize.disconnect();
      this.scroller = undefined;
    };
  };

  /** Measures an element as row number `row` while it is mounted. An attachment. */
  row(row: number): (element: HTMLElement) => () => void {
    return (element) => {
      this.#rows.set(row, element);
      this.#rowOf.set(element, row);
      this.#observer.observe(element);
      return () => {
        if (this.#rows.get(row) === element) this.#rows.delete(row);
        this.#observer.unobserve(element);
      };
    };
  }

  element(row: number): HTMLElement | undefined {
    return this.#rows.get(row);
  }

  /** Starts over with new rows. */
  reset(estimates: ArrayLike<number>): void {
    this.#heights = new Heights(estimates);
    this.range = { first: 0, last: 0, before: 0, after: 0 };
    this.update();
  }

  /** Where a row begins, from the top of the column, in px. */
  offset(row: number): number {
    return this.#heights.offset(row);
  }

  /** Height of a row as far as it is known, in px. */
  height(row: number): number {
    return this.#heights.get(row);
  }

  /** The row at the top edge of the pane, and how far into it the edge is (0 to 1). */
  top(): { row: number; part: number } {
    const top = this.scroller?.scrollTop ?? 0;
    const row = this.#heights.rowAt(top);
    const height = this.#heights.get(row);
    return { row, part: height > 0 ? (top - this.offset(row)) / height : 0 };
  }

  /** Mounts what is near the viewport now. Cheap when nothing changed: call it on every scroll. */
  readonly update = (): void => {
    const pane = this.scroller;
    if (!pane || this.size === 0) return;
    const beyond = pane.clientHeight * OVERSCAN;
    const first = this.#heights.rowAt(pane.scrollTop - beyond);
    const last = this.#heights.rowAt(pane.scrollTop + pane.clientHeight + beyond) + 1;
    const before = this.offset(first);
    const after = this.total - this.offset(last);
    const now = this.range;
    if (now.first === first && now.last === last && now.before === before && now.after === after) {
      return;
    }
    this.range = { first, last, before, after };
    this.moved++;
  };

  /**
   * Scrolls so that a row stands `margin` px below the top edge, `part` (0 to 1) of the row scrolled
   * past. Rows on the way were only estimated, so it looks again once they are there.
   */
  async scrollTo(row: number, part = 0, margin = 0): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt++) {
      const pane = this.scroller;
      if (!pane) return;
      const wanted = this.offset(row) + part * this.#heights.get(row) - margin;
      pane.scrollTop = wanted;
      this.update();
      await tick();
      if (!this.#measureAll()) return;
    }
  }

  /** Reads the heights of all mounted rows at once; tells whether any was not as thought. */
  #measureAll(): boolean {
    let changed = false;
    for (const [row, element] of this.#rows) {
      const delta = this.#heights.set(row, element.getBoundingClientRect().height);
      if (Math.abs(delta) > 0.5) changed = true;
    }
    if (changed) this.update();
    return changed;
  }

  #measure(entries: readonly ResizeObserverEntry[]): void {
    let changed = false;
    for (const { target, borderBoxSize } of entries) {
      const row = this.#rowOf.get(target);
      const height = borderBoxSize[0]?.blockSize;
      if (row === undefined || height === undefined || this.#rows.get(row) !== target) continue;
      if (this.#heights.set(row, height) !== 0) changed = true;
    }
    if (!changed) return;
    this.update();
    this.moved++;
  }
}
