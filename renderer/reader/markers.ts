import { strokesOf, type Palette } from './paint.ts';
import type { Reader } from './reader.svelte.ts';

/** A line in the scroll margin; px from its top left corner. */
export interface Marker {
  colour: string;
  x: number;
  y: number;
}

/**
 * Where the highlights of the open text stand in a margin of this height: tags left, actors right, at
 * most one line of each per two pixels, so that 10,000 highlights are a few hundred lines.
 */
export function markers(reader: Reader, palette: Palette, height: number): Marker[] {
  const { open } = reader;
  if (!open) return [];
  const found = new Map<number, Marker>();
  for (const mark of open.index.all()) {
    const y = heightOf(reader, mark.start, height);
    const x = mark.entities.length === 0 ? 1 : 4;
    if (found.has(y * 8 + x)) continue;
    const [stroke] = strokesOf(mark, palette);
    if (stroke) found.set(y * 8 + x, { colour: stroke.colour, x, y });
  }
  return [...found.values()];
}

/** The same for ranges without a colour of their own, as heights alone. */
export function heightsOf(
  reader: Reader,
  ranges: readonly { start: number }[],
  height: number,
): Set<number> {
  return new Set(ranges.map(({ start }) => heightOf(reader, start, height)));
}

/** Rounded to two pixels: the height of a marker. */
function heightOf(reader: Reader, offset: number, height: number): number {
  const total = Math.max(1, reader.flow.total);
  return Math.round(((reader.yOf(offset) / total) * height) / 2) * 2;
}
