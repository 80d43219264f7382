import { readEdtf, type EdtfDate } from '../model/edtf.ts';
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
  const { isInterval, first, last } = readEdtf(edtf);
  if (!isInterval) return first ? single(first) : edtf;
  const isState = of === 'state';
  if (first && last) return span(first, last);
  if (last) return say(isState ? 'dates.until' : 'dates.before', { date: single(last) });
  if (first) return say(isState ? 'dates.since' : 'dates.after', { date: single(first) });
  return say('dates.undated');
}

/** What both ends share is said once: “1–3 August 2016”, “June–August 2016”. */
function span(first: EdtfDate, last: EdtfDate): string {
  if (isExact(first) && isExact(last) && first.year === last.year && first.month && last.month) {
    if (first.day && last.day && first.month === last.month)
      return `${dayWord(first.day)}–${single(last)}`;
    if (!first.day && !last.day) return `${monthWord(first.month)}–${single(last)}`;
  }
  const dash = [first, last].every((end) => isExact(end) && !end.month) ? '–' : ' – ';
  return `${single(first)}${dash}${single(last)}`;
}

/** Whether there is no doubt and no unknown digit, in a year of our era. */
const isExact = ({ year, month, day, isAbout, isUncertain }: EdtfDate): boolean =>
  !isAbout && !isUncertain && /^\d+$/.test(`${year}${month ?? ''}${day ?? ''}`);

function single({ year, month, day, isAbout, isUncertain }: EdtfDate): string {
  const words = [day && dayWord(day), month && monthWord(month), yearWord(year)];
  const plain = words.filter(Boolean).join(' ');
  const date = isAbout ? say('dates.about', { date: plain }) : plain;
  return isUncertain ? say('dates.uncertain', { date }) : date;
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
