import { runBefore } from '../text/runs.ts';
import type { Highlight } from '../model/highlight.ts';
import type { Finder, Span } from '../text/finder.ts';
import { surroundings } from './occurrences.ts';
import { withoutRegions } from './without-regions.ts';

/** Why words are hardly meant although they are the same: see {@link asideOf}. */
export type Aside = 'debris' | 'address' | 'name';

/** One place where words stand, with what is around it. Offsets in UTF-16 code units. */
export interface Occurrence extends Span {
  document: string;
  quote: string;
  before: string;
  after: string;
  /** The highlight that covers exactly these words, if one does. */
  mark?: Highlight;
  aside?: Aside;
}

/** What is going to be given to the words: a place that has it already is none. */
export interface Assignment {
  entity?: string | undefined;
  tag?: string | undefined;
}

/** What is looked for, in any number of texts. */
export interface Wanted {
  finder: Finder;
  /** Finds longer names that hold the words and mean somebody else. */
  longer?: Finder | undefined;
  assignment: Assignment;
  /** Whether places in what is folded away count. */
  inFolded?: boolean | undefined;
}

/** Letters around a place that are shown. */
const AROUND = 44;

/**
 * Where the words stand in a document, at most `limit` places outside its regions; with `inFolded` in them
 * too. Its highlights are asked for only when the words are found. Cost: one pass over its text.
 */
export function placesIn(
  document: string,
  { text, folded }: { text: string; folded: readonly Span[] },
  marksOf: () => readonly Highlight[],
  { finder, longer, assignment, inFolded = false }: Wanted,
  limit: number,
): Occurrence[] {
  const all = finder.find(text, inFolded || folded.length === 0 ? limit : undefined);
  const found = inFolded ? all : withoutRegions(all, folded).slice(0, limit);
  if (found.length === 0) return [];
  const marks = marksOf();
  return found
    .filter((span) => !marks.some((mark) => overlaps(mark, span) && hasIt(mark, assignment)))
    .map((span) => {
      const { before, after } = surroundings(text, span, AROUND);
      const mark = marks.find(({ start, end }) => start === span.start && end === span.end);
      const isDebris = folded.some((region) => overlaps(region, span));
      const aside = isDebris ? 'debris' : asideOf(text, span, longer, marks, assignment);
      const quote = text.slice(span.start, span.end);
      return {
        document,
        ...span,
        quote,
        before,
        after,
        ...(mark && { mark }),
        ...(aside && { aside }),
      };
    });
}

const overlaps = (one: Span, other: Span): boolean =>
  one.start < other.end && one.end > other.start;

function hasIt(mark: Highlight, { entity, tag }: Assignment): boolean {
  return entity !== undefined
    ? mark.entities.includes(entity)
    : tag !== undefined && mark.tags.includes(tag);
}

/** Whether words lie in an address, or in a longer name: of another actor, or by its capitals. */
function asideOf(
  text: string,
  span: Span,
  longer: Finder | undefined,
  marks: readonly Highlight[],
  { entity }: Assignment,
): Aside | undefined {
  if (isInAddress(text, span)) return 'address';
  const isLonger = (one: Span): boolean =>
    one.start <= span.start && one.end >= span.end && one.end - one.start > span.end - span.start;
  const isOther = (mark: Highlight): boolean =>
    mark.entities.length > 0 && !hasIt(mark, { entity }) && isLonger(mark);
  if (marks.some(isOther)) return 'name';
  if (longer?.findAround(text, span).some(isLonger)) return 'name';
  return isPartOfName(text, span) ? 'name' : undefined;
}

/** Letters to both sides that an address is looked for in. */
const REACH = 200;
const ADDRESS = /:\/\/|^www\.|^[\w-]+(?:\.[\w-]+)+\/\S/i;

function isInAddress(text: string, { start, end }: Span): boolean {
  const before = runBefore(
    text.slice(Math.max(0, start - REACH), start),
    Math.min(start, REACH),
    /\S/,
  );
  const after = /^\S*/.exec(text.slice(end, end + REACH))?.[0] ?? '';
  const whole = before + text.slice(start, end) + after;
  return before + after !== '' && (ADDRESS.test(whole) || isMail(whole));
}

/** Letters on both sides of an @, and a full stop within those behind it. */
function isMail(word: string): boolean {
  const at = word.indexOf('@', 1);
  const stop = word.indexOf('.', at + 2);
  return at > 0 && stop > 0 && stop < word.length - 1;
}

/** Words with a capital that stand before a name and are no part of it. */
const BEFORE_NAMES = new Set(
  (
    'the a an in on at it its he his she her they their we our you but and or so yet this that these those ' +
    'there then here as for from if when while after before since however although because by to with some ' +
    'many most both all according what who why how now no not of mr mrs ms dr prof gen lt col maj capt president ' +
    'minister prime foreign chief general king queen prince sheikh mullah maulana ambassador spokesman ' +
    'spokeswoman chairman secretary senator governor mayor pope saint sir lord lady'
  ).split(' '),
);

/** Whether a capital right before or behind, on the same line, makes the words part of a longer name. */
function isPartOfName(text: string, { start, end }: Span): boolean {
  const own = text.slice(start, end);
  if (!/\p{Lu}/u.test(own)) return false;
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  if (/^[ \u00a0‐‑–-]\p{Lu}\p{Ll}/u.test(after)) return true;
  if (!/[ \u00a0‐‑–-]/.test(before.slice(-1))) return false;
  const word = runBefore(before, before.length - 1, /[\p{L}\p{M}’']/u);
  if (!/^\p{Lu}/u.test(word)) return word !== '' && !/\s$/.test(before);
  if (BEFORE_NAMES.has(word.toLowerCase())) return false;
  // The first word of a sentence has its capital for that.
  const ahead = before.slice(0, -1 - word.length);
  const last = ahead.trimEnd();
  return (
    last !== '' && !ahead.slice(last.length).includes('\n') && !/[.!?…:“"„«]/u.test(last.slice(-1))
  );
}
