import { tick } from 'svelte';
import type { Pages } from './pages.svelte.ts';
import {
  GAP,
  layOut,
  placeAt,
  scrollFor,
  sheetAt,
  turnBox,
  turned,
  unturnPoint,
  type SheetPlace,
  type Turn,
} from './sheets.ts';
import type { Box } from '#data/text/page-runs.ts';

export const fits = ['width', 'page'] as const;
/** A zoom as a factor, or as what fits into the pane. */
export type Zoom = number | (typeof fits)[number];

const STEP = 1.2;
const LEAST = 0.1;
const MOST = 6;

/** The pane of the pages: how large they are, how they are turned, and which are seen. */
export class PageScroll {
  zoom: Zoom = $state('width');
  turn: Turn = $state(0);
  /** Of the pane, in CSS pixels. */
  width = $state(0);
  height = $state(0);
  top = $state(0);
  left = $state(0);
  pane: HTMLElement | undefined = $state.raw();

  readonly #pages: Pages;
  /** Where the program put the pages, or a person did and it is known. */
  #settled = 0;
  readonly factor = $derived.by(() => this.#factor());
  readonly sheets = $derived.by(() => layOut(this.#pages.sizes, this.factor, this.turn));
  /** Index of the page in the middle of the pane. */
  readonly current = $derived.by(() => sheetAt(this.sheets, this.top + this.height / 3));
  /** Pages that are mounted: those in sight, and the next on both sides. */
  readonly mounted = $derived.by(() => {
    const first = Math.max(0, sheetAt(this.sheets, this.top) - 1);
    const last = Math.min(this.#pages.count, sheetAt(this.sheets, this.top + this.height) + 2);
    return { first, last };
  });

  constructor(pages: Pages) {
    this.#pages = pages;
  }

  /** Follows a pane; an attachment. */
  readonly attach = (pane: HTMLElement): (() => void) => {
    this.pane = pane;
    const observer = new ResizeObserver(() => {
      void this.#keeping(() => {
        this.width = pane.clientWidth;
        this.height = pane.clientHeight;
      });
    });
    observer.observe(pane);
    return () => {
      observer.disconnect();
      this.pane = undefined;
    };
  };

  /** What stands at the top of the pane. */
  get place(): SheetPlace {
    return placeAt(this.sheets, this.top);
  }

  /** Tells, once, whether a person scrolled up or down since. */
  takeMoved(): boolean {
    const moved = Math.abs(this.top - this.#settled) > 1;
    this.#settled = this.top;
    return moved;
  }

  onscroll(): void {
    this.top = this.pane?.scrollTop ?? 0;
    this.left = this.pane?.scrollLeft ?? 0;
  }

  /** Larger (1) or smaller (-1); the place in the middle stays. */
  step(way: 1 | -1): void {
    const next = this.factor * (way === 1 ? STEP : 1 / STEP);
    void this.#keeping(() => (this.zoom = Math.min(MOST, Math.max(LEAST, next))));
  }

  fit(zoom: Zoom): void {
    void this.#keeping(() => (this.zoom = zoom));
  }

  rotate(): void {
    void this.#keeping(() => (this.turn = ((this.turn + 1) % 4) as Turn));
  }

  /** Puts the top of a page at the top of the pane, as a person who scrolls. */
  goTo(page: number): void {
    this.#scrollTo(scrollFor(this.sheets, { page, part: 0 }));
  }

  /** Puts a place at the top of the pane. */
  put(place: SheetPlace): void {
    this.#scrollTo(scrollFor(this.sheets, place));
    this.takeMoved();
  }

  /** Brings a box of a page (in parts of it) into sight, a third from the top, unless it is. */
  show(page: number, box: Box): void {
    const { tops, sizes } = this.sheets;
    const size = sizes[page];
    if (!size || !this.pane) return;
    const [left, top, width, height] = turnBox(box, this.turn);
    const y = (tops[page] ?? 0) + top * size.height;
    const bottom = y + height * size.height;
    if (
      y < this.top + GAP ||
      Math.min(bottom, y + this.height / 2) > this.top + this.height - GAP
    ) {
      this.#scrollTo(y - this.height / 3);
      this.takeMoved();
    }
    const x = this.#leftOf(page) + left * size.width;
    const right = x + width * size.width;
    if (x < this.left || right > this.left + this.width) {
      this.pane.scrollLeft = Math.max(0, x - GAP);
    }
  }

  /** A box of a page in viewport coordinates. */
  boxOnScreen(page: number, box: Box): DOMRect | undefined {
    const { tops, sizes } = this.sheets;
    const frame = this.pane?.getBoundingClientRect();
    const size = sizes[page];
    if (!size || !frame) return undefined;
    const [left, top, width, height] = turnBox(box, this.turn);
    return new DOMRect(
      frame.left - this.left + this.#leftOf(page) + left * size.width,
      frame.top - this.top + (tops[page] ?? 0) + top * size.height,
      width * size.width,
      height * size.height,
    );
  }

  /** The page at a point of the viewport, and the point on it, in parts of the unturned page. */
  pointAt(x: number, y: number): { page: number; x: number; y: number } | undefined {
    const frame = this.pane?.getBoundingClientRect();
    if (!frame || this.#pages.count === 0) return undefined;
    const down = y - frame.top + this.top;
    const page = sheetAt(this.sheets, down + GAP / 2);
    const size = this.sheets.sizes[page];
    if (!size) return undefined;
    const across = (x - frame.left + this.left - this.#leftOf(page)) / size.width;
    const along = (down - (this.sheets.tops[page] ?? 0)) / size.height;
    const inside = (part: number): number => Math.min(1, Math.max(0, part));
    const [own, other] = unturnPoint(inside(across), inside(along), this.turn);
    return { page, x: own, y: other };
  }

  #leftOf(page: number): number {
    const width = this.sheets.sizes[page]?.width ?? 0;
    return Math.max(GAP, (Math.max(this.width, this.sheets.width) - width) / 2);
  }

  #factor(): number {
    if (typeof this.zoom === 'number') return this.zoom;
    let width = 1;
    let height = 1;
    for (const size of this.#pages.sizes) {
      const shown = turned(size, this.turn);
      width = Math.max(width, shown.width);
      height = Math.max(height, shown.height);
    }
    const wide = (this.width - 2 * GAP) / width;
    const fit = this.zoom === 'width' ? wide : Math.min(wide, (this.height - 2 * GAP) / height);
    return Math.min(MOST, Math.max(LEAST, fit));
  }

  /** Changes how pages are laid out; the place at a third of the pane stays there. */
  async #keeping(change: () => unknown): Promise<void> {
    const page = this.current;
    const size = this.sheets.sizes[page]?.height ?? 1;
    const part = (this.top + this.height / 3 - (this.sheets.tops[page] ?? 0)) / size;
    change();
    await tick();
    const y = (this.sheets.tops[page] ?? 0) + part * (this.sheets.sizes[page]?.height ?? 0);
    this.#scrollTo(this.top <= 0 ? 0 : y - this.height / 3);
    this.takeMoved();
  }

  #scrollTo(top: number): void {
    if (!this.pane) return;
    this.pane.scrollTop = Math.max(0, top);
    this.onscroll();
  }
}
