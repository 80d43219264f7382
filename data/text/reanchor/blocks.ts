import { difference } from '../difference.ts';
import type { Span } from '../finder.ts';

/**
 * A stretch that both texts have: `length` code units, from `a` in the older and from `b` in the newer one.
 * `kept`: in its place among the others, else it was moved.
 */
export interface SharedBlock {
  a: number;
  b: number;
  length: number;
  kept: boolean;
}

/** What the two texts share, and what is left over. */
export interface Alignment {
  /** By `a`; they do not overlap, in either text. */
  blocks: SharedBlock[];
  /** What of the newer text comes from nowhere in the older one, in order. */
  added: Span[];
}

/** Least length of what is recognised where it was moved to: some three words. */
const MOVED = 16;

/** Says which stretches of the newer text are which of the older. Cost: that of {@link difference} and a pass. */
export function align(older: string, newer: string): Alignment {
  const kept: SharedBlock[] = [];
  const removed: Span[] = [];
  const added: Span[] = [];
  for (const { kind, a, b } of difference(older, newer)) {
    if (kind === 'same') kept.push({ a: a.start, b: b.start, length: a.end - a.start, kept: true });
    else if (kind === 'removed') removed.push(a);
    else added.push(b);
  }
  const moved = movedBlocks(older, newer, removed, added);
  const blocks = [...kept, ...moved].sort((one, other) => one.a - other.a);
  return { blocks, added: without(added, moved) };
}

/** Stretches that were removed at one place and added at another, the longest that can be. */
function movedBlocks(
  older: string,
  newer: string,
  removed: readonly Span[],
  added: readonly Span[],
): SharedBlock[] {
  const places = placesOf(older, removed);
  const taken = new Uint8Array(older.length);
  const moved: SharedBlock[] = [];
  for (const span of added) {
    let free = span.start;
    for (let at = free; at + MOVED <= span.end;) {
      const place = places.get(keyOf(newer, at));
      const to = { start: free, end: span.end };
      const block = place && grown(older, newer, { a: place.at, b: at }, place.span, to, taken);
      if (!block) at++;
      else {
        moved.push(block);
        taken.fill(1, block.a, block.a + block.length);
        at = free = block.b + block.length;
      }
    }
  }
  return moved;
}

/** Where a stretch begins, and what it is part of. */
interface Place {
  at: number;
  span: Span;
}

/** Stretches that stand once in what was removed, by their hash. */
function placesOf(older: string, removed: readonly Span[]): Map<number, Place | null> {
  const places = new Map<number, Place | null>();
  for (const span of removed) {
    for (let at = span.start; at + MOVED <= span.end; at++) {
      const key = keyOf(older, at);
      places.set(key, places.has(key) ? null : { at, span });
    }
  }
  return places;
}

function keyOf(text: string, at: number): number {
  let key = 0;
  for (let i = at; i < at + MOVED; i++) key = Math.imul(key ^ text.charCodeAt(i), 0x01000193) | 0;
  return key;
}

/** What is the same around two places, within what was removed and added; undefined when it is too short. */
function grown(
  older: string,
  newer: string,
  { a, b }: { a: number; b: number },
  from: Span,
  to: Span,
  taken: Uint8Array,
): SharedBlock | undefined {
  const isSame = (back: number): boolean =>
    a + back >= from.start &&
    a + back < from.end &&
    b + back >= to.start &&
    b + back < to.end &&
    taken[a + back] === 0 &&
    older.charCodeAt(a + back) === newer.charCodeAt(b + back);
  let first = 0;
  while (isSame(first - 1)) first--;
  let last = 0;
  while (isSame(last)) last++;
  const length = last - first;
  return length < MOVED ? undefined : { a: a + first, b: b + first, length, kept: false };
}

/** Spans without the parts that blocks cover in the newer text; both in order. */
function without(spans: readonly Span[], moved: readonly SharedBlock[]): Span[] {
  const rest: Span[] = [];
  let next = 0;
  for (const { start, end } of spans) {
    let from = start;
    for (let one = moved[next]; one && one.b < end; one = moved[++next]) {
      if (one.b > from) rest.push({ start: from, end: one.b });
      from = one.b + one.length;
    }
    if (end > from) rest.push({ start: from, end });
  }
  return rest;
}
