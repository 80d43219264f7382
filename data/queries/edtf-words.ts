import { say } from '../words/say.ts';

const months = say('dates.months').split(' ');
const seasons = say('dates.seasons').split(' ');

/** What a date is of: something that happened at a time, or something that held for a time. */
export type Dated = 'event' | 'state';

/**
 * An EDTF date in English words: “3 August 2016”, “about 2021”, “the 2010s”. With one end open a
 * state held “since 2016” or “until 2021”, an event was “after 2016” or “before 2021”.
 */
export function edtfWords(edtf: string, of: Dated): string {
  const [first = '', last] = edtf.split('/');
  if (last === undefined) return single(first);
  const isState = of === 'state';
  if (open(first) && open(last)) return say('dates.undated');
  if (open(first)) return say(isState ? 'dates.until' : 'dates.before', { date: single(last) });
  if (open(last)) return say(isState ? 'dates.since' : 'dates.after', { date: single(first) });
  return span(first, last);
}

const open = (part: string): boolean => part === '' || part === '..';

/** What both ends share is said once: “1–3 August 2016”, “June–August 2016”. */
function span(first: string, last: string): string {
  const from = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(first);
  const to = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(last);
  if (from && to && from[1] === to[1] && Boolean(from[3]) === Boolean(to[3])) {
    if (from[3] && from[2] === to[2]) return `${Number(from[3])}–${single(last)}`;
    if (!from[3]) return `${monthWord(from[2] ?? '')}–${single(last)}`;
  }
  const dash = /^\d{4}$/.test(first) && /^\d{4}$/.test(last) ? '–' : ' – ';
  return `${single(first)}${dash}${single(last)}`;
}

function single(part: string): string {
  const mark = /[?~%]$/.exec(part)?.[0];
  const words = calendar(part.replace(/[?~%]$/, ''));
  const date = mark === '~' || mark === '%' ? say('dates.about', { date: words }) : words;
  return mark === '?' || mark === '%' ? say('dates.uncertain', { date }) : date;
}

function calendar(part: string): string {
  const match = /^(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(part);
  if (!match) return part;
  const [, year = '', month, day] = match;
  const words = [day && dayWord(day), month && monthWord(month), yearWord(year)];
  return words.filter(Boolean).join(' ');
}

function yearWord(year: string): string {
  if (year.startsWith('-')) return say('dates.bc', { year: Number(year.slice(1)) + 1 });
  if (year.endsWith('XX')) return `${year.slice(0, 2)}00–${year.slice(0, 2)}99`;
  if (year.endsWith('X')) return say('dates.decade', { year: `${year.slice(0, 3)}0` });
  return year;
}

function monthWord(month: string): string {
  const number = Number(month);
  if (number >= 21) return seasons[number - 21] ?? '';
  return months[number - 1] ?? say('dates.unknownMonth');
}

function dayWord(day: string): string {
  return day === 'XX' ? '' : String(Number(day));
}
