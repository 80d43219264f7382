import type { Style } from '../block-writer.ts';
import type { ListCounter } from './lists.ts';
import type { Look } from './look.ts';
import type { TableGrid } from './tables.ts';

/** An item whose number waits for its first words. */
export interface Item {
  number: string | undefined;
}

/** How the words at some place of a page are to be shown, handed down from element to element. */
export interface Place {
  style: Style;
  look: Look;
  isHidden: boolean;
  /** Hidden with all that is in it; what is only invisible may hold what is not. */
  isGone: boolean;
  /** Lists around. */
  lists: number;
  counter?: ListCounter | undefined;
  item?: Item | undefined;
  table?: TableGrid | undefined;
  isInRow?: boolean;
  /** The words are those of a link within the page that stand for a note. */
  isNoteSign?: boolean;
}
