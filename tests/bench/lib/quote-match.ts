import search from 'approx-string-match';

/** A quote with what stood around it, and where. */
export interface QuoteAnchor {
  quote: string;
  prefix: string;
  suffix: string;
  /** Offset where it stood. */
  hint: number;
}

interface Found {
  start: number;
  end: number;
  errors: number;
}

/** What counts how much, as the Hypothesis client has it (src/annotator/anchoring/match-quote.ts). */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const;
const MOST_ERRORS = 256;

/**
 * How the Hypothesis client finds a quote again, rebuilt after its rules on the same library: every place of the
 * same words, or else those with the fewest differences (at most half of the letters); the place with the best
 * sum of likeness of quote, surroundings and position. It tells no doubt: undefined, or the place.
 */
export function matchQuote(text: string, anchor: QuoteAnchor): Found | undefined {
  const most = Math.min(MOST_ERRORS, anchor.quote.length / 2);
  let best: { place: Found; score: number } | undefined;
  for (const place of placesOf(text, anchor.quote, most)) {
    const score = scoreOf(text, anchor, place);
    if (!best || score > best.score) best = { place, score };
  }
  return best?.place;
}

function placesOf(text: string, words: string, most: number): Found[] {
  const same: Found[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    same.push({ start: at, end: at + words.length, errors: 0 });
  }
  return same.length > 0 ? same : search(text, words, most);
}

function scoreOf(
  text: string,
  { quote, prefix, suffix, hint }: QuoteAnchor,
  { start, end, errors }: Found,
): number {
  const before = text.slice(Math.max(0, start - prefix.length), start);
  return (
    WEIGHTS.quote * (1 - errors / quote.length) +
    WEIGHTS.prefix * likeness(before, prefix) +
    WEIGHTS.suffix * likeness(text.slice(end, end + suffix.length), suffix) +
    WEIGHTS.position * (1 - Math.abs(start - hint) / text.length)
  );
}

function likeness(text: string, wanted: string): number {
  if (wanted === '') return 1;
  if (text === '') return 0;
  const [first] = placesOf(text, wanted, wanted.length);
  return first ? 1 - first.errors / wanted.length : 0;
}
