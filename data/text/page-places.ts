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

  place(runs: readonly Letters[]): (PlacedRun | null)[] {
    const found = runs.map((): Found | undefined => undefined);
    let cursor = 0;
    runs.forEach((run, i) => {
      if (run.text.length < LONG) return;
      const at = this.#whole(run.text, cursor);
      if (at === undefined) return;
      found[i] = this.#take({ at, skip: 0, length: run.text.length });
      cursor = at + run.text.length;
    });
    runs.forEach((run, i) => {
      if (found[i] || run.text === '') return;
      const hit = this.#near(run.text, boundsAt(found, i));
      if (hit) found[i] = this.#take(hit);
    });
    return runs.map((run, i) => this.#placed(run, found[i]));
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

  /** A short or a changed run between its neighbours, whole or its longest piece; else whole, anywhere. */
  #near(run: string, { from, to }: { from: number; to: number }): Found | undefined {
    if (from <= to) {
      const whole = this.#page.text.indexOf(run, from);
      if (whole >= 0 && whole + run.length <= to && this.#isFree(whole, run.length)) {
        return { at: whole, skip: 0, length: run.length };
      }
      const piece = this.#longestPiece(run, from, Math.min(to, from + MOST_COMPARED * 4));
      if (piece && piece.length * 2 >= run.length) return piece;
    }
    const at = run.length >= 2 ? this.#whole(run, from) : undefined;
    return at === undefined ? undefined : { at, skip: 0, length: run.length };
  }

  /** The longest piece of a run that stands in a stretch of the page and is free. */
  #longestPiece(run: string, from: number, to: number): Found | undefined {
    const word = run.slice(0, MOST_COMPARED);
    const room = this.#page.text.slice(from, to);
    let best: Found | undefined;
    let before = new Uint16Array(room.length + 1);
    for (let i = 0; i < word.length; i++) {
      const now = new Uint16Array(room.length + 1);
      for (let j = 0; j < room.length; j++) {
        if (word[i] !== room[j] || this.#taken[from + j]) continue;
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

  #take(found: Found): Found {
    this.#taken.fill(1, found.at, found.at + found.length);
    return found;
  }

  #placed(run: Letters, found: Found | undefined): PlacedRun | null {
    if (!found) return null;
    const { at, skip, length } = found;
    return {
      from: run.starts[skip] ?? 0,
      to: run.ends[skip + length - 1] ?? 0,
      start: this.#base + (this.#page.starts[at] ?? 0),
      end: this.#base + (this.#page.ends[at + length - 1] ?? 0),
    };
  }
}

/** The end of the found run before one, and the start of the one after it. */
function boundsAt(found: readonly (Found | undefined)[], i: number): { from: number; to: number } {
  let before = i - 1;
  while (before >= 0 && !found[before]) before--;
  let after = i + 1;
  while (after < found.length && !found[after]) after++;
  const last = found[before];
  const next = found[after];
  const from = last ? last.at + last.length : 0;
  return { from, to: next ? next.at : Infinity };
}
