import { placedDigits } from './placed-digits.ts';

/** Formats that have a number instead of a pattern; dates and times among them are told apart below. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
};
const DAYS: readonly number[] = [14, 15, 16, 17, ...range(27, 31), 36, ...range(50, 58)];
const TIMES: readonly number[] = [18, 19, 20, 21, ...range(32, 35), 45, 46, 47];
const BOTH = 22;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days from the day 0 of a table to 1970, in either of its calendars. */
const EPOCH = 25_569;
const EPOCH_1904 = 24_107;
/** The 29th of February 1900 is a day in tables, and nowhere else. */
const NO_DAY = 60;

/** How the numbers of a cell look. */
export interface NumberFormat {
  pattern: string;
  hasDay: boolean;
  hasTime: boolean;
  /** A time that goes on counting beyond a day or an hour: `[h]:mm`. */
  elapsed?: 'h' | 'm' | 's';
}

/** A format by its number, or by its pattern where it has one. */
export function numberFormat(id: number, pattern = BUILT_IN[id] ?? ''): NumberFormat {
  const bare = withoutLiterals(pattern);
  const elapsed = /\[([hms])[hms]?\]/i.exec(pattern)?.[1]?.toLowerCase() ?? (id === 46 ? 'h' : '');
  return {
    pattern,
    ...((elapsed === 'h' || elapsed === 'm' || elapsed === 's') && { elapsed }),
    hasDay: DAYS.includes(id) || id === BOTH || /[yd]|mmm/i.test(bare),
    hasTime: TIMES.includes(id) || id === BOTH || /[hs]/i.test(bare),
  };
}

/**
 * A number as its cell shows it, as far as simple formats go. Dates are written as ISO does, so that nobody has
 * to guess which figure is the month.
 */
export function shownNumber(
  value: number,
  { pattern, hasDay, hasTime, elapsed }: NumberFormat,
  is1904: boolean,
): string {
  if (elapsed) return shownSpan(value, elapsed);
  if (hasDay || hasTime) return shownDate(value, hasDay, hasTime, is1904);
  const section = sectionFor(value, pattern);
  const bare = withoutLiterals(section);
  // A number that is shown in parts, or with its power, stays whole.
  if (!/[0#?]/.test(bare) || /e[+-]|[0#?] *\//i.test(bare)) return plain(value);
  const isPercent = bare.includes('%');
  const decimals = /\.([0#?]*)/.exec(bare)?.[1]?.length ?? 0;
  const scaled = Math.abs(value) * (isPercent ? 100 : 1) * 1000 ** -thousandsIn(bare);
  const fixed = scaled.toFixed(Math.min(20, decimals));
  if (decimals === 0) {
    const placed = placedDigits(fixed, section);
    if (placed !== undefined) return `${value < 0 ? '-' : ''}${placed}`;
  }
  const [whole = ''] = bare.split('.', 1);
  const padded = withZeros(fixed, whole.replace(/[^0]/g, '').length);
  const grouped = /[0#?],[0#?]/.test(bare) ? withThousands(padded) : padded;
  const isNegative = value < 0 && Number(fixed) !== 0;
  return `${isNegative ? '-' : ''}${symbolIn(section)}${grouped}${isPercent ? '%' : ''}${unitIn(section)}`;
}

/** Numbers without a format: what is beyond the precision of tables is an error of counting. */
const plain = (value: number): string => `${Number(value.toPrecision(15))}`;

/** How often a pattern divides by a thousand: by each comma behind its figures. */
const thousandsIn = (bare: string): number =>
  /[0#?](,{1,4})(?![0#?,])/.exec(bare)?.[1]?.length ?? 0;

/** Figures with the zeros that are shown before them, as those of a postal code are. */
function withZeros(fixed: string, least: number): string {
  const [whole = '', rest] = fixed.split('.');
  const padded = whole.padStart(Math.min(30, least), '0');
  return rest === undefined ? padded : `${padded}.${rest}`;
}

function sectionFor(value: number, pattern: string): string {
  const [positive = '', negative = positive, zero = positive] = pattern.split(';');
  return value < 0 ? negative : value === 0 ? zero : positive;
}

/** A pattern without what it shows as it stands, and without colours and conditions. */
const withoutLiterals = (pattern: string): string =>
  pattern
    .replace(/"[^"]*"?|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]?/gi, '')
    .replace(/general|am\/pm|a\/p/gi, '');

/** The sign of a currency. */
function symbolIn(section: string): string {
  return /\[\$([^\][-]{1,5})/.exec(section)?.[1] ?? /[$€£¥₽₴₹]/.exec(section)?.[0] ?? '';
}

/** Words in quotes behind the figures: `0.0 "km"`. */
function unitIn(section: string): string {
  const behind = section.slice(section.search(/[0#?][^0#?]*$/) + 1).replace(/^,{1,4}/, '');
  return /^(?: |\\ )?"[^"]{1,20}"/.exec(behind)?.[0].replace(/["\\]/g, '') ?? '';
}

function withThousands(fixed: string): string {
  const [whole = '', rest] = fixed.split('.');
  const grouped: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) {
    grouped.unshift(whole.slice(Math.max(0, end - 3), end));
  }
  return rest === undefined ? grouped.join(',') : `${grouped.join(',')}.${rest}`;
}

function shownDate(value: number, hasDay: boolean, hasTime: boolean, is1904: boolean): string {
  const days = is1904 ? value - EPOCH_1904 : value - EPOCH + (value < NO_DAY ? 1 : 0);
  const at = new Date(Math.round((days * DAY_MS) / 1000) * 1000);
  if (Number.isNaN(at.getTime()) || Math.abs(value) > 3_000_000) return plain(value);
  const [day = '', time = ''] = at.toISOString().split('T');
  const clock = time.slice(0, time.slice(6, 8) === '00' ? 5 : 8);
  if (!hasDay) return clock;
  return hasTime && clock !== '00:00' ? `${day} ${clock}` : day;
}

/** A span of time, in its largest unit and those below. */
function shownSpan(value: number, unit: 'h' | 'm' | 's'): string {
  const seconds = Math.round(Math.abs(value) * 24 * 60 * 60);
  if (!Number.isSafeInteger(seconds)) return plain(value);
  const sign = value < 0 && seconds > 0 ? '-' : '';
  const two = (part: number): string => `${Math.floor(part)}`.padStart(2, '0');
  const rest = two(seconds % 60);
  if (unit === 's') return `${sign}${seconds}`;
  if (unit === 'm') return `${sign}${Math.floor(seconds / 60)}:${rest}`;
  const clock = `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)}`;
  return `${sign}${clock}${rest === '00' ? '' : `:${rest}`}`;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
