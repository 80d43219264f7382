/**
 * Whether two words are at most so many letters apart: put in, left out, changed (Levenshtein, by code point).
 * Cost: the length of a word times `most`.
 */
export function isWithin(one: string, other: string, most: number): boolean {
  if (one === other) return true;
  const a = pointsOf(one);
  const b = pointsOf(other);
  if (Math.abs(a.length - b.length) > most) return false;
  return bandedDistance(a, b, most) <= most;
}

/** Only cells within `most` of the diagonal can matter (Ukkonen 1985). */
function bandedDistance(a: readonly number[], b: readonly number[], most: number): number {
  const far = most + 1;
  let above = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(far);
    if (i <= most) row[0] = i;
    let best = far;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const changed = (above[j - 1] ?? far) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(changed, (above[j] ?? far) + 1, (row[j - 1] ?? far) + 1, far);
      row[j] = cost;
      best = Math.min(best, cost);
    }
    if (best >= far && (row[0] ?? far) >= far) return far;
    above = row;
  }
  return above[b.length] ?? far;
}

function pointsOf(word: string): number[] {
  const points: number[] = [];
  for (const character of word) points.push(character.codePointAt(0) ?? 0);
  return points;
}
