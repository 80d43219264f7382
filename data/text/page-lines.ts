import { inReadingOrder, readsFromRight } from '../formats/import/pdf/bidi.ts';
import { placeLetters, type PlacedRun } from './page-places.ts';
import type { PageRun } from './page-runs.ts';

/** Letters of scripts that are written from right to left. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Heights of a line that runs of one line lie apart at most. */
const APART = 3;
/** Heights of a line from which on a gap is a space. */
const SPACE = 0.18;

/** A letter of a line with the run that draws it. */
interface Letter {
  text: string;
  run: number;
}

/** What is looked for in the text as one: a run, or the runs of a line that reads from the right. */
type Searched = { run: number } | { letters: readonly Letter[] };

/**
 * Finds the runs of a page in the page's part of the working text, as `placeRuns` does. Lines from right to left
 * are often drawn letter by letter as they are seen: they are put together and read in their order first.
 */
export function placePage(
  runs: readonly PageRun[],
  text: string,
  base: number,
): (PlacedRun | null)[] {
  const searched = searchedOf(runs);
  const drawn = searched.map((one) => ({
    text:
      'run' in one
        ? (runs[one.run]?.text ?? '')
        : one.letters.map((letter) => letter.text).join(''),
  }));
  const placed = placeLetters(drawn, text, base);
  const found = runs.map((): PlacedRun | null => null);
  searched.forEach((one, i) => {
    const letters = placed[i] ?? [];
    if ('run' in one) found[one.run] = around(letters);
    else share(one.letters, letters, runs, found);
  });
  return found;
}

/** The range of some letters, which stand in their order. */
function around(letters: readonly PlacedRun[]): PlacedRun | null {
  const [first] = letters;
  const last = letters.at(-1);
  return first && last
    ? { from: first.from, to: last.to, start: first.start, end: last.end }
    : null;
}

/** Gives each run of a line the range of its letters. */
function share(
  line: readonly Letter[],
  placed: readonly PlacedRun[],
  runs: readonly PageRun[],
  found: (PlacedRun | null)[],
): void {
  const owners: number[] = [];
  for (const { text, run } of line) for (let i = 0; i < text.length; i++) owners.push(run);
  for (const { from, start, end } of placed) {
    const run = owners[from] ?? -1;
    if (run < 0) continue;
    const known = found[run];
    found[run] = {
      from: 0,
      to: runs[run]?.text.length ?? 0,
      start: Math.min(known?.start ?? start, start),
      end: Math.max(known?.end ?? end, end),
    };
  }
}

/** Lines that read from the right stand where their first run is drawn. */
function searchedOf(runs: readonly PageRun[]): Searched[] {
  const searched: Searched[] = [];
  const done = new Set<number>();
  runs.forEach((run, at) => {
    if (done.has(at)) return;
    const line = run.turn === 0 && FROM_RIGHT.test(run.text) ? lineWith(runs, at, done) : [];
    if (line.length < 2) {
      searched.push({ run: at });
      return;
    }
    line.forEach((one) => done.add(one));
    searched.push({ letters: lettersOf(runs, line) });
  });
  return searched;
}

/** Runs on the line of one, as they are seen from left to right. */
function lineWith(runs: readonly PageRun[], at: number, done: ReadonlySet<number>): number[] {
  const own = runs[at];
  if (!own) return [];
  const [, top, , height] = own.box;
  const isLevel = ({ box, turn }: PageRun): boolean =>
    turn === 0 &&
    Math.min(top + height, box[1] + box[3]) - Math.max(top, box[1]) >
      Math.min(height, box[3]) * 0.5;
  const all = runs
    .map((run, i) => ({ run, i }))
    .filter(({ run, i }) => !done.has(i) && isLevel(run))
    .sort((one, other) => one.run.box[0] - other.run.box[0]);
  // Columns beside each other are no one line.
  const middle = all.findIndex(({ i }) => i === at);
  let [first, last] = [middle, middle];
  while (first > 0 && isNear(all[first - 1]?.run, all[first]?.run)) first--;
  while (last < all.length - 1 && isNear(all[last]?.run, all[last + 1]?.run)) last++;
  return all.slice(first, last + 1).map(({ i }) => i);
}

function isNear(left: PageRun | undefined, right: PageRun | undefined): boolean {
  return gapOf(left, right) < APART;
}

/** In heights of the line. */
function gapOf(left: PageRun | undefined, right: PageRun | undefined): number {
  if (!left || !right) return 0;
  return (right.box[0] - left.box[0] - left.box[2]) / Math.max(left.box[3], right.box[3], 1e-6);
}

/** The letters of a line in the order in which they are read. */
function lettersOf(runs: readonly PageRun[], line: readonly number[]): Letter[] {
  const seen: Letter[] = [];
  line.forEach((run, nth) => {
    const own = runs[run];
    if (!own) return;
    if (nth > 0 && gapOf(runs[line[nth - 1] ?? 0], own) > SPACE) seen.push({ text: ' ', run: -1 });
    const letters = [...own.text].map((text) => ({ text, run }));
    seen.push(...(FROM_RIGHT.test(own.text) ? letters.reverse() : letters));
  });
  return inReadingOrder(seen, readsFromRight(seen.map(({ text }) => text)));
}
