import { z } from 'zod';
import { say } from '../words/say.ts';

const year = '(?:-?\\d{4}|\\d{3}X|\\d{2}XX)';
const month = '(?:0[1-9]|1[0-2]|XX|2[1-4])'; // 21-24 are the seasons of EDTF level 1
const day = '(?:0[1-9]|[12]\\d|3[01]|XX)';
const single = `${year}(?:-${month}(?:-${day})?)?[?~%]?`;
/** What is taken of EDTF. */
export const EDTF_PATTERN = new RegExp(
  `^(?:${single}|(?:${single}|\\.\\.)?/(?:${single}|\\.\\.)?)$`,
);

/**
 * A date as the text allows it, in the Extended Date/Time Format (ISO 8601-2, levels 0 and 1 without
 * times): `2016-08-03`, `2016-08`, `2021~`, `201X`, `2016-08-01/2016-08-03`, `2016/..`. What the text
 * does not fix stays absent. This is what records may hold; what comes in is a {@link DateInput}.
 */
export const Edtf = z.string().refine((text) => EDTF_PATTERN.test(text), say('dates.notEdtf'));
export type Edtf = z.infer<typeof Edtf>;

/**
 * A date as it is taken for a record: one that can have been. Stricter than {@link Edtf}: cases of
 * earlier versions may hold intervals that end before they begin, and stay as they are.
 */
export const DateInput = z.string().superRefine((text, context) => {
  const fault = dateFault(text);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
});

/** Why a text is no date that can have been, in words; undefined when it is one. */
export function dateFault(text: string): string | undefined {
  if (!EDTF_PATTERN.test(text)) return illFormed(text);
  const ends = text.split('/');
  const known = ends.filter((end) => end !== '' && end !== '..');
  if (known.length === 0) return say('dates.noEnds');
  const fault = known.map(noSuchDay).find((one) => one !== undefined);
  if (fault !== undefined || known.length < 2) return fault;
  const [first = '', last = ''] = known;
  return compareDays(boundOf(first, 'first'), boundOf(last, 'last')) > 0
    ? say('dates.backwards', { text })
    : undefined;
}

/** What is said of words that are no date at all. */
export const NO_DATE = say('dates.noEdtf');

function illFormed(text: string): string {
  if (/^[[{]/.test(text)) return say('dates.aSet');
  const place = /^-?\d{4}-(\d\d)(?:-(\d\d))?$/.exec(text);
  const [, months, days] = place ?? [];
  if (months !== undefined && !new RegExp(`^${month}$`).test(months))
    return say('dates.noMonth', { month: months });
  if (days !== undefined && !new RegExp(`^${day}$`).test(days))
    return say('dates.noDay', { day: days });
  return NO_DATE;
}

interface Parts {
  year: string;
  month: string | undefined;
  day: string | undefined;
}

function partsOf(single: string): Parts {
  const [, year = '', month, day] =
    /^(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?/.exec(single) ?? [];
  return { year, month, day };
}

function noSuchDay(single: string): string | undefined {
  const { year, month, day } = partsOf(single);
  if (day === undefined || month === undefined) return undefined;
  if (Number(month) > 12) return say('dates.seasonDay', { date: single });
  if (day === 'XX') return undefined;
  if (month === 'XX') return say('dates.dayWithoutMonth', { date: single });
  const most = year.includes('X')
    ? lastDay('2000', month) // some year of the decade or century is a leap year
    : lastDay(year, month);
  return Number(day) > most
    ? say('dates.noSuchDay', { date: single.replace(/[?~%]$/, '') })
    : undefined;
}

/** The last day of a month, in the Gregorian calendar drawn out to all years; year 0 is 1 BC. */
function lastDay(year: string, month: string): number {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(Number(year), Number(month), 0);
  return date.getUTCDate();
}

/** Year, month and day. */
export type Day = readonly [year: number, month: number, day: number];

/** The first or last day that a date without an interval may mean. A season may be any of its year. */
export function boundOf(single: string, which: 'first' | 'last'): Day {
  const { year, month = 'XX', day = 'XX' } = partsOf(single);
  const isFirst = which === 'first';
  const years = Number(year.replaceAll('X', isFirst ? '0' : '9'));
  const isWhole = month === 'XX' || Number(month) > 12;
  const months = isWhole ? (isFirst ? 1 : 12) : Number(month);
  const last = lastDay(String(years), String(months));
  return [years, months, day === 'XX' ? (isFirst ? 1 : last) : Number(day)];
}

/** Below 0 when the one day is before the other, above 0 when it is after it. */
export function compareDays(one: Day, other: Day): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
