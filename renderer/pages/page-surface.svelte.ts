import { untrack } from 'svelte';
import type { Area } from '#data/model/highlight.ts';
import type { Span } from '#data/text/finder.ts';
import type { Box } from '#data/text/page-runs.ts';
import type { Surface } from '../reader/surface.ts';
import { linePlaces, offsetOf, pagePlaceOf, type LinedPages } from './line-places.ts';
import type { PageScroll } from './page-scroll.svelte.ts';
import type { Pages } from './pages.svelte.ts';
import { turnBox, type SheetPlace } from './sheets.ts';

/** What shall be seen: words or a rectangle, or a line of the text at the top; or where the text shall go along to. */
type Wish =
  { start: number; end: number; area: Area | undefined } | { top: number } | { follow: SheetPlace };

/** How the pages go along with the text, and the text with them. */
export interface Together {
  isOn: () => boolean;
  /** Puts an offset at the top of the text. */
  scrollText: (offset: number) => void;
  /** What is folded away in a range of the text, whose lines are not read. */
  folded: (range: Span) => readonly Span[];
}

/** The pages of the open document as a place for the words of its text. */
export class PageSurface implements Surface {
  readonly #pages: Pages;
  readonly #scroll: PageScroll;
  readonly #together: Together;
  readonly #lined: LinedPages;
  #wish: Wish | null = $state.raw(null);

  constructor(pages: Pages, scroll: PageScroll, together: Together) {
    this.#pages = pages;
    this.#scroll = scroll;
    this.#together = together;
    this.#lined = {
      get ranges() {
        return pages.ranges;
      },
      lines: (page, range) => {
        const folded = together.folded(range);
        const words = (pages.words(page)?.words ?? []).filter(
          ({ start }) => !folded.some((fold) => fold.start <= start && start < fold.end),
        );
        return linePlaces(
          range,
          words.map(({ start, end, box }) => ({ start, end, box: turnBox(box, scroll.turn) })),
        );
      },
    };
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

  align(offset: number): void {
    if (this.#together.isOn()) this.begin(offset);
  }

  /** Puts the line with an offset at the top. */
  begin(offset: number): void {
    this.#wish = { top: offset };
  }

  /** The pages were scrolled, whoever did it: the text goes along with a person. */
  scrolled(): void {
    if (!this.#scroll.takeMoved()) return;
    if (this.#together.isOn()) this.lead();
    else this.#wish = null;
  }

  /** Takes the text along to what stands at the top. */
  lead(): void {
    this.#wish = { follow: this.#scroll.place };
  }

  /** Does what was wished as far as the pages are there; call from an effect, which follows what they tell. */
  follow(): void {
    const { first } = this.#scroll.mounted;
    const isReady = this.#pages.count > 0 && this.#scroll.height > 0 && first >= 0;
    const wish = this.#wish;
    if (!wish || !isReady || this.#pages.known < 0) return;
    if (untrack(() => this.#isDone(wish))) this.#wish = null;
  }

  /** The offset of the text nearest to a point of the viewport; undefined beside all words. */
  at(x: number, y: number): number | undefined {
    const point = this.#scroll.pointAt(x, y);
    return point && this.#pages.words(point.page)?.at(point.x, point.y);
  }

  #isDone(wish: Wish): boolean {
    if ('top' in wish) {
      const place = pagePlaceOf(this.#lined, wish.top);
      this.#scroll.put(place);
      return this.#isKnown(place);
    }
    if ('follow' in wish) {
      this.#together.scrollText(offsetOf(this.#lined, wish.follow));
      return this.#isKnown(wish.follow);
    }
    return this.#isShown(wish);
  }

  /** Whether a place is where it will stay: between the ends of a page it depends on the words there. */
  #isKnown({ page, part }: SheetPlace): boolean {
    if (part <= 0 || part >= 1 || !this.#pages.ranges[page]) return true;
    return this.#pages.words(page) !== undefined;
  }

  /** Goes to the page at once, and to the words when they are known. */
  #isShown({ start, end, area }: Extract<Wish, { start: number }>): boolean {
    if (area) {
      this.#scroll.show(area.page - 1, boxOf(area));
      return true;
    }
    const page = this.#pages.pageOf(start);
    // The start of a text is the first page, with words or without.
    if (page < 0 || end <= 0) {
      if (end <= 0 && start <= 0) this.#goTo(0);
      else if (page >= 0) this.#goTo(page);
      return true;
    }
    const words = this.#pages.words(page);
    const [box] = words?.boxes(start, Math.max(end, start + 1)) ?? [];
    if (box) this.#scroll.show(page, box);
    else if (page !== this.#scroll.current) this.#goTo(page);
    return words !== undefined;
  }

  #goTo(page: number): void {
    this.#scroll.put({ page, part: 0 });
  }
}

const boxOf = ({ x, y, width, height }: Area): Box => [x, y, width, height];
