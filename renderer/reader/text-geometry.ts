import type { Region } from '#data/model/region.ts';
import type { Flow } from './flow.svelte.ts';
import type { OpenText } from './open-text.svelte.ts';

/** A place in the DOM: a text node and an offset into it. */
interface Place {
  node: Text;
  offset: number;
}

/**
 * Translates between offsets of the text and places on the page. Every run of words is one element
 * with its first offset in `data-start`; only mounted rows have places.
 */
export class TextGeometry {
  readonly #flow: Flow;
  readonly #open: () => OpenText | null;

  constructor(flow: Flow, open: () => OpenText | null) {
    this.#flow = flow;
    this.#open = open;
  }

  /** A range of the page for a range of the text, cut to what is mounted; null when nothing is. */
  range(start: number, end: number): StaticRange | null {
    const mounted = this.mounted();
    if (!mounted || end < mounted.start || start > mounted.end) return null;
    const from = this.#place(Math.max(start, mounted.start), false);
    const to = this.#place(Math.min(end, mounted.end), true);
    if (!from || !to) return null;
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  /** Boxes that a range of the text takes on the page, in viewport coordinates, one a line. */
  boxes(start: number, end: number): DOMRect[] {
    const found = this.range(start, end);
    if (!found) return [];
    const live = document.createRange();
    live.setStart(found.startContainer, found.startOffset);
    live.setEnd(found.endContainer, found.endOffset);
    return [...live.getClientRects()];
  }

  /** The offset of what is read at the top edge of the pane: what is folded away stands elsewhere in the original. */
  topLine(): number {
    const { row, part } = this.#flow.top();
    return this.#open()?.readAt(row, part) ?? 0;
  }

  /** Whether a range is on the page, not too near to its edges; of a long one its beginning. */
  isInSight(start: number, end: number): boolean {
    const pane = this.#flow.scroller?.getBoundingClientRect();
    const boxes = this.boxes(start, Math.max(end, start));
    const first = boxes[0];
    const last = boxes.at(-1);
    if (!pane || !first || !last) return false;
    return (
      first.top >= pane.top + 24 && Math.min(last.bottom, first.bottom + 200) <= pane.bottom - 24
    );
  }

  /** The box of the caret at an offset: no width, as high as the line's letters; before the name of a closed fold. */
  caret(offset: number): DOMRect | null {
    const fold = this.#open()?.folds.hiding(offset);
    if (fold) return this.#foldBox(fold);
    const before = this.boxes(offset, offset);
    return before[0] ?? null;
  }

  /** Whether the words at an offset run from right to left. */
  isRightToLeft(offset: number): boolean {
    const row = this.#flow.element(this.#open()?.rowAt(offset) ?? -1);
    const words = row?.querySelector('.words');
    return words ? getComputedStyle(words).direction === 'rtl' : false;
  }

  /** First and last offset of the text that is mounted. */
  mounted(): { start: number; end: number } | null {
    const open = this.#open();
    const { first, last } = this.#flow.range;
    const shown = open?.rows.list.slice(first, last).filter((row) => row.kind === 'block') ?? [];
    const from = open?.blocks[shown[0]?.block ?? -1];
    const to = open?.blocks[shown.at(-1)?.block ?? -1];
    return from && to ? { start: from.start, end: to.end } : null;
  }

  /** The offset of the text nearest to a point of the viewport; undefined without mounted text. */
  at(x: number, y: number): number | undefined {
    return this.#hit(x, y) ?? this.#nearest(x, y);
  }

  #foldBox({ id, start }: Region): DOMRect | null {
    const row = this.#flow.element(this.#open()?.rowAt(start) ?? -1);
    const name = row?.querySelector(`[data-place="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    return name ? new DOMRect(name.left - 4, name.top, 0, name.height) : null;
  }

  #hit(x: number, y: number): number | undefined {
    const caret = document.caretPositionFromPoint(x, y);
    const run = caret?.offsetNode.parentElement?.closest<HTMLElement>('[data-start]');
    if (!caret || !run || !(caret.offsetNode instanceof Text)) return undefined;
    return Number(run.dataset.start) + caret.offset;
  }

  /** From a margin or a gap: the row at that height, and the place in it nearest to the point. */
  #nearest(x: number, y: number): number | undefined {
    const open = this.#open();
    if (!open) return undefined;
    const { first, last } = this.#flow.range;
    let best: { offset: number; distance: number } | undefined;
    for (let row = first; row < last; row++) {
      const shown = open.rows.list[row];
      const block = shown?.kind === 'block' ? open.blocks[shown.block] : undefined;
      const box = this.#flow.element(row)?.querySelector('.words')?.getBoundingClientRect();
      if (!block || !box) continue;
      const distance = Math.max(box.top - y, y - box.bottom, 0);
      if (best && best.distance <= distance) continue;
      const inside = this.#hit(
        Math.min(box.right - 2, Math.max(box.left + 2, x)),
        Math.min(box.bottom - 4, Math.max(box.top + 4, y)),
      );
      best = { offset: inside ?? (y < box.top ? block.start : block.end), distance };
    }
    return best?.offset;
  }

  #place(offset: number, atEnd: boolean): Place | null {
    const open = this.#open();
    if (!open) return null;
    const row = open.rowAt(atEnd ? Math.max(0, offset - 1) : offset);
    const runs = this.#flow.element(row)?.querySelectorAll<HTMLElement>('[data-start]') ?? [];
    let found: Place | null = null;
    for (const run of runs) {
      const start = Number(run.dataset.start);
      if (start > offset || (atEnd && found && start >= offset)) break;
      // Letters that are raised in a highlight stand in an element of their own.
      const node = (run.firstElementChild ?? run).firstChild;
      if (node instanceof Text) {
        found = { node, offset: Math.min(node.length, Math.max(0, offset - start)) };
      }
    }
    return found;
  }
}
