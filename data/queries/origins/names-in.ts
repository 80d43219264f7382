import type { Span } from '../../text/finder.ts';
import { isOpenCredit } from './credit-words.ts';
import { outletsIn, type Outlet } from './outlets.ts';

/** Where a paragraph names an outlet. */
export interface NamedOutlet extends Span {
  /** What it is usually called; as it is written, when it is not known. */
  name: string;
  /** Whether the program knows it, and as what. */
  known?: Outlet;
}

/** Names that end as those of papers and stations do, without a list. */
const PAPER =
  /(?:\p{Lu}[\p{L}’'-]{1,20} ){1,3}(?:Times|Post|Tribune|Herald|Gazette|Telegraph|Today|News Agency|News|Daily|Observer|Chronicle|TV|Radio|Mirror|Weekly)(?![\p{L}-])/gu;
/** Words that begin sentences and are no part of a name. */
const NO_PART =
  /^(?:The|A|An|In|On|At|But|And|As|When|While|If|Sources?|Officials?|For|From|By|To) /u;
/** Any name, right behind words that announce one: a run of capitalised words, or an address. */
const ANY =
  /^(?:[a-z0-9-]{2,40}(?:\.[a-z]{2,12}){1,3}|\p{Lu}[\p{L}\p{N}’'&.-]{0,30}(?: (?:(?:of|the|and|de|for|&) )?\p{Lu}[\p{L}\p{N}’'&.-]{0,30}){0,5})/u;
/** Code units before a name that may announce it. */
const BEFORE = 80;

/** Outlets that a paragraph names, those that are known and those that look like one, in order. */
export function namesIn(text: string): NamedOutlet[] {
  const found: NamedOutlet[] = outletsIn(text).map(({ start, end, outlet }) => ({
    start,
    end,
    name: outlet.name,
    known: outlet,
  }));
  const add = (start: number, name: string): void => {
    const end = start + name.length;
    if (found.every((one) => one.end <= start || one.start >= end))
      found.push({ start, end, name });
  };
  for (const { 0: words, index } of text.matchAll(PAPER)) {
    const extra = NO_PART.exec(words)?.[0].length ?? 0;
    if (/ /.test(words.slice(extra))) add(index + extra, words.slice(extra));
  }
  for (const { 0: words, index } of text.matchAll(ANNOUNCING)) {
    const start = index + words.length;
    if (!isOpenCredit(text.slice(Math.max(0, start - BEFORE), start))) continue;
    const name = anyName(text.slice(start, start + 120));
    if (name !== undefined) add(start, name);
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The name that a text begins with, of whomever. */
export function anyName(text: string): string | undefined {
  return ANY.exec(text)?.[0].replace(/[.’'-]{1,3}$/, '');
}

/** The last word before a name that may be any. */
const ANNOUNCING = /(?:^| )(?:in|on|by|at|with|from|of) (?:the )?[“"«]?/giu;
