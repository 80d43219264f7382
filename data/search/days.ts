import { readEdtf, type EdtfDate } from '../model/edtf.ts';

/** Days from the first to the last that a date may mean, as numbers that sort: 20160803 is 3 August 2016. */
export interface Days {
  first: number;
  last: number;
}

const ENDS = /^([^.]*)\.\.([^.]*)$/;

/**
 * The days of a date of a record (EDTF). What it leaves open is any: `201X` begins with 2010 and ends with
 * 2019, `2016/..` never ends, a season may be any day of its year.
 */
export function daysOf(edtf: string): Days {
  const { first, last } = readEdtf(edtf);
  return {
    first: first ? dayOf(first, '0', [1, 1]) : -Infinity,
    last: last ? dayOf(last, '9', [12, 31]) : Infinity,
  };
}

/** The days between two dates as they are typed: `2016`, `2016-05..2017`, `..2015`. Undefined for anything else. */
export function readDays(typed: string): Days | undefined {
  const [, from = typed, to = typed] = ENDS.exec(typed) ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? -Infinity : beginOf(from);
  const last = to === '' ? Infinity : endOf(to);
  return first !== undefined && last !== undefined && first <= last ? { first, last } : undefined;
}

/** The first day of what is typed, and the last. */
function beginOf(typed: string): number | undefined {
  const { isInterval, first } = readEdtf(typed);
  if (first) return dayOf(first, '0', [1, 1]);
  return isInterval ? -Infinity : undefined;
}
function endOf(typed: string): number | undefined {
  const { isInterval, last } = readEdtf(typed);
  if (last) return dayOf(last, '9', [12, 31]);
  return isInterval ? Infinity : undefined;
}

/** Whether some day of one may be a day of the other. */
export const meet = (one: Days, other: Days): boolean =>
  one.first <= other.last && one.last >= other.first;

/** `digit`: in place of each that is not known; `missing`: month and day that are not given. */
function dayOf(date: EdtfDate, digit: string, missing: readonly [number, number]): number {
  const year = Number(date.year.replaceAll('X', digit));
  const month = Number(date.month ?? NaN);
  const isMonth = month >= 1 && month <= 12;
  const day = Number(date.day ?? NaN);
  const within = (isMonth ? month : missing[0]) * 100 + (isMonth && day >= 1 ? day : missing[1]);
  // Days of a year before Christ come in their order too.
  return year * 10_000 + within;
}
