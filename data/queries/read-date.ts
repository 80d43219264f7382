import { dateFault, NO_DATE } from '../model/edtf.ts';
import { fold } from '../text/fold.ts';
import { say } from '../words/say.ts';

/** What a typed date means: one date, one of several, or none, with why. Dates are EDTF. */
export type ReadDate =
  { edtf: string; fault?: never } | { choices: string[]; fault?: never } | { fault: string };

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const FULL_MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const SEASONS: Readonly<Record<string, string>> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  fall: '23',
  winter: '24',
};
const ABOUT = /^(?:about|around|circa|ca|c|approximately|approx|roughly)\.? ?(?=\d|[a-z]{3})|^~ ?/;
const PERHAPS = /^(?:perhaps|possibly|probably|maybe) /;
const SINCE = /^(?:since|from|after|as of|starting) /;
const UNTIL = /^(?:until|till|before|up to|to) /;

/**
 * Reads a date as people write it: EDTF itself, “3 August 2016”, “3rd of august 2016”, “Aug 2016”,
 * “August 3, 2016”, “2016-2020”, “3–5 August 2016”, “about 2015”, “since 2016”, “the 1990s”,
 * “spring 2016”, “44 BC”, “3.8.2016” (the day first, as wherever dots are used). “3/4/2016” may be two
 * dates. What a text does not say is not guessed: a year must be there.
 */
