const WORD = /[\p{L}\p{N}\p{M}_]/u;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const OTHER = 1;
const PART_OF_WORD = 2;
const PART_WITHOUT_SPACES = 3;

/** By code unit, 0 where it was never asked for: the patterns are ten times slower. */
const known = new Uint8Array(0x10000);

/**
 * Whether a character (code point) takes part in a word that ends where another sign begins. Scripts
 * that write without spaces have no such words.
 */
export function isWordPoint(point: number): boolean {
  return kindOf(point) === PART_OF_WORD;
}

/** Whether a character (code point) belongs to a script that writes without spaces. */
export function isSpaceless(point: number): boolean {
  return kindOf(point) === PART_WITHOUT_SPACES;
}

function kindOf(point: number): number {
  if (point > 0xffff) return look(point);
  return known[point] || (known[point] = look(point));
}

function look(point: number): number {
  const character = String.fromCodePoint(point);
  if (!WORD.test(character)) return OTHER;
  return SPACELESS.test(character) ? PART_WITHOUT_SPACES : PART_OF_WORD;
}
