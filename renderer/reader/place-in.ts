import type { Span } from '#data/text/finder.ts';
import type { Reader } from './reader.svelte.ts';

/**
 * Where the analyst is in the open text: at the selected words, else at the selected highlight, at the caret, at
 * what flashed last while that is in sight, or at the top of the pane.
 */
export function placeIn(reader: Reader): (Span & { document: string }) | undefined {
  const { open } = reader;
  if (!open) return undefined;
  const { start, end } = spanIn(reader);
  return { document: open.id, start, end };
}

function spanIn(reader: Reader): Span {
  const { words, picked, flash } = reader;
  const selected = reader.selectedWords();
  if (selected) return selected;
  if (picked) return picked;
  if (words.head >= 0) return { start: words.head, end: words.head };
  if (flash && reader.geometry.isInSight(flash.start, flash.end)) return flash;
  const top = reader.topOffset();
  return { start: top, end: top };
}
