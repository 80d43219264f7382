import { isItem, type Row } from '../rows.ts';
import { lettersOf, type Letters } from './letters-of.ts';
import type { Page } from './page.ts';

/** Letters of the shortest repetition, and of the longest row that is looked at. */
const SHORTEST = 20;
const LONGEST = 360;
/** Letters by which a place is looked for. */
const KEY = 16;
/** Most places that are compared for each beginning: what stands in more is a formula. */
const MOST_PLACES = 16;
/** Fewest words of a sentence that shows neither quotes nor an end. */
const FEWEST_WORDS = 8;
const LONGEST_NAME = 100;

/** “name: what it is”, as handbooks explain word after word. */
const DEFINED = /^[\p{L}\p{N}_-]{1,40}:\s/u;

/** A row that may repeat words of another one. */
interface Candidate {
  index: number;
  /** What of it may stand elsewhere, the longest first: all, and what stands before a name. */
  cores: { letters: string; isNamed: boolean }[];
}

/**
 * Sentences set off from the text in which they stand, with or without the name of who said them, which may be
 * fused to their end. Only the row apart is marked, and only where its words stand in a longer row. Cost: one
 * pass over the text, when any row may be such a quote.
 */
export function pullQuotes(page: Page): void {
  const byKey = new Map<string, Candidate[]>();
  const letters = page.rows.map((row) => lettersOf(page.text.slice(row.start, row.end)));
  const title = page.rows.findIndex(({ region }) => region === undefined);
  page.rows.forEach((row, index) => {
    if (index === title || !isApart(page, index)) return;
    const cores = coresOf(row, letters[index]?.letters ?? '');
    const key = cores[0]?.letters.slice(0, KEY);
    if (key === undefined) return;
    const same = byKey.get(key);
    if (same) same.push({ index, cores });
    else byKey.set(key, [{ index, cores }]);
  });
  if (byKey.size === 0) return;
  const places = new Map<string, number>();
  page.rows.forEach((row, index) => {
    const own = letters[index];
    if (own && row.region === undefined) compare(page, index, own, byKey, places);
  });
}

/** Compares the words of a row with the quotes that begin like them. */
function compare(
  page: Page,
  index: number,
  { letters, words }: Letters,
  byKey: ReadonlyMap<string, readonly Candidate[]>,
  places: Map<string, number>,
): void {
  for (const at of words) {
    const key = letters.slice(at, at + KEY);
    const quotes = byKey.get(key);
    if (!quotes) continue;
    const seen = (places.get(key) ?? 0) + 1;
    places.set(key, seen);
    if (seen > MOST_PLACES || quotes.length > MOST_PLACES) continue;
    for (const { index: quote, cores } of quotes) {
      if (quote === index || isRefrain(cores, quotes)) continue;
      const isRepeated = cores.some(
        (core) =>
          letters.startsWith(core.letters, at) &&
          (core.isNamed || letters.length > core.letters.length + KEY / 2),
      );
      if (isRepeated) page.mark(quote, 'pull-quote');
    }
  }
}

/** What stands in two rows of its own is said twice; a quote is set off once. */
const isRefrain = (cores: Candidate['cores'], quotes: readonly Candidate[]): boolean =>
  quotes.filter((one) => one.cores[0]?.letters === cores[0]?.letters).length > 1;

/** A row of its own, that is neither heading nor item nor quoted mail. */
function isApart(page: Page, index: number): boolean {
  const [row, below] = [page.rows[index], page.rows[index + 1]];
  if (!row || row.region !== undefined || row.kind === 'heading' || row.kind === 'list-item')
    return false;
  if (row.length < SHORTEST || row.length > LONGEST || row.text.startsWith('>')) return false;
  return row.apart && (below?.apart ?? true) && !isItem(row.text) && !DEFINED.test(row.text);
}

function coresOf(row: Row, all: string): Candidate['cores'] {
  const cores: Candidate['cores'] = [];
  const add = (letters: string, isNamed: boolean) => {
    if (letters.length >= SHORTEST) cores.push({ letters, isNamed });
  };
  if (isSentence(row.text)) add(all, false);
  // “… clashing with each otherA. Name, researcher”, “… each other.” – A. Name
  for (const { index, 0: mark } of row.text.matchAll(
    /\p{Ll}(?=\p{Lu}\p{Ll})|["”»’.!?]\s?[—–-]?\s?(?=\p{Lu}\p{Ll})|\s[—–-]\s(?=\p{Lu})/gu,
  )) {
    const end = index + mark.length;
    if (isName(row.text.slice(end))) add(lettersOf(row.text.slice(0, end)).letters, true);
  }
  return cores.slice(-4);
}

/** Whether a row says something by itself, as names of things and headings do not. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/);
  const isQuoted = /^["“„«「]/.test(text) && /["”»」]$/.test(text);
  const isWhole = isQuoted || /[.!?…。！？؟۔]["'”’»)」]*$/u.test(text);
  if (isWhole) return words.length >= 5 || text.length >= SHORTEST;
  return words.length >= FEWEST_WORDS && !/[:;,]$/.test(text);
}

/** “Raffaella Sample, researcher”: a name, and a role behind a comma or none. */
const isName = (text: string): boolean =>
  text.length <= LONGEST_NAME &&
  /^\p{Lu}[\p{L}\p{M}.’'-]*(?:\s[\p{L}\p{M}.’'-]+){1,5}(?:,\s.{2,80})?$/u.test(text);
