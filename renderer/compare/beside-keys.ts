import { pressed } from '../state/pressed.ts';
import type { Beside } from './beside.svelte.ts';

/** Paragraphs that a page key goes on by. */
const PAGE = 8;

/** Answers a key in the paragraphs of both texts; tells whether it was taken. `leave`: goes to the reader. */
export function besideKey(event: KeyboardEvent, beside: Beside, leave: () => void): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  const key = pressed(event);
  switch (key) {
    case 'ArrowDown':
      beside.step(1);
      return true;
    case 'ArrowUp':
      beside.step(-1);
      return true;
    case 'PageDown':
      beside.step(PAGE);
      return true;
    case 'PageUp':
      beside.step(-PAGE);
      return true;
    case 'Home':
      beside.step(-Infinity);
      return true;
    case 'End':
      beside.step(Infinity);
      return true;
    case 'ArrowLeft':
      beside.cross('left');
      return true;
    case 'ArrowRight':
      beside.cross('right');
      return true;
    case ' ':
      beside.choose(beside.cursor);
      return true;
    case 'p':
      void beside.put();
      return true;
    case 'Delete':
      void beside.takeApart();
      return true;
    case 'Enter':
      leave();
      return true;
    default:
      return false;
  }
}
