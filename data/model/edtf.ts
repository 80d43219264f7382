import { Date as CalendarDate } from 'edtf';
import { z } from 'zod';
import { say } from '../words/say.ts';

const year = '(?:-?\\d{4}|\\d{3}X|\\d{2}XX)';
const month = '(?:0[1-9]|1[0-2]|XX|2[1-4])'; // 21-24 are the seasons of EDTF level 1
const day = '(?:0[1-9]|[12]\\d|3[01]|XX)';
const single = `${year}(?:-${month}(?:-${day})?)?[?~%]?`;
/**
 * What is taken of EDTF. The library `edtf` takes less than records hold (no mark behind a season or an X, no
 * interval of seasons or within one day), more than can be counted with (sets, times, years of five digits),
 * and half a millisecond a date; so this tells what a date is, and the library what days it may mean.
 */
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
  const { first, last } = readEdtf(text);
  if (!first && !last) return say('dates.noEnds');
  const fault = (first && noSuchDay(first)) ?? (last && noSuchDay(last));
  if (fault !== undefined || !first || !last) return fault;
  return calendarDate(first).min > calendarDate(last).max
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

/** A date without an interval, as it is written: digits, and X for those that are not known. */
export interface EdtfDate {
  /** Four digits, and a minus before Christ: `-0043` is 44 BC. */
  year: string;
  /** 01-12, a season (21-24), or XX. */
  month?: string;
  day?: string;
  /** Marked with `~` or `%`. */
  isAbout: boolean;
  /** Marked with `?` or `%`. */
  isUncertain: boolean;
}

/** What is written of a date: of one that is no interval, `first` and `last` are the same. */
export interface EdtfParts {
  isInterval: boolean;
  /** Absent when that end is open. */
  first?: EdtfDate;
  last?: EdtfDate;
}

/** The parts of a date that {@link Edtf} takes; of anything else, none. */
export function readEdtf(text: string): EdtfParts {
  const [start = '', end] = text.split('/');
  const first = readDate(start);
  const last = end === undefined ? first : readDate(end);
  return { isInterval: end !== undefined, ...(first && { first }), ...(last && { last }) };
}

function readDate(text: string): EdtfDate | undefined {
  const found = /^(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%]?)$/.exec(text);
  if (!found) return undefined;
  const [, year = '', month, day, mark = ''] = found;
  return {
    year,
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    isAbout: mark === '~' || mark === '%',
    isUncertain: mark === '?' || mark === '%',
  };
}

function noSuchDay({ year, month, day }: EdtfDate): string | undefined {
  if (day === undefined || month === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  if (Number(month) > 12) return say('dates.seasonDay', { date });
  if (day === 'XX') return undefined;
  if (month === 'XX') return say('dates.dayWithoutMonth', { date });
  // Some year of any decade or century is a leap year, as 2000 is.
  const years = year.includes('X') ? 2000 : Number(year);
  const asked = [years, Number(month) - 1, Number(day)];
  const found = new CalendarDate({ values: asked }).values;
  return found.every((one, at) => one === asked[at]) ? undefined : say('dates.noSuchDay', { date });
}

/** All days that a date may mean; those of a season are any of its year. */
function calendarDate({ year, month, day }: EdtfDate): CalendarDate {
  const digits = [year, ...(isMonth(month) ? [month, ...(day === undefined ? [] : [day])] : [])];
  const [years = 0, months, days] = digits.map((one) => Number(one.replaceAll('X', '0')));
  return new CalendarDate({
    values: [
      years,
      ...(months === undefined ? [] : [Math.max(0, months - 1)]),
      ...(days === undefined ? [] : [Math.max(1, days)]),
    ],
    unspecified: digits.join('').replace('-', '').padEnd(8, '0'),
  });
}

const isMonth = (month: string | undefined): month is string =>
  month !== undefined && !(Number(month) > 12);
