import { fold } from '../fold.ts';

/** Fewest letters of a word that both texts must have to say something. */
const FEWEST_LETTERS = 3;
const RUNS =
  /\p{Nd}+|[\p{Script=Latin}\p{M}]+|[\p{Script=Cyrillic}\p{M}]+|[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\p{M}]+/gu;
const DIGITS = /^\p{Nd}/u;
/** What parts the thousands of a number, once it is folded. */
const THOUSANDS = /^[ ,.'\u066c]$/;

/**
 * What a paragraph says that is the same in every language: its figures (1,500 and ۱۵۰۰ are one), and words by
 * their folded letters, of which those count that the other text has too. Each once, in the order of the text.
 * Scripts without spaces have no words here.
 */
export function signsOf(paragraph: string): string[] {
  const text = fold(paragraph);
  const signs = new Set<string>();
  let number = '';
  let end = -1;
  for (const { 0: run, index } of text.matchAll(RUNS)) {
    const parts = number !== '' && run.length === 3 ? text.slice(end, index) : '';
    if (DIGITS.test(run) && THOUSANDS.test(parts)) number += run;
    else {
      if (number !== '') signs.add(number);
      number = '';
      // A year before a number is none of its thousands.
      if (DIGITS.test(run) && run.length <= 3) number = run;
      else if (DIGITS.test(run) || run.length >= FEWEST_LETTERS) signs.add(run);
    }
    end = index + run.length;
  }
  if (number !== '') signs.add(number);
  return [...signs];
}
