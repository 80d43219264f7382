import { BROKEN_COMPOUND, BROKEN_WORD, FoldedText } from './fold.ts';

/** A run of letters as it is drawn on a page, in the order in which the file draws it. */
export interface DrawnRun {
  text: string;
}

/** Where the letters of a drawn run stand in the working text: half-open, in UTF-16 code units of both. */
export interface PlacedRun {
  /** Within the run. */
  from: number;
  to: number;
  /** Within the working text. */
  start: number;
  end: number;
}

/**
 * Letters of a text, folded, without white space and hyphens: where lines end, a page has others than the text.
 * `starts` and `ends`: what of the text each stands for.
 */
interface Letters {
  text: string;
  starts: Int32Array;
  ends: Int32Array;
}

/** Runs with at least this many letters are looked for anywhere on the page; shorter ones near their neighbours. */
const LONG = 5;
/** Letters of a run that are compared one by one when it does not stand in the text as it is drawn. */
const MOST_COMPARED = 400;

/**
 * Finds the runs of a page in the page's part of the working text, which says the same words, perhaps in
 * another order, without hyphens at line ends and without the numbers of list items. Each letter of the text
 * goes to one run only. A run that is not found is null: its words cannot be selected on the page.
 * `base`: offset of `text` in the working text. Cost: runs times the length of a page, some milliseconds.
 */
export function placeRuns(runs: readonly DrawnRun[], text: string, base = 0): (PlacedRun | null)[] {
  return placeLetters(runs, text, base).map((letters) => {
    const [first] = letters;
    const last = letters.at(-1);
    return first && last
      ? { from: first.from, to: last.to, start: first.start, end: last.end }
      : null;
  });
}

/** The same, letter by letter: those of each run that were found, in their order. */
export function placeLetters(runs: readonly DrawnRun[], text: string, base = 0): PlacedRun[][] {
  return new Placing(lettersOf(text), base).place(runs.map((run) => lettersOf(run.text)));
}

const LEFT_OUT: ReadonlySet<number> = new Set([0x20, 0x0a, 0x2d, BROKEN_WORD, BROKEN_COMPOUND]);
const RULES = { exactLetters: false, matchCase: true };

function lettersOf(text: string): Letters {
  const folded = new FoldedText(RULES, text.length * 4);
  folded.fill(text, 0);
  const kept: number[] = [];
  for (let i = 0; i < folded.length; i++) if (!LEFT_OUT.has(folded.units[i] ?? 0)) kept.push(i);
  return {
    text: kept.map((i) => String.fromCharCode(folded.units[i] ?? 0)).join(''),
    starts: Int32Array.from(kept, (i) => folded.starts[i] ?? 0),
    ends: Int32Array.from(kept, (i) => folded.ends[i] ?? 0),
  };
}

/** Share of a run's letters that must be found: fonts without names for their letters garble the others. */
const ENOUGH = 0.4;

/** A run found: `length` letters from `at` on in the page, from `skip` on in the run. */
interface Found {
  at: number;
  skip: number;
  length: number;
}

class Placing {
  readonly #page: Letters;
  readonly #base: number;
  readonly #taken: Uint8Array;

  constructor(page: Letters, base: number) {
    this.#page = page;
    this.#base = base;
    this.#taken = new Uint8Array(page.text.length);
  }

