import { Edtf } from '#data/model/edtf.ts';
import { edtfWords } from '#data/queries/edtf-words.ts';

/** Says what is wrong with a date as typed, or nothing. */
export function checkDate(text: string): string | undefined {
  return Edtf.safeParse(text).success
    ? undefined
    : 'As in 2016-08-03, 2016-08, 2021~, 201X, 2016/.. (from then on)';
}

/** A date in words, beside its field; nothing when it says no more than the field. */
export function dateHint(date: string | undefined): { hint?: string } {
  const words = date && edtfWords(date);
  return words && words !== date ? { hint: words } : {};
}
