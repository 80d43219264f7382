import type { Granularity } from './caret-motions.ts';
import type { Reader } from './reader.svelte.ts';
import { caretStop } from './folding/fold-stops.ts';

/** Column the caret tries to keep while it goes from line to line, in viewport px. */
let column: number | undefined;

/**
 * Moves the caret by keyboard: arrows by characters and lines, Ctrl by words and paragraphs, Alt by
 * sentences, Home and End by lines, Shift extends. Tells whether the key was one of these.
 */
export function caretKey(event: KeyboardEvent, reader: Reader): boolean {
  const move = moveOf(event);
  const { open, words } = reader;
  if (!move || !open) return false;
  if (words.head < 0) {
    if (!event.shiftKey && scrolls(move)) return scrollTo(move, reader);
    words.set(Math.max(open.blocks[0]?.start ?? 0, reader.topOffset()));
  }
  const from = words.head;
  if ('line' in move) moveLine(reader, move.line, event.shiftKey);
  else if ('edge' in move) moveToEdge(reader, move.edge, event.shiftKey);
  else {
    column = undefined;
    // Left and right are directions on the page, not in the text.
    const turned = /Left|Right/.test(event.key) && reader.geometry.isRightToLeft(words.head);
    const direction = turned ? (-move.direction as 1 | -1) : move.direction;
    words.move(open.motions, move.by, direction, event.shiftKey);
  }
  if (!('by' in move) || move.by !== 'text') restAtFold(reader, from, event.shiftKey);
  void keepInSight(reader);
  return true;
}

type Move = { by: Granularity; direction: 1 | -1 } | { line: 1 | -1 } | { edge: 1 | -1 };

/** Whether a key scrolls as long as there is no caret. */
function scrolls(move: Move): boolean {
  return !('by' in move) || move.by === 'text' || move.by === 'paragraph';
}

/** Scrolls to an end of the text; lines and paragraphs are left to the pane itself. */
function scrollTo(move: Move, reader: Reader): boolean {
  const end = 'edge' in move ? move.edge : undefined;
  const way = 'by' in move && move.by === 'text' ? move.direction : end;
  if (way === undefined) return false;
  void reader.scrollToEnd(way);
  return true;
}

function moveOf(event: KeyboardEvent): Move | undefined {
  const ctrl = event.ctrlKey || event.metaKey;
  const direction = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 1;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    return { by: ctrl ? 'word' : event.altKey ? 'sentence' : 'character', direction };
  }
  if (event.altKey) return undefined;
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    return ctrl ? { by: 'paragraph', direction } : { line: direction };
  }
  if (event.key === 'Home' || event.key === 'End') {
    const end = event.key === 'End' ? 1 : -1;
    return ctrl ? { by: 'text', direction: end } : { edge: end };
  }
  return undefined;
}

/** One line up or down as it is laid out now; at the edge of a paragraph into the next one. */
function moveLine(reader: Reader, direction: 1 | -1, extend: boolean): void {
  const { open, words, geometry } = reader;
  const box = geometry.caret(words.head);
  if (!open || !box) return;
  column ??= box.left;
  const leading = reader.size * 1.62;
  for (const lines of [1, 2, 3]) {
    const y = box.top + box.height / 2 + direction * leading * lines * 0.9;
    const next = geometry.at(column, y);
    if (next !== undefined && (direction === 1 ? next > words.head : next < words.head)) {
      words.to(next, extend);
      return;
    }
  }
  words.to(open.motions.move(words.head, 'paragraph', direction), extend);
}

function moveToEdge(reader: Reader, direction: 1 | -1, extend: boolean): void {
  const { words, geometry, flow } = reader;
  const box = geometry.caret(words.head);
  const pane = flow.scroller?.getBoundingClientRect();
  if (!box || !pane) return;
  column = undefined;
  const isRight = (direction === 1) !== geometry.isRightToLeft(words.head);
  const next = geometry.at(isRight ? pane.right : pane.left, box.top + box.height / 2);
  if (next !== undefined) words.to(next, extend);
}

/** What is folded away is one stop on the way of the caret: its line. */
function restAtFold({ open, words }: Reader, from: number, extend: boolean): void {
  if (!open) return;
  const closed = open.folds.regions.filter(({ id }) => !open.folds.isOpen(id));
  const stop = caretStop({ blocks: open.blocks, closed }, from, words.head);
  if (stop !== words.head) words.to(stop, extend);
}

/** Scrolls no more than needed to see the caret. */
async function keepInSight(reader: Reader): Promise<void> {
  const { words, geometry, flow } = reader;
  const pane = flow.scroller;
  if (!pane) return;
  const box = geometry.caret(words.head);
  if (!box) {
    await reader.bring(words.head);
    return;
  }
  const frame = pane.getBoundingClientRect();
  const margin = reader.size * 2;
  if (box.top < frame.top + margin) pane.scrollTop -= frame.top + margin - box.top;
  else if (box.bottom > frame.bottom - margin) pane.scrollTop += box.bottom - frame.bottom + margin;
}
