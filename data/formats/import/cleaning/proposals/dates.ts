import { dateFault } from '../../../../model/edtf.ts';
import { monthOf } from './months.ts';

/** A date in a text, with its place. */
export interface FoundDate {
  start: number;
  end: number;
  /** EDTF: a day, or a month. */
  value: string;
}

interface Token {
  text: string;
  /** The number that it is. */
  number: number | undefined;
  start: number;
  end: number;
}

/** Years in which what comes in was written. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2099;
const ORDINAL = /^(?:st|nd|rd|th|er|го|º)$/i;
const BETWEEN = /^(?:de|of|del)$/i;

/**
 * The dates in a line that are written out with their year: by ISO, in words, in Chinese. What may mean two days
 * (3/4/2016) and what lacks a year is none; nor are years of other calendars.
 */
export function datesIn(line: string): FoundDate[] {
  const tokens = tokensOf(line);
  const found: FoundDate[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const date = dateAt(line, tokens, at);
    if (!date) continue;
    const { value, last } = date;
    const start = tokens[at]?.start ?? 0;
    const end = date.end ?? tokens[last]?.end ?? start;
    if (dateFault(value) === undefined) found.push({ start, end, value });
    at = last;
  }
  return found;
}

/** Letters and figures, those of Arabic script as well. */
function tokensOf(line: string): Token[] {
  return [...line.matchAll(/[\p{L}\p{M}]+|\p{Nd}+/gu)].map(({ 0: text, index }) => {
    const figures = text.replace(/[٠-٩۰-۹]/g, (sign) => `${sign.charCodeAt(0) & 15}`);
    const number = /^\d{1,4}$/.test(figures) ? Number(figures) : undefined;
    return { text, number, start: index, end: index + text.length };
  });
}

/** `last`: its last token; `end` where the date ends within that. */
type DateAt = { value: string; last: number; end?: number } | undefined;

function dateAt(line: string, tokens: readonly Token[], at: number): DateAt {
  const [one, two, three] = tokens.slice(at, at + 3);
  if (!one || !two) return undefined;
  if (one.number === undefined) return monthFirst(line, tokens, at);
  return three && (figures(line, one, two, three, at) ?? dayFirst(line, tokens, at));
}

/** 2016-08-04, 04.08.2016, 23/8/2016, 2016年8月4日. */
function figures(line: string, one: Token, two: Token, three: Token, at: number): DateAt {
  if (two.text === '年') return chinese(line, one, at);
  const separator = line.slice(one.end, two.start);
  if (separator !== line.slice(two.end, three.start) || !/^[-./]$/.test(separator))
    return undefined;
  const [a, b, c] = [one.number, two.number, three.number];
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (one.text.length === 4) return made(a, b, c, at + 2);
  if (three.text.length !== 4) return undefined;
  // Points stand between day and month; elsewhere only a number beyond twelve tells which is the day.
  if (separator === '.' || a > 12) return made(c, b, a, at + 2);
  return b > 12 ? made(c, a, b, at + 2) : undefined;
}

function chinese(line: string, one: Token, at: number): DateAt {
  const found = /^(\d{4})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?/.exec(
    line.slice(one.start, one.start + 20),
  );
  if (!found) return undefined;
  const [words, year, month, day] = found;
  const days = day === undefined ? undefined : Number(day);
  const date = made(Number(year), Number(month), days, at + (days === undefined ? 3 : 5));
  return date && { ...date, end: one.start + words.length };
}

/** 4 August 2016, 3rd of August 2016, 4 de agosto de 2016. */
function dayFirst(line: string, tokens: readonly Token[], at: number): DateAt {
  const day = tokens[at]?.number ?? 0;
  let next = at + 1;
  if (ORDINAL.test(tokens[next]?.text ?? '')) next++;
  if (BETWEEN.test(tokens[next]?.text ?? '')) next++;
  const month = monthOf(tokens[next]?.text ?? '');
  if (month === undefined || day > 31) return undefined;
  next++;
  if (BETWEEN.test(tokens[next]?.text ?? '')) next++;
  return isNear(line, tokens, at, next) ? made(tokens[next]?.number, month, day, next) : undefined;
}

/** August 4, 2016; August 2016. */
function monthFirst(line: string, tokens: readonly Token[], at: number): DateAt {
  const month = monthOf(tokens[at]?.text ?? '');
  if (month === undefined) return undefined;
  let next = at + 1;
  const day = tokens[next]?.number ?? 0;
  if (day >= 1 && day <= 31 && (tokens[next]?.text.length ?? 0) <= 2) {
    next++;
    if (ORDINAL.test(tokens[next]?.text ?? '')) next++;
    return isNear(line, tokens, at, next)
      ? made(tokens[next]?.number, month, day, next)
      : undefined;
  }
  if (BETWEEN.test(tokens[next]?.text ?? '')) next++;
  return isNear(line, tokens, at, next)
    ? made(tokens[next]?.number, month, undefined, next)
    : undefined;
}

/** Whether nothing but spaces, points and commas lies between these tokens. */
const isNear = (line: string, tokens: readonly Token[], from: number, to: number): boolean =>
  /^[\p{L}\p{M}\p{Nd}\s.,،]*$/u.test(line.slice(tokens[from]?.start, tokens[to]?.end));

function made(
  year: number | undefined,
  month: number,
  day: number | undefined,
  last: number,
): DateAt {
  if (year === undefined || year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const two = (part: number) => `${part}`.padStart(2, '0');
  return { value: `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`, last };
}
