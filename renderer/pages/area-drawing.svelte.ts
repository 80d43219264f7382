import type { Area } from '#data/model/highlight.ts';
import type { PageScroll } from './page-scroll.svelte.ts';
import type { Box } from '#data/text/page-runs.ts';

/** CSS pixels below which a rectangle was no drawing but a click. */
const LEAST = 6;

/** Drawing a rectangle on a page: while it is drawn, and while its caption is asked for. */
export class AreaDrawing {
  /** Whether the next drag draws one. */
  isOn = $state(false);
  /** The page (from 0) and the rectangle as it is drawn now, in parts of the unturned page. */
  drawn: { page: number; box: Box } | null = $state.raw(null);
  /** Whether the pointer has been let go, and a caption is asked for. */
  isAsking = $state(false);

  #pane: HTMLElement | undefined;
  readonly #scroll: PageScroll;
  readonly #done: (area: Area) => void;

  /** `done`: what follows when a rectangle was drawn. */
  constructor(scroll: PageScroll, done: (area: Area) => void) {
    this.#scroll = scroll;
    this.#done = done;
  }

  /** Makes the next drag draw one. The pages get the keys, so that Escape gives it up. */
  begin(): void {
    this.isOn = true;
    this.#pane?.focus({ preventScroll: true });
  }

  /** Takes the rectangle away. */
  cancel(): void {
    this.drawn = null;
    this.isAsking = false;
    this.isOn = false;
  }

  /** Listens to the pointer, before words are selected by it; an attachment for the pane. */
  readonly attach = (pane: HTMLElement): (() => void) => {
    const down = (event: MouseEvent): void => {
      if (event.button !== 0 || (!event.altKey && !this.isOn)) return;
      if (
        event.target instanceof Element &&
        event.target.closest('button, input, select, a, header')
      )
        return;
      const from = this.#scroll.pointAt(event.clientX, event.clientY);
      if (!from) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const start = { x: event.clientX, y: event.clientY };
      const move = (now: MouseEvent): void => {
        const to = this.#scroll.pointAt(now.clientX, now.clientY);
        if (to?.page === from.page) this.drawn = { page: from.page, box: between(from, to) };
      };
      const up = (now: MouseEvent): void => {
        window.removeEventListener('mousemove', move);
        window.removeEventListener('mouseup', up);
        const isDrag =
          Math.abs(now.clientX - start.x) >= LEAST && Math.abs(now.clientY - start.y) >= LEAST;
        this.isOn = false;
        if (isDrag && this.drawn) this.#done(areaOf(this.drawn));
        else this.cancel();
      };
      window.addEventListener('mousemove', move);
      window.addEventListener('mouseup', up);
    };
    this.#pane = pane;
    pane.addEventListener('mousedown', down, { capture: true });
    return () => {
      this.#pane = undefined;
      pane.removeEventListener('mousedown', down, { capture: true });
    };
  };
}

interface Point {
  x: number;
  y: number;
}

function between(one: Point, other: Point): Box {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return [x, y, Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
}

const rounded = (part: number): number => Math.round(part * 1e5) / 1e5;

function areaOf({ page, box: [x, y, width, height] }: { page: number; box: Box }): Area {
  const left = rounded(x);
  const top = rounded(y);
  return {
    page: page + 1,
    x: left,
    y: top,
    width: Math.min(1 - left, Math.max(1e-5, rounded(width))),
    height: Math.min(1 - top, Math.max(1e-5, rounded(height))),
  };
}
