/**
 * Where an EDTF date stands among others, as a key that sorts as text: at the earliest day that it may
 * mean (`201X` as `2010-00-00`, an interval by its start), with an open start at its end (`../2021` as
 * `2021-99-99`: until 2021). Years before 0 sort before all.
 */
export function orderOf(edtf: string): string {
  const [first = '', last = ''] = edtf.replace(/[?~%]/g, '').split('/');
  const isOpen = first === '' || first === '..';
  return isOpen ? key(last.replaceAll('X', '9'), '99') : key(first, '00');
}

function key(single: string, missing: string): string {
  const match = /^(-?)([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(single);
  if (!match) return '!';
  const [, sign, year = '', month = missing, day = missing] = match;
  const known = (digits: string) => digits.replace(/X/g, '0');
  // Digits of years before Christ are complemented, so that -0200 sorts before -0100 ("!" before "0").
  const years = sign ? `!${9999 - Number(known(year))}` : known(year);
  return `${years}-${season(known(month))}-${known(day)}`;
}

/** Seasons (21-24) stand at their first month on the northern half: spring 03, ... winter 12. */
function season(month: string): string {
  const number = Number(month);
  return number >= 21 && number <= 24 ? String((number - 20) * 3).padStart(2, '0') : month;
}