export function readDate(typed: string): ReadDate {
  const given = typed.trim();
  if (dateFault(given) === undefined) return { edtf: given };
  const words = fold(given)
    .replace(/(\d)(?:st|nd|rd|th)\b(?! century)/g, '$1')
    .replace(/\bthe |,|\bof (?=[a-z])/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const found = [...new Set(readWords(words))];
  const faults = found.map(dateFault);
  const good = found.filter((_, i) => faults[i] === undefined);
  const [first] = good;
  if (first === undefined) return { fault: faults[0] ?? whyNot(given) };
  return good.length === 1 ? { edtf: first } : { choices: good };
}

/** Why typed words are no date; people are shown how people write them. */
function whyNot(given: string): string {
  const fault = dateFault(given);
  return fault === undefined || fault === NO_DATE ? say('dates.noDate') : fault;
}

/** Every EDTF date that the words may mean. */
function readWords(words: string): string[] {
  const between = /^(?:between|from) (?=.{1,60}$)/.exec(words);
  if (between) {
    const [first = '', last = ''] = words
      .slice(between[0].length)
      .split(/ (?:and|to|until|till|-) /);
    if (last !== '') return interval(first, last);
  }
  if (SINCE.test(words)) return single(words.replace(SINCE, '')).map((date) => `${date}/..`);
  if (UNTIL.test(words)) return single(words.replace(UNTIL, '')).map((date) => `../${date}`);
  const alone = single(words);
  if (alone.length > 0) return alone;
  for (const { index, 0: sign } of words.matchAll(/ ?(?:-|\/|\bto\b|\buntil\b|\btill\b) ?/g)) {
    const found = interval(words.slice(0, index), words.slice(index + sign.length));
    if (found.length > 0) return found;
  }
  return [];
}

/** An interval; what its first end leaves out is said by its last: “3–5 August 2016”. */
function interval(first: string, last: string): string[] {
  return single(last).flatMap((end) => {
    const [year = '', month = ''] = /^(-?\d{4})(?:-(\d\d))?/.exec(end)?.slice(1) ?? [];
    const isDay = /^\d{1,2}$/.test(first) && month !== '';
    const starts = [
      ...single(first),
      ...(isDay ? [`${year}-${month}-${first.padStart(2, '0')}`] : single(`${first} ${year}`)),
    ];
    const [start] = starts;
    return start === undefined ? [] : [`${start}/${end}`];
  });
}

function single(words: string): string[] {
  if (dateFault(words.toUpperCase()) === undefined) return [words.toUpperCase()];
  const uncertain = PERHAPS.test(words) || /\?$/.test(words);
  const about = ABOUT.test(words.replace(PERHAPS, ''));
  const sign = about && uncertain ? '%' : about ? '~' : uncertain ? '?' : '';
  const bare = words.replace(PERHAPS, '').replace(ABOUT, '').replace(/ ?\?$/, '').trim();
  return calendar(bare).map((date) => `${date}${sign}`);
}

/** A date without a word of doubt. Each pattern with what it makes of its parts. */
const FORMS: readonly [RegExp, (parts: string[]) => (string | undefined)[]][] = [
  [/^\d{4}$/, ([year]) => [year]],
  [/^(\d{1,4}) ?(?:bc|bce)$/, ([, year = '']) => [beforeChrist(Number(year))]],
  [/^(?:ad )?(\d{1,4}) ?(?:ad|ce)$/, ([, year = '']) => [year.padStart(4, '0')]],
  [/^(\d{3})0'?s$/, ([, decade = '']) => [`${decade}X`]],
  [/^(\d{1,2})(?:st|nd|rd|th) century$/, ([, n = '']) => [`${pad(Number(n) - 1)}XX`]],
  [
    /^(\d{1,2})\.? ([a-z]{3,9})\.? (\d{4})$/,
    ([, day = '', name = '', year = '']) => [dayOf(year, monthOf(name), day)],
  ],
  [
    /^([a-z]{3,9})\.? (\d{1,2}) (\d{4})$/,
    ([, name = '', day = '', year = '']) => [dayOf(year, monthOf(name), day)],
  ],
  [
    /^(\d{4}) ([a-z]{3,9})\.? (\d{1,2})$/,
    ([, year = '', name = '', day = '']) => [dayOf(year, monthOf(name), day)],
  ],
  [
    /^([a-z]{3,9})\.? (\d{4})$/,
    ([, name = '', year = '']) => [monthIn(year, monthOf(name) ?? SEASONS[name])],
  ],
  [
    /^(\d{4}) ([a-z]{3,9})\.?$/,
    ([, year = '', name = '']) => [monthIn(year, monthOf(name) ?? SEASONS[name])],
  ],
  [
    /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/,
    ([, year = '', month = '', day = '']) => [dayOf(year, month, day)],
  ],
  [
    /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/,
    ([, day = '', month = '', year = '']) => [dayOf(year, month, day)],
  ],
  [
    /^(\d{1,2})[-/ ](\d{1,2})[-/ ](\d{4})$/,
    ([, one = '', other = '', year = '']) => [
      ...(Number(other) <= 12 ? [dayOf(year, other, one)] : []),
      ...(Number(one) <= 12 ? [dayOf(year, one, other)] : []),
    ],
  ],
  [/^(\d{1,2})[-/. ](\d{4})$/, ([, month = '', year = '']) => [monthIn(year, month)]],
  [/^(\d{4})[-/.](\d)$/, ([, year = '', month = '']) => [monthIn(year, month)]],
  [
    /^(\d{2})(\d{2})[-/](\d{2})$/,
    ([, century = '', first = '', last = '']) =>
      Number(last) > Number(first) && !/^(?:0\d|1[0-2]|2[1-4])$/.test(last)
        ? [`${century}${first}/${century}${last}`]
        : [],
  ],
];

function calendar(words: string): string[] {
  for (const [pattern, make] of FORMS) {
    const parts = pattern.exec(words);
    if (!parts) continue;
    const made = make([...parts]).filter((one) => one !== undefined);
    if (made.length > 0) return made;
  }
  return [];
}

function monthOf(name: string): string | undefined {
  const short = name === 'sept' ? 'sep' : name;
  const index = Math.max(MONTHS.indexOf(short), FULL_MONTHS.indexOf(name));
  return index < 0 ? undefined : pad(index + 1);
}

function dayOf(year: string, month: string | undefined, day: string): string | undefined {
  return month === undefined
    ? undefined
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function monthIn(year: string, month: string | undefined): string | undefined {
  return month === undefined ? undefined : `${year}-${month.padStart(2, '0')}`;
}

/** Year 0 is 1 BC. */
function beforeChrist(year: number): string | undefined {
  if (year === 0) return undefined;
  return year === 1 ? '0000' : `-${String(year - 1).padStart(4, '0')}`;
}

const pad = (number: number): string => String(number).padStart(2, '0');
