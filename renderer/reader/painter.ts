import type { Find } from './find.svelte.ts';
import type { Reader } from './reader.svelte.ts';

/** Names under which ranges are painted; theme.css says how they look. */
const SELECTION = 'reader-selection';
const FOUND = 'reader-find';
const FOUND_NOW = 'reader-find-now';

/**
 * Paints the selection over the words that are mounted. It uses the highlight registry of the page, so
 * no element is touched; call it from an effect, which then follows the selection and the words.
 */
export function paintSelection(reader: Reader): void {
  const { words, flow, painted } = reader;
  if (painted < 0 || flow.range.last < 0 || !words.hasWords) {
    CSS.highlights.delete(SELECTION);
    return;
  }
  paint(SELECTION, [reader.geometry.range(words.start, words.end)]);
}

/** Paints the hits of a search over the words that are mounted. */
export function paintFound(reader: Reader, find: Find): void {
  const { flow, painted } = reader;
  const mounted = painted < 0 || flow.range.last < 0 ? null : reader.geometry.mounted();
  const now = find.hits[find.at];
  if (!mounted || find.hits.length === 0) {
    CSS.highlights.delete(FOUND);
    CSS.highlights.delete(FOUND_NOW);
    return;
  }
  const seen = find.hits.filter(
    (hit) => hit !== now && hit.end > mounted.start && hit.start < mounted.end,
  );
  paint(
    FOUND,
    seen.map(({ start, end }) => reader.geometry.range(start, end)),
  );
  paint(FOUND_NOW, now ? [reader.geometry.range(now.start, now.end)] : []);
}

/** Takes every painted range off the page. */
export function clearPaint(): void {
  for (const name of [SELECTION, FOUND, FOUND_NOW]) CSS.highlights.delete(name);
}

function paint(name: string, ranges: readonly (StaticRange | null)[]): void {
  const highlight = new Highlight(...ranges.filter((range) => range !== null));
  highlight.priority = [FOUND, FOUND_NOW, SELECTION].indexOf(name);
  CSS.highlights.set(name, highlight);
}
