import type { LetterRules } from '../text/letters.ts';
import { isSpaceless } from '../text/word-units.ts';
import type { Phrase, Term } from './query.ts';
import { tokensOf } from './tokens.ts';

/** From so many letters on, a word may be two letters away from another and still be like it. */
const LONG = 8;
const STAR = /\*$/;
const TILDE = /~([12])?$/;

/** Words as a phrase, in order; with `prefix`, the last one stands for all that begin so. None: undefined. */
export function phraseOf(text: string, rules: LetterRules, prefix = false): Phrase | undefined {
  const { words, follows } = tokensOf(text, rules);
  const terms = words.map((word, i): Term => {
    if (isSign(word)) return { text: word, isSign: true, ...(follows[i] && { follows: true }) };
    return { text: word, ...(prefix && i === words.length - 1 && { prefix: true }) };
  });
  return terms.length > 0 ? { kind: 'phrase', terms } : undefined;
}

/**
 * A word as it is typed: `word`, `begin*`, `like~`, `like~2`. With signs in it (“counter-terrorism”) it is a
 * phrase; the star and the tilde are then about its last word.
 */
export function wordOf(typed: string, rules: LetterRules): Phrase | undefined {
  if (STAR.test(typed)) return phraseOf(typed.replace(STAR, ''), rules, true);
  const [, distance] = TILDE.exec(typed) ?? [];
  const isFuzzy = TILDE.test(typed);
  const phrase = phraseOf(isFuzzy ? typed.replace(TILDE, '') : typed, rules);
  const last = phrase?.terms.at(-1);
  if (!isFuzzy || !last || last.isSign) return phrase;
  const letters = Array.from(last.text).length;
  last.fuzzy = distance === '1' || (distance === undefined && letters < LONG) ? 1 : 2;
  return phrase;
}

const isSign = (word: string): boolean => isSpaceless(word.codePointAt(0) ?? 0);
