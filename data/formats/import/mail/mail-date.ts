import { dateFault } from '../../../model/edtf.ts';

const MONTHS = [
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun'],
  ...['jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
];

/** “Thu, 2 Jul 2020 11:00:00 +0200”, “2-Jul-20”; “Thu Jul  2 11:00:00 2020”; ISO. */
const USUAL =
  /^(?:[a-z]{2,9}\.?,? {1,5})?(\d{1,2})[ -]{1,5}([a-z]{3})[a-z]{0,6}\.?,?[ -]{1,5}(\d{2,4})\b/i;
const OLD = /^[a-z]{3,9},? {1,5}([a-z]{3})[a-z]{0,6} {1,5}(\d{1,2}),? .{0,40}?\b(\d{4})\b/i;
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/;

/** The day of a mail as its sender wrote it (EDTF); undefined when there is none. */
export function mailDate(field: string): string | undefined {
  const text = field.trim();
  const iso = ISO.exec(text)?.[0];
  const [, day = '', month = '', year = ''] = USUAL.exec(text) ?? [];
  const [, oldMonth = '', oldDay = '', oldYear = ''] = OLD.exec(text) ?? [];
  const date = iso ?? dated(year || oldYear, month || oldMonth, day || oldDay);
  return date !== undefined && dateFault(date) === undefined ? date : undefined;
}

function dated(year: string, month: string, day: string): string | undefined {
  const index = MONTHS.indexOf(month.toLowerCase());
  if (index < 0 || year === '') return undefined;
  return `${fullYear(year)}-${`${index + 1}`.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Years of two and three figures are those of the last century, or of this one below 50 (RFC 5322). */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  const number = Number(year);
  return `${number + (year.length === 2 && number < 50 ? 2000 : 1900)}`;
}
