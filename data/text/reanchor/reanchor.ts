import type { AnchorState } from '../../model/highlight.ts';
import type { Span } from '../finder.ts';
import { fromBare, toBare } from './bare.ts';
import {
  covers,
  hasRival,
  isOnlyPlace,
  isOnlyWithSurroundings,
  mayBeTorn,
  repeated,
} from './certain.ts';
import type { SharedBlock } from './blocks.ts';
import { expectedPlaces } from './expected.ts';
import { bothSides, likeness, sidesOf, weightOf, type Sides } from './likeness.ts';
import { TextMap } from './map.ts';
import { AddedText, placesLike } from './near.ts';

/** Words of a text by their range: half-open, in UTF-16 code units. */
export interface AnchorRange extends Span {
  id: string;
}

/** Where the words of an anchor are in a newer text; without a range when they are lost. */
export interface Reanchored {
  id: string;
  state: AnchorState;
  /** How well words and surroundings fit, 0 to 1; of several places that fit as well, less. */
  score: number;
  start?: number;
  end?: number;
}

/** What is found for one anchor, in units of the bare texts. */
interface Finding {
  state: AnchorState;
  score: number;
  now?: Span;
}

/** How alike the surroundings have to be for words that nothing unique holds fast. */
const SAME_SURROUNDINGS = 0.5;
/** The same for words that were found by themselves where much has changed. */
const SURE_SURROUNDINGS = 0.75;
/** The same for words that were put in the place of others. */
const REPLACED_WITHIN = 0.8;
/** By how much one place has to be better than the next one. */
const MARGIN = 0.15;
/** Least likeness of words that are proposed: anywhere, where they are expected, and between surroundings that are the same. */
const LIKE = { anywhere: 0.6, expected: 0.5, replaced: 0.34 } as const;
/** Least weight of words that are looked for anywhere. */
const FINDABLE = 12;

const LOST: Finding = { state: 'lost', score: 0 };

/**
 * Finds the words of anchors in another version of their text.
 *
 * `exact`: the same words in their place among what was kept, with the same surroundings as far as they were not
 * edited; `moved`: the same words elsewhere, or in surroundings that are others, and nothing else can be meant;
 * `uncertain`: words like them, or several places that they may have come from or gone to; `lost`: nothing like
 * them. The same words are those with the same letters: white space, what is not seen, forms of quotation marks
 * and dashes may differ. Repeated words are exact only where something that both texts have once holds them fast
 * or nothing rivals them.
 *
 * Cost: that of the difference of both texts, and little for each anchor; a megabyte with a thousand anchors
 * takes seconds.
 */
export function reanchor(
  older: string,
  newer: string,
  anchors: readonly AnchorRange[],
): Reanchored[] {
  return [...reanchorOneByOne(older, newer, anchors)];
}

/** As {@link reanchor}, anchor by anchor: for who wants to say how far it is. */
export function* reanchorOneByOne(
  older: string,
  newer: string,
  anchors: readonly AnchorRange[],
): Generator<Reanchored> {
  if (older === newer) {
    for (const { id, start, end } of anchors) yield { id, state: 'exact', score: 1, start, end };
  } else if (anchors.length > 0) {
    const finder = new AnchorFinder(new TextMap(older, newer));
    for (const anchor of anchors) yield finder.find(anchor);
  }
}

/** Finds anchors in a newer text, one after the other. */
class AnchorFinder {
  readonly #map: TextMap;
  #added: AddedText | undefined;

  constructor(map: TextMap) {
    this.#map = map;
  }

