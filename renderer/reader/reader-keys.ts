import type { Commands } from '../state/commands.svelte.ts';
import { caretKey } from './caret-keys.ts';
import type { Find } from './find.svelte.ts';
import type { Reader } from './reader.svelte.ts';
import type { RegionWork } from './regions/region-work.svelte.ts';
import { pressed } from '../state/pressed.ts';
import type { Tagging } from './tag-bar/tagging.svelte.ts';

/** Who answers keys in the reader. */
export interface KeyContext {
  reader: Reader;
  tagging: Tagging;
  find: Find;
  command: Commands;
  regions: RegionWork;
}

/**
 * A key pressed in the text or in the field of the tag bar. The bar comes first while it is open, then
 * the caret, then the selected highlight. Tells whether the key was taken.
 */
export function readerKey(event: KeyboardEvent, context: KeyContext): boolean {
  const { reader, tagging } = context;
  const inField = event.target instanceof HTMLInputElement;
  if (tagging.isOpen && barKey(event, tagging, inField)) return true;
  if (inField) return false;
  if (event.key === 'Escape') return escape(context);
  // The line of what is folded away is a button, and answers its own keys but those of the caret.
  const onFold = event.target instanceof Element && event.target.closest('[data-fold]') !== null;
  if (caretKey(event, reader)) {
    if (onFold) reader.flow.scroller?.focus({ preventScroll: true });
    if (event.shiftKey || !reader.words.hasWords) tagging.offer();
    return true;
  }
  return !onFold && pickedKey(event, context);
}

/** Keys of the open bar. Letters go to its field; digits take a line while nothing is typed. */
function barKey(event: KeyboardEvent, tagging: Tagging, inField: boolean): boolean {
  const { key } = event;
  const letter = pressed(event);
  if (letter.length === 1) tagging.bar.lastKey = letter;
  const ctrl = event.ctrlKey || event.metaKey;
  const digit = /^[1-9]$/.test(letter) ? Number(letter) : 0;
  if (key === 'Enter') {
    if (ctrl && event.shiftKey) void tagging.choosing.newTag(tagging.bar.query);
    else if (ctrl) tagging.choosing.newEntity(tagging.bar.query);
    else {
      const how = { stay: event.shiftKey, also: event.altKey };
      void tagging.take(tagging.choosing.lines[tagging.bar.active], how);
    }
  } else if (digit && event.repeat) return true;
  else if (digit && event.altKey) void tagging.take(tagging.choosing.lines[digit - 1]);
  else if (digit && !ctrl && tagging.bar.query === '') {
    const line = tagging.choosing.lines.find((one) => one.digit === digit);
    if (line) void tagging.take(line);
  } else if (
    (key === 'ArrowDown' || key === 'ArrowUp') &&
    !event.shiftKey &&
    !ctrl &&
    !event.altKey
  ) {
    const { length } = tagging.choosing.lines;
    const by = key === 'ArrowDown' ? 1 : -1;
    if (length) tagging.bar.active = (tagging.bar.active + by + length) % length;
  } else {
    // A letter typed over the text begins the filter: the field gets the focus, then the letter.
    const writes = key.length === 1 ? key !== ' ' : key === 'Process';
    if (!inField && writes && !ctrl && !event.altKey) {
      focusField();
      event.stopPropagation();
    }
    return false;
  }
  return true;
}

function focusField(): void {
  document.querySelector<HTMLInputElement>('[aria-controls="tag-bar-lines"]')?.focus();
}

function escape({ reader, tagging, find }: KeyContext): boolean {
  if (tagging.escape()) return true;
  if (find.isOpen) find.close();
  else if (reader.words.head >= 0) reader.words.clear();
  else return false;
  return true;
}

function pickedKey(
  event: KeyboardEvent,
  { reader, tagging, command, regions }: KeyContext,
): boolean {
  const { picked } = reader;
  if (event.key === 'Tab') return reader.cycle(event.shiftKey ? -1 : 1);
  if (event.key === 'Delete' || event.key === 'Backspace') {
    return event.repeat || command.run('reader.remove');
  }
  if (event.key === 'Enter' && isOnFold(reader)) return regions.toggle();
  if (event.key === 'Enter' && picked) {
    tagging.offerMark(picked);
    return true;
  }
  return false;
}

/** Whether the caret stands on the line of what is folded away. */
function isOnFold({ open, words }: Reader): boolean {
  return words.isCaret && open?.folds.hiding(words.head) !== undefined;
}
