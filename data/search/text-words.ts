import type { LetterRules } from '../text/letters.ts';
import type { RegionKind } from '../text/region-kinds.ts';
import type { Span } from '../text/finder.ts';
import { GAP, tokensOf, type Tokens } from './tokens.ts';

/** A stretch that is folded away, with what it is. */
export interface Folded extends Span {
  kind: RegionKind;
}

/** Which part of a working text is searched: what is not folded away, regions of a kind, or both. */
export type Where = 'text' | 'all' | RegionKind;

/**
 * The words of a working text as they are searched, by turns: each list is looked through by itself. Where
 * words may be read in two ways (broken after a prefix at the end of a line), both are there.
 * `regions` stand in order and do not overlap.
 */
export function textWords(
  text: string,
  regions: readonly Folded[],
  where: Where,
  rules: LetterRules,
): Tokens[] {
  const parted = tokensOf(text, rules);
  const readings = parted.isAmbiguous ? [parted, tokensOf(text, rules, true)] : [parted];
  if (regions.length === 0) return where === 'text' || where === 'all' ? readings : [];
  return readings.flatMap((tokens) => {
    const { outside, inside } = parts(tokens, regions, where);
    if (where === 'text') return [outside];
    return where === 'all' ? [outside, inside] : [inside];
  });
}

/** The words outside of regions and those in them (of one kind), with gaps where something was left out. */
function parts(
  tokens: Tokens,
  regions: readonly Folded[],
  where: Where,
): { outside: Tokens; inside: Tokens } {
  const outside = new Gathering();
  const inside = new Gathering();
  let next = 0;
  let last: Folded | undefined;
  for (let i = 0; i < tokens.words.length; i++) {
    const start = tokens.starts[i] ?? 0;
    while (next < regions.length && (regions[next]?.end ?? 0) <= start) next++;
    const region = regions[next];
    const isIn = region !== undefined && region.start < (tokens.ends[i] ?? 0);
    if (isIn) {
      if (region !== last) inside.gap();
      last = region;
      outside.gap();
      if (where === 'all' || where === 'text' || region.kind === where) inside.add(tokens, i);
    } else outside.add(tokens, i);
  }
  return { outside: outside.tokens, inside: inside.tokens };
}

class Gathering {
  readonly tokens: Tokens = { words: [], starts: [], ends: [], follows: [], isAmbiguous: false };

  add({ words, starts, ends, follows }: Tokens, i: number): void {
    this.tokens.words.push(words[i] ?? '');
    this.tokens.starts.push(starts[i] ?? 0);
    this.tokens.ends.push(ends[i] ?? 0);
    const isFirst = this.tokens.words.at(-2) === GAP;
    this.tokens.follows.push(!isFirst && (follows[i] ?? false));
  }

  /** One gap, however much was left out. */
  gap(): void {
    const { words, ends, starts, follows } = this.tokens;
    if (words.length === 0 || words.at(-1) === GAP) return;
    const at = ends.at(-1) ?? 0;
    words.push(GAP);
    starts.push(at);
    ends.push(at);
    follows.push(false);
  }
}
