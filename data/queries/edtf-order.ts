import { readEdtf, type EdtfDate } from '../model/edtf.ts';

/**
 * Where an EDTF date stands among others, as a key that sorts as text: at the earliest day that it may
 * mean (`201X` as `2010-00-00`, an interval by its start), with an open start at its end (`../2021` as
 * `2021-99-99`: until 2021). Years before 0 sort before all.
 */
export function orderOf(edtf: string): string {
  const { first, last } = readEdtf(edtf);
  if (first) return key(first, '0', '00');
  return last ? key(last, '9', '99') : '!';
}

/** `digit` stands for one that is not known, `missing` for a month or day that is not given. */
function key(date: EdtfDate, digit: string, missing: string): string {
  const known = (digits: string) => digits.replaceAll('X', digit);
  const year = known(date.year);
  // Digits of years before Christ are complemented, so that -0200 sorts before -0100 ("!" before "0").
  const years = year.startsWith('-') ? `!${9999 - Number(year.slice(1))}` : year;
  return `${years}-${season(known(date.month ?? missing))}-${known(date.day ?? missing)}`;
}

/** Seasons (21-24) stand at their first month on the northern half: spring 03, ... winter 12. */
function season(month: string): string {
  const number = Number(month);
  return number >= 21 && number <= 24 ? String((number - 20) * 3).padStart(2, '0') : month;
}
