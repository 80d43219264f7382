import type { Span } from '../finder.ts';
import type { SharedBlock } from './blocks.ts';
import type { TextMap } from './map.ts';
import { placesLike } from './near.ts';

/** Code units by which a changed quote may be off from where it is expected. */
const SLACK = 24;

/**
 * Places of the newer text where changed words are expected: what is left of them says where they begin and end,
 * or else what stands around them.
 */
export function expectedPlaces(map: TextMap, was: Span): Span[] {
  const words = map.older.text.slice(was.start, was.end);
  const parts = mainPart(map.blocksIn(was), was);
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return placesLike(map.newer.text, words, widened(map.around(was), SLACK));
  const start = was.start >= first.a ? first.b + was.start - first.a : undefined;
  const end = was.end <= last.a + last.length ? last.b + was.end - last.a : undefined;
  const about = {
    start: start ?? first.b - (first.a - was.start),
    end: end ?? last.b + was.end - last.a,
  };
  const piece = largestPiece(parts, was);
  if (start !== undefined && end !== undefined) return fitting([about, piece], words);
  const slack = SLACK + (words.length >> 1);
  const found = placesLike(map.newer.text, words, widened(about, slack));
  const ends = found.map((one) => ({ start: start ?? one.start, end: end ?? one.end }));
  return fitting([...ends, clamped(about, map.newer.text.length), piece], words);
}

/** The blocks that hold more of the words: those that were kept, or those that moved. */
function mainPart(blocks: readonly SharedBlock[], { start, end }: Span): SharedBlock[] {
  const kept = blocks.filter((one) => one.kept);
  const moved = blocks.filter((one) => !one.kept).sort((one, other) => one.b - other.b);
  const held = (some: readonly SharedBlock[]): number =>
    some.reduce((sum, { a, length }) => sum + Math.min(end, a + length) - Math.max(start, a), 0);
  return held(kept) >= held(moved) ? kept : moved;
}

/** Of words that were torn apart: the largest piece. */
function largestPiece(parts: readonly SharedBlock[], was: Span): Span {
  const pieces = parts.map(({ a, b, length }) => ({
    start: b + Math.max(0, was.start - a),
    end: b + Math.min(length, was.end - a),
  }));
  return pieces.reduce((best, one) => (one.end - one.start > best.end - best.start ? one : best));
}

const widened = ({ start, end }: Span, by: number): Span => ({
  start: Math.max(0, start - by),
  end: end + by,
});

const clamped = ({ start, end }: Span, length: number): Span => ({
  start: Math.max(0, Math.min(start, length)),
  end: Math.max(0, Math.min(end, length)),
});

/** Without what is no place, or much longer than the words. */
const fitting = (places: readonly Span[], words: string): Span[] =>
  places.filter(({ start, end }) => end > start && end - start <= 3 * words.length + SLACK);
