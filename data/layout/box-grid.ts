import type { Frame } from './frame.ts';

/** Side of a cell in CSS pixels: about a node with its label. */
const CELL = 120;
/** Rows of the grid; further out, cells share lists, which costs time and changes no answer. */
const ROWS = 65_536;

/** Boxes by the cells of a grid that they lie in, to ask quickly what is near by. */
export class BoxGrid {
  readonly #cells = new Map<number, { id: string; box: Frame }[]>();

  add(id: string, box: Frame): void {
    for (const cell of cellsOf(box)) {
      const list = this.#cells.get(cell);
      if (list) list.push({ id, box });
      else this.#cells.set(cell, [{ id, box }]);
    }
  }

  /** Whether a box meets none of other nodes. */
  isFree(id: string, box: Frame): boolean {
    for (const cell of cellsOf(box)) {
      for (const other of this.#cells.get(cell) ?? []) {
        if (other.id !== id && meet(box, other.box)) return false;
      }
    }
    return true;
  }

  /** How much a box hides of that other one of which it hides most: 0 is nothing, 1 all. */
  hides(id: string, box: Frame): number {
    let most = 0;
    for (const cell of cellsOf(box)) {
      for (const other of this.#cells.get(cell) ?? []) {
        if (other.id !== id) most = Math.max(most, shareOf(other.box, box));
      }
    }
    return most;
  }
}

const meet = (a: Frame, b: Frame): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The share of a box that another covers. */
function shareOf(box: Frame, over: Frame): number {
  const wide = Math.min(box.right, over.right) - Math.max(box.left, over.left);
  const high = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
  if (wide <= 0 || high <= 0) return 0;
  return (wide * high) / ((box.right - box.left) * (box.bottom - box.top));
}

function cellsOf({ left, top, right, bottom }: Frame): number[] {
  const cells: number[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) {
      cells.push(x * ROWS + y);
    }
  }
  return cells;
}
