import type { Area } from '#data/model/highlight.ts';
import type { Surface } from '../reader/surface.ts';
import type { PageScroll } from './page-scroll.svelte.ts';
import type { Pages } from './pages.svelte.ts';
import type { Box } from '#data/text/page-runs.ts';

interface Wish {
  start: number;
  end: number;
  area: Area | undefined;
}

/** The pages of the open document as a place for the words of its text. */
export class PageSurface implements Surface {
  readonly #pages: Pages;
  readonly #scroll: PageScroll;
  #wish: Wish | null = $state.raw(null);

  constructor(pages: Pages, scroll: PageScroll) {
    this.#pages = pages;
    this.#scroll = scroll;
  }

  get pane(): HTMLElement | undefined {
    return this.#scroll.pane;
  }

  boxes(start: number, end: number): DOMRect[] {
    const { first, last } = this.#scroll.mounted;
    const found: DOMRect[] = [];
    for (let page = first; page < last; page++) {
      const range = this.#pages.ranges[page];
      if (!range || range.end <= start || range.start >= end) continue;
      for (const box of this.#pages.words(page)?.boxes(start, end) ?? []) {
        const shown = this.#scroll.boxOnScreen(page, box);
        if (shown) found.push(shown);
      }
    }
    return found;
  }

  areaBox(area: Area): DOMRect | undefined {
    return this.#scroll.boxOnScreen(area.page - 1, boxOf(area));
  }

  bring(start: number, end: number, area?: Area): void {
    this.#wish = { start, end, area };
  }

  /** Does what was wished as far as the pages are there; call from an effect, which follows what they tell. */
  follow(): void {
    const { first } = this.#scroll.mounted;
    const isReady = this.#pages.count > 0 && this.#scroll.height > 0 && first >= 0;
    const wish = this.#wish;
    if (!wish || !isReady || this.#pages.known < 0) return;
    if (this.#isDone(wish)) this.#wish = null;
  }

  /** The offset of the text nearest to a point of the viewport; undefined beside all words. */
  at(x: number, y: number): number | undefined {
    const point = this.#scroll.pointAt(x, y);
    return point && this.#pages.words(point.page)?.at(point.x, point.y);
  }

  /** Goes to the page at once, and to the words when they are known. */
  #isDone({ start, end, area }: Wish): boolean {
    if (area) {
      this.#scroll.show(area.page - 1, boxOf(area));
      return true;
    }
    const page = this.#pages.pageOf(start);
    // The start of a text is the first page, with words or without.
    if (page < 0 || end <= 0) {
      if (end <= 0 && start <= 0) this.#scroll.goTo(0);
      else if (page >= 0) this.#scroll.goTo(page);
      return true;
    }
    const words = this.#pages.words(page);
    const [box] = words?.boxes(start, Math.max(end, start + 1)) ?? [];
    if (box) this.#scroll.show(page, box);
    else if (page !== this.#scroll.current) this.#scroll.goTo(page);
    return words !== undefined;
  }
}

const boxOf = ({ x, y, width, height }: Area): Box => [x, y, width, height];
