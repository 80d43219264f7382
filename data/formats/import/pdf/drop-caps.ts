import { median, type Run } from './runs.ts';

/** How much larger than the text a letter over several lines is. */
const LARGER = 1.8;

/**
 * Puts a large first letter, beside which two lines or more begin, into the first of them; those lines begin
 * where it does.
 */
export function withDropCaps(runs: readonly Run[]): Run[] {
  const size = median(runs.map((run) => run.size));
  const caps = runs.filter(({ glyphs, size: own }) => {
    const text = glyphs.map((one) => one.text).join('');
    return own > LARGER * size && /^["'“‘«]?\p{L}$/u.test(text);
  });
  return caps.reduce<Run[]>((rest, cap) => put(cap, rest), [...runs]);
}

function put(cap: Run, runs: readonly Run[]): Run[] {
  const rows = runs.filter((run) => isBeside(run, cap)).sort((one, other) => one.y - other.y);
  const [first, second] = rows;
  if (!first || !second || second.y - first.y < 0.5 * first.size) return [...runs];
  return runs.flatMap((run) => {
    if (run === cap) return [];
    if (run === first)
      return [{ ...first, glyphs: [...lettersOf(cap, first), ...first.glyphs], x0: cap.x0 }];
    return rows.includes(run) ? [{ ...run, x0: cap.x0 }] : [run];
  });
}

/** Whether a run begins right behind a large letter, on one of the lines that it stands in. */
const isBeside = ({ size, x0, y }: Run, cap: Run): boolean =>
  size * LARGER < cap.size &&
  y < cap.y + 0.3 * size &&
  y > cap.y - 0.9 * cap.size &&
  x0 > cap.x1 - 0.2 * size &&
  x0 < cap.x1 + 1.2 * size;

/** The letters of a cap as if they were of the line, right in front of it. */
function lettersOf({ glyphs }: Run, { size, y, x0, glyphs: [next] }: Run): Run['glyphs'] {
  const width = 0.4 * size;
  return glyphs.map((one, at) => ({
    ...one,
    x: x0 - (glyphs.length - at) * width,
    width,
    y,
    size,
    look: next?.look ?? one.look,
  }));
}
