import { piecesOf, type Pieces } from './difference/pieces.ts';
import { sharedRuns } from './difference/shared-runs.ts';
import type { Span } from './finder.ts';

/**
 * A stretch of what two texts have in common, or of what only one has: half-open ranges of UTF-16 code
 * units. Of what was removed `b` is empty and lies where it would stand, of what was added `a`.
 */
export interface DifferenceRun {
  kind: 'same' | 'removed' | 'added';
  a: Span;
  b: Span;
}

/** Words that stay between two changes are hardly worth it below this many letters. */
const FEW_LETTERS = 24;

/**
 * What differs between two texts, whole words at a time (letters, in scripts without spaces; white space
 * counts). The runs stand in order and cover both texts: all that is the same or removed makes `a`, all that
 * is the same or added makes `b`. Of a change what is removed comes first. A few words that both happen to
 * share amid much that differs are part of the change. What was moved shows as removed and as added.
 * Cost: near the length of both texts, see {@link sharedRuns}.
 */
export function difference(a: string, b: string): DifferenceRun[] {
  const known = new Map<string, number>();
  const left = piecesOf(a, known);
  const right = piecesOf(b, known);
  const same = sharedRuns(left.ids, right.ids).map((run) => ({
    a: spanOf(left, run.a, run.length),
    b: spanOf(right, run.b, run.length),
  }));
  return covering(worthwhile(same, a, b), a.length, b.length);
}

function spanOf({ starts }: Pieces, from: number, length: number): Span {
  return { start: starts[from] ?? 0, end: starts[from + length] ?? 0 };
}

interface Shared {
  a: Span;
  b: Span;
}

/**
 * What is shared without the little that lies between two changes which are both larger: it would make
 * the change hard to read. Its end is found with what was let go before taken into account.
 */
function worthwhile(same: readonly Shared[], a: string, b: string): Shared[] {
  const kept: Shared[] = [];
  same.forEach((run, index) => {
    kept.push(run);
    const next = same[index + 1] ?? edge(a.length, b.length);
    for (let last = kept.at(-1); last; last = kept.at(-1)) {
      const letters = a.slice(last.a.start, last.a.end).replaceAll(/[^\p{L}\p{N}]/gu, '').length;
      const before = kept.at(-2) ?? edge(0, 0);
      if (letters > FEW_LETTERS) break;
      if (letters >= gap(before, last) || letters >= gap(last, next)) break;
      kept.pop();
    }
  });
  return kept;
}

const edge = (a: number, b: number): Shared => ({
  a: { start: a, end: a },
  b: { start: b, end: b },
});

/** How much lies between two shared runs, on the side where it is more. */
const gap = (one: Shared, next: Shared): number =>
  Math.max(next.a.start - one.a.end, next.b.start - one.b.end);

function covering(same: readonly Shared[], aLength: number, bLength: number): DifferenceRun[] {
  const runs: DifferenceRun[] = [];
  let last = edge(0, 0);
  for (const run of [...same, edge(aLength, bLength)]) {
    const removed = { start: last.a.end, end: run.a.start };
    const added = { start: last.b.end, end: run.b.start };
    if (removed.end > removed.start) {
      runs.push({ kind: 'removed', a: removed, b: { start: added.start, end: added.start } });
    }
    if (added.end > added.start) {
      runs.push({ kind: 'added', a: { start: removed.end, end: removed.end }, b: added });
    }
    if (run.a.end > run.a.start) runs.push({ kind: 'same', ...run });
    last = run;
  }
  return runs;
}
