import search from 'approx-string-match';
import type { Span } from '../finder.ts';

/** Code units of a word of the search: its time grows with every further 32. */
const WORD = 32;
/** Longer quotes are looked for by how they begin and end. */
const WHOLE = 2 * WORD;
/** Most code units that are looked through for one quote. */
const WINDOW = 60_000;

/**
 * Where words that are like these stand in a part of a text: those with the fewest differences, at most
 * half of their letters. Cost: the length of the part, twice that for long words.
 */
export function placesLike(text: string, words: string, { start, end }: Span): Span[] {
  const part = text.slice(start, Math.min(end, start + WINDOW));
  const found = words.length > WHOLE ? byEnds(part, words) : fewest(part, words);
  return found.map((one) => ({ start: one.start + start, end: one.end + start }));
}

function fewest(part: string, words: string): Span[] {
  return search(part, words, words.length >> 1).filter((one) => one.end > one.start);
}

/** A long quote from where it begins to where it ends; one of both may have changed beyond recognition. */
function byEnds(part: string, words: string): Span[] {
  const heads = fewest(part, words.slice(0, WORD));
  const tails = fewest(part, words.slice(-WORD));
  const fits = (head: Span): Span | undefined =>
    tails.find(({ end }) => end > head.end && end - head.start < 2 * words.length + WORD);
  const whole = heads.flatMap((head) => {
    const tail = fits(head);
    return tail ? [{ start: head.start, end: tail.end }] : [];
  });
  if (whole.length > 0) return whole;
  return [
    ...heads.map(({ start }) => ({ start, end: Math.min(part.length, start + words.length) })),
    ...tails.map(({ end }) => ({ start: Math.max(0, end - words.length), end })),
  ];
}

/** Code units of the stretches by which a quote is looked for in all that was added. */
const GRAM = 4;
/** More places than this of one stretch say nothing. */
const FREQUENT = 200;
/** Places are counted together within so many code units. */
const BUCKET = 32;
/** Buckets that are looked into. */
const BEST = 3;

/** Finds words like others in what was added to a text, wherever that is. Cost once: one pass over it. */
export class AddedText {
  readonly #text: string;
  readonly #places = new Map<string, number[]>();

  constructor(text: string, added: readonly Span[]) {
    this.#text = text;
    for (const { start, end } of added) {
      for (let at = start; at + GRAM <= end; at++) this.#note(text.slice(at, at + GRAM), at);
    }
  }

  /** The places that share most with words; cost: that of the rarer stretches of the words. */
  placesLike(words: string): Span[] {
    const votes = new Map<number, number>();
    for (let at = 0; at + GRAM <= words.length; at++) {
      const places = this.#places.get(words.slice(at, at + GRAM)) ?? [];
      if (places.length >= FREQUENT) continue;
      for (const place of places) {
        const bucket = Math.floor((place - at) / BUCKET);
        votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
      }
    }
    const best = [...votes].sort((one, other) => other[1] - one[1]).slice(0, BEST);
    return best.flatMap(([bucket]) => {
      const start = Math.max(0, (bucket - 2) * BUCKET);
      const end = (bucket + 3) * BUCKET + words.length + (words.length >> 2);
      return placesLike(this.#text, words, { start, end });
    });
  }

  #note(gram: string, at: number): void {
    const places = this.#places.get(gram);
    if (!places) this.#places.set(gram, [at]);
    else if (places.length < FREQUENT) places.push(at);
  }
}
