/**
 * Earliest day that an EDTF date may mean, as a key that sorts as text: `2016-08-03` itself, `201X` as
 * `2010-00-00`, an interval by its start (an open start sorts first). Years before 0 sort before all.
 */
export function startOf(edtf: string): string {
  const [first = ''] = edtf.replace(/[?~%]/g, '').split('/');
  const match = /^(-?)([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(first);
  if (!match) return '!';
  const [, sign, year = '', month = '00', day = '00'] = match;
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
