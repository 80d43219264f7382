import { accented, combiningOf } from './accents.ts';
import { isRightToLeft } from './bidi.ts';
import { FILLER, type Glyph } from './page.ts';

/** A letter with what stands on it. */
export interface Cluster {
  text: string;
  x0: number;
  x1: number;
  glyph: Glyph;
  isRaised?: boolean;
  /** A gap before it, in sizes, where it is no space of one line. */
  gap?: number;
}

/** Glyphs from left to right, each with its accents; what is drawn twice to look bold is there once. */
export function clustersOf(glyphs: readonly Glyph[], main: Glyph): Cluster[] {
  const marks = marksOf(glyphs);
  const sorted = glyphs
    .filter(({ text }) => !MARK.test(text))
    .sort((one, other) => one.x - other.x);
  const clusters: Cluster[] = [];
  for (const glyph of sorted) {
    const { text, x, width, size, y } = glyph;
    const last = clusters.at(-1);
    const isTwice =
      last?.glyph.text === text &&
      x - last.x0 < 0.12 * size &&
      Math.abs(y - last.glyph.y) < 0.12 * size;
    if (isTwice && x - last.x0 < 0.5 * width) continue;
    if (text === FILLER) {
      if (last) last.x1 = Math.max(last.x1, x + width);
      continue;
    }
    const whole = `${text}${marks.get(glyph) ?? ''}`.normalize('NFC');
    const isRaised = glyph.size < 0.85 * main.size;
    clusters.push({ text: whole, x0: x, x1: x + width, glyph, ...(isRaised && { isRaised }) });
  }
  return joinAccents(clusters);
}

const MARK = /^\p{M}+$/u;

/** Marks that have no width, by the letter that they stand on: the one drawn before, or after, as scripts go. */
function marksOf(glyphs: readonly Glyph[]): Map<Glyph, string> {
  const marks = new Map<Glyph, string>();
  glyphs.forEach((mark, at) => {
    if (!MARK.test(mark.text)) return;
    const before = glyphs.slice(Math.max(0, at - 4), at).findLast(({ text }) => !MARK.test(text));
    const after = glyphs.slice(at + 1, at + 5).find(({ text }) => !MARK.test(text));
    const near = [before, after].filter(
      (one) => one && Math.abs(one.x + one.width / 2 - mark.x) < 1.5 * mark.size,
    );
    // Letters from right to left that are drawn from left to right come behind their marks.
    const isBehind = isRightToLeft(after?.text ?? '') && (!before || (after && after.x > before.x));
    const base = near.length === 2 ? (isBehind ? after : before) : near[0];
    if (base) marks.set(base, `${marks.get(base) ?? ''}${mark.text}`);
  });
  return marks;
}

/** Accents that were drawn over or under a letter become a part of it. */
function joinAccents(clusters: readonly Cluster[]): Cluster[] {
  const joined: Cluster[] = [];
  for (const one of clusters) {
    const last = joined.at(-1);
    const over = last ? Math.min(last.x1, one.x1) - Math.max(last.x0, one.x0) : 0;
    if (last && over > 0.5 * Math.min(last.x1 - last.x0, one.x1 - one.x0)) {
      const [before, after] = [combiningOf(last.text), combiningOf(one.text)];
      const whole = after ? accented(last.text, after) : before && accented(one.text, before);
      if (whole !== undefined) {
        const glyph = after ? last.glyph : one.glyph;
        joined.splice(-1, 1, { text: whole, x0: last.x0, x1: Math.max(last.x1, one.x1), glyph });
        continue;
      }
    }
    joined.push(one);
  }
  return joined;
}