  place(runs: readonly Letters[]): PlacedRun[][] {
    const found = runs.map((): readonly Found[] => []);
    let cursor = 0;
    runs.forEach((run, i) => {
      if (run.text.length < LONG) return;
      const at = this.#whole(run.text, cursor);
      if (at === undefined) return;
      found[i] = this.#take([{ at, skip: 0, length: run.text.length }]);
      cursor = at + run.text.length;
    });
    runs.forEach((run, i) => {
      if (found[i]?.length || run.text === '') return;
      found[i] = this.#take(this.#near(run.text, boundsAt(found, i)));
    });
    return runs.map((run, i) => this.#placed(run, found[i] ?? []));
  }

  /** Where a run stands that nobody has taken: at the cursor or behind it, else the first before it. */
  #whole(run: string, cursor: number): number | undefined {
    if (run === '') return undefined;
    for (const from of [cursor, 0]) {
      let at = this.#page.text.indexOf(run, from);
      while (at >= 0 && !this.#isFree(at, run.length)) at = this.#page.text.indexOf(run, at + 1);
      if (at >= 0) return at;
    }
    return undefined;
  }

  /** A short or a changed run between its neighbours, whole or piece by piece; else whole, anywhere. */
  #near(run: string, { from, to }: { from: number; to: number }): Found[] {
    if (from <= to) {
      const whole = this.#page.text.indexOf(run, from);
      if (whole >= 0 && whole + run.length <= to && this.#isFree(whole, run.length)) {
        return [{ at: whole, skip: 0, length: run.length }];
      }
      const end = Math.min(to, from + MOST_COMPARED * 4, this.#page.text.length);
      const pieces = this.#pieces(run.slice(0, MOST_COMPARED), 0, { from, to: end });
      const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      if (length >= run.length * ENOUGH) return pieces;
    }
    const at = run.length >= 2 ? this.#whole(run, from) : undefined;
    return at === undefined ? [] : [{ at, skip: 0, length: run.length }];
  }

  /** The longest piece of a part of a run in a stretch of the page, and what stands before and behind it. */
  #pieces(
    run: string,
    skip: number,
    { from, to }: { from: number; to: number },
    least = 2,
  ): Found[] {
    const piece = this.#longestPiece(run, from, to);
    // Beside a piece that is sure single letters are, too.
    if (!piece || piece.length < Math.min(least, run.length)) return [];
    const { at, length } = piece;
    const near = { from: Math.max(from, at - 2 * run.length), to: at };
    const before = this.#pieces(run.slice(0, piece.skip), skip, near, 1);
    const behind = piece.skip + length;
    const next = { from: at + length, to: Math.min(to, at + length + 2 * run.length) };
    const after = this.#pieces(run.slice(behind), skip + behind, next, 1);
    return [...before, { at, length, skip: skip + piece.skip }, ...after];
  }

  /** The longest piece of a run that stands in a stretch of the page and is free. */
  #longestPiece(run: string, from: number, to: number): Found | undefined {
    const room = this.#page.text.slice(from, to);
    let best: Found | undefined;
    let before = new Uint16Array(room.length + 1);
    for (let i = 0; i < run.length; i++) {
      const now = new Uint16Array(room.length + 1);
      for (let j = 0; j < room.length; j++) {
        if (run[i] !== room[j] || this.#taken[from + j]) continue;
        const length = (before[j] ?? 0) + 1;
        now[j + 1] = length;
        if (length > (best?.length ?? 0)) {
          best = { at: from + j - length + 1, skip: i - length + 1, length };
        }
      }
      before = now;
    }
    return best;
  }

  #isFree(at: number, length: number): boolean {
    for (let i = at; i < at + length; i++) if (this.#taken[i]) return false;
    return true;
  }

  #take(found: readonly Found[]): readonly Found[] {
    for (const { at, length } of found) this.#taken.fill(1, at, at + length);
    return found;
  }

  #placed(run: Letters, found: readonly Found[]): PlacedRun[] {
    const letters: PlacedRun[] = [];
    for (const { at, skip, length } of found) {
      for (let i = 0; i < length; i++) {
        letters.push({
          from: run.starts[skip + i] ?? 0,
          to: run.ends[skip + i] ?? 0,
          start: this.#base + (this.#page.starts[at + i] ?? 0),
          end: this.#base + (this.#page.ends[at + i] ?? 0),
        });
      }
    }
    return letters;
  }
}

/** The end of the found run before one, and the start of the one after it. */
function boundsAt(found: readonly (readonly Found[])[], i: number): { from: number; to: number } {
  let before = i - 1;
  while (before >= 0 && !found[before]?.length) before--;
  let after = i + 1;
  while (after < found.length && !found[after]?.length) after++;
  const last = found[before]?.at(-1);
  const next = found[after]?.[0];
  return { from: last ? last.at + last.length : 0, to: next ? next.at : Infinity };
}
