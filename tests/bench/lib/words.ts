/** Numbers that look random but are the same in every run, so that runs can be compared. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A fraction from 0 up to, not including, 1 (mulberry32). */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  /** One of several. `several` must not be empty. */
  one<T>(several: readonly T[]): T {
    return several[this.below(several.length)] as T;
  }

  /** Lower-case hexadecimal digits. */
  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.below(0x1_0000).toString(16).padStart(4, '0');
    return text.slice(0, digits);
  }

  /** An identifier that looks and weighs like those of the program. */
  id(): string {
    return `01900000-${this.hex(4)}-7${this.hex(3)}-8${this.hex(3)}-${this.hex(12)}`;
  }
}

const openings = ['ba', 'cor', 'den', 'fi', 'gra', 'hel', 'ja', 'kur', 'lo', 'mi', 'nar', 'pe'];
const middles = ['ri', 'sta', 'vo', 'lem', 'da', 'nu', 'gi', 'tor', 'sha', 'be'];
const endings = ['n', 'ra', 'st', 'lic', 'ment', 'o', 'es', 'ing', 'al', 'k'];

/** Words of no language; short ones are common, as in real ones. */
const vocabulary = openings.flatMap((start) => [
  start,
  ...middles.flatMap((middle) => [
    start + middle,
    ...endings.map((end) => `${start}${middle}${end}`),
  ]),
]);

/** One made-up word. The square makes the words at the front more frequent. */
export function word(dice: Dice): string {
  return vocabulary[Math.floor(dice.fraction() ** 2 * vocabulary.length)] ?? 'ba';
}

/** A made-up name of two capitalised words. */
export function name(dice: Dice): string {
  return [word(dice), word(dice)]
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}

/** Text in paragraphs of about 600 code units, `length` code units altogether or a few more. */
export function prose(dice: Dice, length: number): string {
  const paragraphs: string[] = [];
  for (let size = 0; size < length;) {
    const paragraph = sentences(dice, Math.min(600, length - size));
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

function sentences(dice: Dice, length: number): string {
  let text = '';
  while (text.length < length) {
    const words = Array.from({ length: 6 + dice.below(14) }, () => word(dice)).join(' ');
    text += `${text ? ' ' : ''}${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  }
  return text;
}

/** `count` ranges of one to three words, spread evenly over a text. */
export function* ranges(text: string, count: number): Generator<{ start: number; end: number }> {
  const step = text.length / count;
  for (let index = 0; index < count; index++) {
    const from = Math.floor(index * step);
    const found = /[A-Za-z]+(?: [a-z]+){0,2}/.exec(text.slice(from, from + 80));
    const start = found ? from + found.index : from;
    yield { start, end: start + (found?.[0].length ?? 1) };
  }
}
