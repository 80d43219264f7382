import type { Reader } from './reader.svelte.ts';
import type { Grain } from './text-selection.svelte.ts';

/** What the pointer asks for once it is let go. */
export interface PointerWishes {
  /** Words were selected. */
  selected: () => void;
  /** A place was clicked that lies at this offset; `on`: what of the page is there. */
  clicked: (offset: number, on: Element | null) => void;
}

const EDGE = 28;

/**
 * Selecting with the mouse, in offsets: drag, double click for words, triple for paragraphs, Shift to
 * extend, and scrolling when the pointer leaves the pane. The browser's own selection is held back, as
 * it would die with the rows it begins in. An attachment for the pane; `at`: the offset at a point
 * of it, where it is not the text itself.
 */
export function pointerSelection(
  reader: Reader,
  wishes: PointerWishes,
  at: (x: number, y: number) => number | undefined = (x, y) => reader.geometry.at(x, y),
) {
  return (pane: HTMLElement): (() => void) => {
    let drag: { from: number; grain: Grain; x: number; y: number } | null = null;
    let frame = 0;

    const offsetAt = (x: number, y: number) => {
      const box = pane.getBoundingClientRect();
      return at(x, Math.min(box.bottom - 2, Math.max(box.top + 2, y)));
    };

    const stretch = () => {
      if (!drag || !reader.open) return;
      const to = offsetAt(drag.x, drag.y);
      if (to !== undefined) reader.words.stretch(reader.open.motions, drag.from, to, drag.grain);
    };

    const scroll = () => {
      frame = 0;
      if (!drag) return;
      const box = pane.getBoundingClientRect();
      const over = Math.max(0, drag.y - box.bottom + EDGE) - Math.max(0, box.top + EDGE - drag.y);
      if (over === 0) return;
      pane.scrollTop += over / 3;
      stretch();
      frame = requestAnimationFrame(scroll);
    };

    const down = (event: MouseEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element)) return;
      if (event.target.closest('button, input, select, a, header') || !isOverText(event, pane)) {
        return;
      }
      const from = offsetAt(event.clientX, event.clientY);
      if (from === undefined || !reader.open) return;
      event.preventDefault();
      pane.focus({ preventScroll: true });
      const grain = grainOf(event.detail);
      const start = event.shiftKey && reader.words.head >= 0 ? reader.words.anchor : from;
      drag = { from: start, grain, x: event.clientX, y: event.clientY };
      reader.words.dragging = true;
      reader.words.stretch(reader.open.motions, start, from, grain);
      window.addEventListener('mousemove', move);
      window.addEventListener('mouseup', up);
    };

    const move = (event: MouseEvent) => {
      if (!drag) return;
      drag.x = event.clientX;
      drag.y = event.clientY;
      stretch();
      if (frame === 0) frame = requestAnimationFrame(scroll);
    };

    const up = (event: MouseEvent) => {
      const { words } = reader;
      stop();
      if (words.hasWords) wishes.selected();
      else if (words.head >= 0)
        wishes.clicked(words.head, event.target instanceof Element ? event.target : null);
    };

    const stop = () => {
      drag = null;
      reader.words.dragging = false;
      cancelAnimationFrame(frame);
      frame = 0;
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', up);
    };

    pane.addEventListener('mousedown', down);
    return () => {
      stop();
      pane.removeEventListener('mousedown', down);
    };
  };
}

function grainOf(clicks: number): Grain {
  if (clicks >= 3) return 'paragraph';
  return clicks === 2 ? 'word' : 'character';
}

/** Not over the scroll bar, which is drawn beside the text. */
function isOverText(event: MouseEvent, pane: HTMLElement): boolean {
  return event.clientX < pane.getBoundingClientRect().left + pane.clientWidth;
}