  find({ id, ...range }: AnchorRange): Reanchored {
    const was = toBare(this.#map.older, range);
    const { state, score, now } = was.end > was.start ? this.#finding(was) : LOST;
    const rounded = Math.round(score * 1000) / 1000;
    if (!now) return { id, state, score: rounded };
    return { id, state, score: rounded, ...withEdges(this.#map, range, was, now) };
  }

  #finding(was: Span): Finding {
    const block = this.#map.blockAt(was.start);
    if (block && covers(block, was)) return this.#shared(block, was);
    return this.#sameWords(was) ?? this.#likeWords(was) ?? this.#elsewhere(was) ?? LOST;
  }

  /** Words that lie in what both texts share. */
  #shared(block: SharedBlock, was: Span): Finding {
    const map = this.#map;
    const by = block.b - block.a;
    const now = { start: was.start + by, end: was.end + by };
    const sides = this.#sides(was, now);
    const found = (state: AnchorState): Finding => ({ state, score: scoreOf(1, sides), now });
    if (block.kept) {
      if (map.isFast(block, was)) return found('exact');
      if (mayBeTorn(map, block, was) || hasRival(map, was, now)) return unsure(found('uncertain'));
      if (bothSides(sides) >= SAME_SURROUNDINGS) return found('exact');
      return isOnlyPlace(map, was) ? found('moved') : found('uncertain');
    }
    const isSure = isOnlyWithSurroundings(map, block, was) || map.isFast(block, was);
    return isSure && !this.#isHere(was, now) ? found('moved') : unsure(found('uncertain'));
  }

  /** The same words in what was added: in their place, though much around them has changed, or elsewhere. */
  #sameWords(was: Span): Finding | undefined {
    const map = this.#map;
    const places = this.#places(was, (start, end) => {
      const block = map.blockOfNew(start);
      return !block || end > block.b + block.length;
    });
    const [best, next] = places;
    if (!best) return undefined;
    const { now, sides } = best;
    const found = (state: AnchorState): Finding => ({ state, score: scoreOf(1, sides), now });
    const isBest = best.fit - (next?.fit ?? 0) >= MARGIN && !hasRival(map, was, now);
    const here = map.around(was);
    const isHere = now.start >= here.start && now.end <= here.end;
    if (isBest && isHere && best.fit >= SURE_SURROUNDINGS) return found('exact');
    if (isOnlyPlace(map, was) && (isHere || !this.#isHere(was, now))) return found('moved');
    const isWorth = best.fit >= SAME_SURROUNDINGS || this.#weight(was) >= FINDABLE;
    if (!isWorth) return undefined;
    return isBest ? found('uncertain') : unsure(found('uncertain'));
  }

  /** Words like these where they are expected, or in anything that was added. */
  #likeWords(was: Span): Finding | undefined {
    const expected = this.#best(was, expectedPlaces(this.#map, was));
    if (expected) {
      const { like, sides, score } = expected;
      const fit = bothSides(sides);
      const isAlike =
        score >= LIKE.expected && (fit >= SAME_SURROUNDINGS || this.#weight(was) >= FINDABLE);
      if (like >= LIKE.expected && isAlike) return like < 1 ? expected : unsure(expected);
      if (like >= LIKE.replaced && fit >= REPLACED_WITHIN) return expected;
    }
    if (this.#weight(was) < FINDABLE) return undefined;
    this.#added ??= new AddedText(this.#map.newer.text, this.#map.added);
    const words = this.#words(was);
    const anywhere = this.#best(was, this.#added.placesLike(words));
    return anywhere && anywhere.like >= LIKE.anywhere ? anywhere : undefined;
  }

  /** The same words where they stood before already, as a repetition: better than nothing. */
  #elsewhere(was: Span): Finding | undefined {
    const [best] = this.#places(was, () => true);
    const isWorth = this.#weight(was) >= FINDABLE || (best?.fit ?? 0) >= SURE_SURROUNDINGS;
    if (!best || !isWorth) return undefined;
    return unsure({ state: 'uncertain', score: scoreOf(1, best.sides), now: best.now });
  }

  /**
   * Whether words like those that were found elsewhere stand where they were before: what was found may be a copy
   * then, and these what became of them.
   */
  #isHere(was: Span, elsewhere: Span): boolean {
    const words = this.#words(was);
    const places = placesLike(this.#map.newer.text, words, this.#map.around(was));
    return places.some(({ start, end }) => {
      if (start < elsewhere.end && end > elsewhere.start) return false;
      return likeness(words, this.#map.newer.text.slice(start, end)) >= LIKE.anywhere;
    });
  }

  /** Places of the same words that are wanted, best surroundings first. */
  #places(was: Span, isWanted: (start: number, end: number) => boolean) {
    const { newer } = this.#map;
    const words = this.#words(was);
    const { start } = this.#map.around(was);
    const all = [...repeated(newer.text, words, start - 1, Infinity)];
    const wanted = all.filter(
      (now) => isWanted(now.start, now.end) && isWhole(this.#map, was, now),
    );
    return wanted
      .map((now) => ({ now, sides: this.#sides(was, now) }))
      .map((one) => ({ ...one, fit: bothSides(one.sides) }))
      .sort((one, other) => other.fit - one.fit);
  }

  #best(was: Span, places: readonly Span[]) {
    const words = this.#words(was);
    const found = places.slice(0, 8).map((place) => {
      const now = atWords(this.#map, was, place);
      const like = likeness(words, this.#map.newer.text.slice(now.start, now.end));
      const sides = this.#sides(was, now);
      return { state: 'uncertain' as const, score: scoreOf(like, sides), now, like, sides };
    });
    return found.sort((one, other) => other.score - one.score)[0];
  }

  #words({ start, end }: Span): string {
    return this.#map.older.text.slice(start, end);
  }

  #weight(was: Span): number {
    return weightOf(this.#words(was));
  }

  #sides(was: Span, now: Span): Sides {
    return sidesOf(this.#map.older.text, was, this.#map.newer.text, now);
  }
}

/** Words count as much as both sides together. */
function scoreOf(like: number, { before, after }: Sides): number {
  const sides = [before, after].filter((one) => one !== undefined);
  return (2 * like + sides.reduce((sum, one) => sum + one, 0)) / (2 + sides.length);
}

/** A place of which there are others as good. */
const unsure = (finding: Finding): Finding => ({ ...finding, score: finding.score / 2 });

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Most code units by which an end is moved to where a word ends. */
const STEP = 4;

const isEdge = (text: string, at: number): boolean =>
  !LETTER.test(text[at - 1] ?? '') || !LETTER.test(text[at] ?? '');

/** Whether a place begins and ends where words do, if the older one does: “art” is no word of “party”. */
function isWhole({ older, newer }: TextMap, was: Span, now: Span): boolean {
  const fits = (old: number, at: number): boolean =>
    isEdge(newer.text, at) || !isEdge(older.text, old);
  return fits(was.start, now.start) && fits(was.end, now.end);
}

/** A place with its ends where words end, if those of the older words do. */
function atWords({ older, newer }: TextMap, was: Span, { start, end }: Span): Span {
  const nearest = (at: number, isWanted: boolean): number => {
    if (!isWanted) return at;
    for (let by = 0; by <= STEP; by++) {
      if (isEdge(newer.text, at - by)) return at - by;
      if (isEdge(newer.text, at + by)) return at + by;
    }
    return at;
  };
  const from = Math.max(0, nearest(start, isEdge(older.text, was.start)));
  const to = Math.min(newer.text.length, nearest(end, isEdge(older.text, was.end)));
  return from < to ? { start: from, end: to } : { start, end };
}

/** The range in the newer text; blanks at the ends of what was marked come along where they are the same. */
function withEdges({ older, newer }: TextMap, range: Span, was: Span, now: Span): Span {
  const { start, end } = fromBare(newer, now);
  const old = fromBare(older, was);
  const head = older.of.slice(range.start, Math.max(range.start, old.start));
  const tail = older.of.slice(Math.min(old.end, range.end), range.end);
  const isHead = newer.of.slice(start - head.length, start) === head && start >= head.length;
  const isTail = newer.of.startsWith(tail, end);
  return { start: isHead ? start - head.length : start, end: isTail ? end + tail.length : end };
}
