import { lettersOf } from '#data/formats/import/pdf/accents.ts';
import { FILLER, type Glyph } from '#data/formats/import/pdf/page.ts';

/** Most signs that together are one letter or a few. */
const MOST_IN_CLUSTER = 8;

/** Whether a sign is to be read in the text of its part: it is no letter, or a joiner that is drawn as a space. */
export const isToldBy = (
  actual: string,
  { text, isDamaged }: { text: string; isDamaged: boolean },
): boolean =>
  isDamaged || text === '' || (text === ' ' && actual.length <= 2 && actual.trim() !== '');

/**
 * Puts the text that a file gives for a part of the page in place of the signs drawn there (those from `from` on):
 * ligatures and brackets may be no letters of their own. Signs that say the same stay, as do those of a long part
 * whose letters are known: only they tell where each of them stands.
 */
export function putActualText(glyphs: Glyph[], from: number, actual: string): void {
  const drawn = glyphs.splice(from);
  const known = drawn.filter(({ text }) => text !== FILLER);
  const letters = lettersOf(actual).replace(/\p{Cc}/gu, '');
  const isSame =
    known.length === drawn.length && known.map(({ text }) => text).join('') === letters;
  const isLong = drawn.length > MOST_IN_CLUSTER && known.length * 2 > drawn.length;
  const whole = isSame || isLong || letters.trim() === '' ? undefined : together(drawn, letters);
  glyphs.push(...(whole ? [whole] : known));
}

/** Signs of one line as one; undefined when they are of several. */
function together(drawn: readonly Glyph[], text: string): Glyph | undefined {
  const [widest] = [...drawn].sort((one, other) => other.width - one.width);
  if (!widest) return undefined;
  const isLine = drawn.every(
    ({ y, turn }) => turn === widest.turn && Math.abs(y - widest.y) < widest.size,
  );
  if (!isLine) return undefined;
  if (widest.turn !== 0) return { ...widest, text };
  const x = Math.min(...drawn.map((one) => one.x));
  const end = Math.max(...drawn.map((one) => one.x + one.width));
  const isSpaced = drawn.some(({ spaced }) => spaced);
  return { ...widest, text, x, width: end - x, ...(isSpaced && { spaced: true }) };
}
