import { isAscii } from 'node:buffer';

const BACKSLASH = 0x5c;
const HYPHEN = 0x2d;
const BLANK = 0x20;

const small = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/** A byte; 0 where there is none. */
const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

interface Needle {
  /** Small letters and figures of ASCII. */
  bytes: Uint8Array;
  /** By the byte under its end: how far on it may stand at the earliest. */
  skips: Uint8Array;
}

/**
 * Tells of most texts that a phrase stands nowhere in them, by the bytes of their JSON (UTF-8) alone:
 * looking through a whole case for a rare name spares decoding, parsing and folding nearly all of it. In
 * doubt a text may hold the phrase: only ASCII and signs that become no ASCII letter by folding are
 * judged, and no words that are broken at the end of a line.
 *
 * Searching: R. N. Horspool, Practical fast searching in strings, 1980.
 */
export class ByteFilter {
  readonly #needles: readonly Needle[];

  /** `needles`: see {@link Finder.needles}. */
  constructor(needles: readonly string[]) {
    this.#needles = needles.map(needleOf);
  }

  /** Whether one of the phrases may stand in a text. `json`: the bytes of JSON that holds it. */
  mayHold(json: Buffer): boolean {
    return this.#needles.some((needle) => stands(needle, json)) || !isPlain(json);
  }
}

function needleOf(run: string): Needle {
  const bytes = Uint8Array.from({ length: run.length }, (_, at) => run.charCodeAt(at));
  const last = Math.min(bytes.length, 255) - 1;
  const skips = new Uint8Array(256).fill(last + 1);
  for (let at = bytes.length - 1 - last; at < bytes.length - 1; at++) {
    const skip = bytes.length - 1 - at;
    const byte = byteAt(bytes, at);
    skips[byte] = skip;
    if (byte >= 0x61) skips[byte - 0x20] = skip;
  }
  return { bytes, skips };
}

function stands({ bytes, skips }: Needle, json: Uint8Array): boolean {
  const last = bytes.length - 1;
  for (let end = last; end < json.length; end += byteAt(skips, byteAt(json, end))) {
    let at = last;
    while (at >= 0 && small[byteAt(json, end - last + at)] === bytes[at]) at--;
    if (at < 0) return true;
  }
  return false;
}

/** Whether the letters of ASCII in a text are all that a needle can be found in. */
function isPlain(json: Buffer): boolean {
  const isSimple = isAscii(json) && !DOUBTS.some((doubt) => json.includes(doubt));
  return isSimple || isPlainAtEachSign(json);
}

/** What may be a broken word or an escaped letter. */
const DOUBTS = ['-\\', '- ', '\\u'].map((signs) => Buffer.from(signs));

function isPlainAtEachSign(json: Buffer): boolean {
  for (let at = 0; at < json.length; at++) {
    const byte = byteAt(json, at);
    if (byte >= 0x80) {
      const next = afterHarmless(json, at);
      if (next === undefined) return false;
      at = next - 1;
    } else if (byte === HYPHEN) {
      if (isAtLineEnd(json, at + 1)) return false;
    } else if (byte === BACKSLASH) {
      if (json[++at] === 0x75) return false;
    }
  }
  return true;
}

/**
 * Where a sign ends that becomes no letter or figure of ASCII by folding, is seen, and breaks no word;
 * undefined for any other sign.
 */
function afterHarmless(json: Uint8Array, at: number): number | undefined {
  const lead = byteAt(json, at);
  const next = byteAt(json, at + 1);
  if (lead === 0xd0 || lead === 0xd1) return at + 2; // U+0400 to U+047F, letters of Cyrillic
  if (lead === 0xc2) return HARMLESS_LATIN.has(next) ? at + 2 : undefined;
  if (lead >= 0xe4 && lead <= 0xe9) return at + 3; // U+4000 to U+9FFF, Chinese characters
  const isPunctuation = lead === 0xe2 && next === 0x80 && HARMLESS_SIGNS.has(byteAt(json, at + 2));
  return isPunctuation ? at + 3 : undefined;
}

/** Second bytes of no-break space, £, §, ©, «, ®, °, ´, · and ». */
const HARMLESS_LATIN = new Set([0xa0, 0xa3, 0xa7, 0xa9, 0xab, 0xae, 0xb0, 0xb4, 0xb7, 0xbb]);
/** Third bytes of – — ‘ ’ ‚ ‛ “ ” „ ‟ • and … */
const HARMLESS_SIGNS = new Set([
  0x93, 0x94, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9d, 0x9e, 0x9f, 0xa2, 0xa6,
]);

/** Whether a line may end behind a hyphen: blanks, then an escaped sign. */
function isAtLineEnd(json: Uint8Array, from: number): boolean {
  let at = from;
  while (json[at] === BLANK || json[at] === 0xc2 || json[at] === 0xa0) at++;
  return json[at] === BACKSLASH;
}
