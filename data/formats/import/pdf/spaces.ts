import type { Cluster } from './clusters.ts';
import { lowQuarter } from './runs.ts';

/** A gap (in sizes) that parts cells of a table. */
const CELL_GAP = 1.1;
/** Widest gap where one space was drawn, and the line was drawn out. */
const WIDEST_WORD_GAP = 3;
/** Least gap (in sizes) between words. */
const WORD_GAP = 0.13;
/** Least gap where a space was drawn as well. */
const SPACE_GAP = 0.15;
/** Least gap between signs of a script without spaces. */
const IDEOGRAPH_GAP = 0.6;
/** Signs of scripts that have no spaces between words. */
export const IDEOGRAPH = /[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** Spaces where the gap is wider than between the letters of a word; wide ones part cells. */
export function withSpaces(clusters: readonly Cluster[], size: number): Cluster[] {
  const gaps = clusters.map(({ x0 }, at) =>
    at === 0 ? 0 : (x0 - (clusters[at - 1]?.x1 ?? x0)) / size,
  );
  // Letters that are spaced out stand apart as well.
  const isSpaced = (at: number): boolean =>
    clusters[at]?.glyph.spaced === true || clusters[at - 1]?.glyph.spaced === true;
  const usual = Math.max(0, lowQuarter(gaps.filter((_, at) => at > 0 && !isSpaced(at))));
  const least = usual > 0.4 ? WORD_GAP : usual + WORD_GAP;
  // Words of a line that fills its column may be as far apart as cells, but all of them are.
  const narrow = Math.min(...gaps.filter((gap) => gap > usual + WORD_GAP));
  const spaced: Cluster[] = [];
  clusters.forEach((one, at) => {
    const gap = gaps[at] ?? 0;
    const last = clusters[at - 1];
    const needed =
      last && IDEOGRAPH.test(last.text) && IDEOGRAPH.test(one.text)
        ? IDEOGRAPH_GAP
        : isSpaced(at)
          ? Math.min(least, Math.max(SPACE_GAP, usual + 0.05))
          : least;
    if (last && gap > needed) {
      const wide = gap > CELL_GAP && !(isSpaced(at) && gap < WIDEST_WORD_GAP && gap < 1.8 * narrow);
      spaced.push({ text: ' ', x0: last.x1, x1: one.x0, glyph: last.glyph, ...(wide && { gap }) });
    }
    spaced.push(one);
  });
  return spaced;
}
