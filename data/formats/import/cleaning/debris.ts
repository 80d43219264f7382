import type { RegionKind } from '../../../text/region-kinds.ts';
import type { ShownBlock } from '../../../text/working-text.ts';
import { isProse, rowsOf, type Row } from './rows.ts';

/** No saved page has a text this long; beyond it nothing is looked for (code units). */
const LONGEST_PAGE = 2_000_000;

/** Longest row (code units) that may be a label or a credit. */
const LONGEST_LABEL = 160;

/** A way through a site that begins at its first page. */
const FROM_HOME =
  /^(?:home|homepage|start|startseite|accueil|inicio|главная|首页)\s*[»›>/|→]\s*\S/iu;
const CREDIT =
  /^(?:©|\(c\) ?(?:copyright ?)?(?:19|20)\d\d\b|copyright ?(?:©|\(c\)|(?:19|20)\d\d)|photo(?:graph)?(?: credit| by)? ?:|image(?: credit)? ?:|credit ?:)/iu;
const RIGHTS = /\ball rights reserved\b|\bgetty images\b|\bno part of this\b/i;
const REFERENCE = /^(\[?\d{1,4}[.)\]]?\s+|[•*-]\s+)?https?:\/\/\S+$/i;
const RELATED =
  /^(?:(?:related|similar|recommended|popular|recent|latest|trending|more) (?:posts?|articles?|stories|news|reading|content|topics)|read (?:also|next)|you (?:may|might) also like|most (?:read|popular|viewed)|more (?:from|on|in) \S.{1,39}|share this(?: article| story| post)?|see also)$/i;
const LABELS = /^(?:tags?|filed under):/i;
const COMMENTS =
  /^(leave a (reply|comment)|post a comment|add a comment|join the (discussion|conversation)|\d* ?comments?|cancel reply)\W*$/i;
const FORM =
  /this site uses akismet|your email address will not be published|required fields are marked|you are commenting using|fill in your details|notify me of (new|follow)|post comment|log in to (leave|post)|cancel reply/i;
/** Signs of a box about the author; one alone also begins ordinary sentences. */
const AUTHOR =
  /^the (?:writer|author) (?:heads|is an? |is the |works|covers|teaches|writes|edits|holds|tweets)/i;
const CONTACT =
  /\b(?:can be (?:reached|contacted)|tweets|follow (?:him|her|them)) (?:at|on|as|via|by)\b|^e-?mail:/i;
const ADDRESS = /\[email|\S@\S|\bhttps?:|\bwww\./i;
const PERSON = /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}.’'-]*$/u;
const PUBLISHED_BY = /^published by (?=\S)/i;
const ABOUT_AUTHOR = /^about the authors?:?$/i;
const BUTTONS =
  /^(share|tweet|pin it|e?mail|print|subscribe|sign (in|up)|log ?in|advertisement|skip to (main )?content|follow us|facebook|twitter|whatsapp|linkedin|telegram|copy link|menu|search)$/i;

/** Rows that are no part of the text, and what they are. */
type Debris = Map<Row, RegionKind>;

/** What a text says beside itself: the outlet's name that a page title carries behind a bar. */
export interface DebrisFindings {
  publisher?: string;
}

/**
 * Flags the debris of a saved page: page title, breadcrumb, category row, captions, lists of
 * addresses, author box, related posts, comment form. In doubt prose stays: what reads like a sentence
 * is flagged by two signs at least. Only flags are set: no text is lost. Blocks are changed in place.
 */
export function flagDebris(text: string, blocks: ShownBlock[]): DebrisFindings {
  if (text.length > LONGEST_PAGE) return {};
  const rows = rowsOf(text, blocks);
  const debris: Debris = new Map();
  const publisher = pageTitle(rows, debris);
  topOfPage(rows, debris);
  captions(rows, debris);
  references(rows, debris);
  endOfPage(rows, debris);
  if (debris.size === rows.length) return {};
  for (const [{ first, after }, kind] of debris) {
    for (const block of blocks.slice(first, after)) block.region ??= kind;
  }
  return publisher === undefined ? {} : { publisher };
}

/** “Headline | Outlet” above the same headline is the window's title. Gives the outlet. */
function pageTitle(rows: readonly Row[], debris: Debris): string | undefined {
  const [first, ...next] = rows.slice(0, 6);
  const parts = first && titleParts(first.text);
  if (!parts || !next.some((row) => row.text === parts.headline)) return undefined;
  debris.set(first, 'page-title');
  return parts.outlet;
}

/** Headline and outlet of a title, parted by the first sign behind which an outlet's name can stand. */
function titleParts(title: string): { headline: string; outlet: string } | undefined {
  for (const { index } of title.matchAll(/\s[|–—·-]\s/gu)) {
    const [headline, outlet] = [
      title.slice(0, index).trimEnd(),
      title.slice(index + 3).trimStart(),
    ];
    const isName = outlet.length >= 2 && outlet.length <= 80 && !outlet.includes('|');
    if (headline.length >= 8 && isName) return { headline, outlet };
  }
  return undefined;
}

function topOfPage(rows: readonly Row[], debris: Debris): void {
  rows.slice(0, 12).forEach((row, index) => {
    if (row.length > 300) return;
    if (isButton(rows, index)) debris.set(row, 'share');
    if (!isBreadcrumb(row.text)) return;
    debris.set(row, 'breadcrumb');
    const below = rows[index + 1];
    if (below && !below.apart && isCategoryRow(below)) debris.set(below, 'category-row');
  });
}

/** “Home » Asia » Talks”: begins at the first page, or has three parts or more and no sentence. */
function isBreadcrumb(text: string): boolean {
  if (FROM_HOME.test(text)) return true;
  const [first = '', ...others] = text.split(/[»›]/u);
  const isFirst = first.length >= 2 && first.length <= 60 && !/[.!?]/.test(first);
  return isFirst && others.length >= 2 && others.every((part) => part.trimStart().length >= 2);
}

/** Names in a row without a sentence: “Afghanistan Featured General News”. */
function isCategoryRow({ text, length }: Row): boolean {
  const words = text.split(/[\s,|/]+/);
  return length < 200 && words.length > 1 && words.every((word) => /^[\p{Lu}\p{N}&–-]/u.test(word));
}

function captions(rows: readonly Row[], debris: Debris): void {
  rows.forEach((row, index) => {
    if (row.length > 120) return;
    const below = rows[index + 1];
    if (isCredit(row)) debris.set(row, 'credit');
    else if (index > 0 && below && isAltText(row, below)) debris.set(row, 'caption');
  });
}

function isCredit(row: Row): boolean {
  return CREDIT.test(row.text) && (!isStatement(row) || RIGHTS.test(row.text));
}

/** Whether a row says something: “Tags: China” does not, “Tags: none were found on the bags.” does. */
function isStatement({ text, length }: Row): boolean {
  if (length > LONGEST_LABEL) return true;
  return /[.!?…;,]["'”’»)\]]*$/u.test(text) && text.split(/\s+/, 6).length > 5;
}

/** A word of a button, unless a line above it introduces a list (“The ministry blocked:”). */
function isButton(rows: readonly Row[], index: number): boolean {
  if (!BUTTONS.test(rows[index]?.text ?? '')) return false;
  let above = index - 1;
  while (above >= 0 && BUTTONS.test(rows[above]?.text ?? '')) above--;
  return !rows[above]?.text.endsWith(':');
}

/** A picture's text stands right above a paragraph: a few words in lower case, no punctuation. */
function isAltText(row: Row, below: Row): boolean {
  return row.apart && !below.apart && isProse(below) && /^\p{Ll}[\p{L}\s]{2,60}$/u.test(row.text);
}

/** Three or more addresses in a row are a list of references. */
function references(rows: readonly Row[], debris: Debris): void {
  let run: Row[] = [];
  for (const row of [...rows, undefined]) {
    if (row && REFERENCE.test(row.text)) run.push(row);
    else {
      if (run.length >= 3) for (const one of run) debris.set(one, 'references');
      run = [];
    }
  }
}

function endOfPage(rows: readonly Row[], debris: Debris): void {
  const from = Math.floor(rows.length / 2);
  rows.forEach((row, index) => {
    if (index < from || row.length > 600) return;
    if (isButton(rows, index)) debris.set(row, 'share');
    else if (isRelated(row)) {
      addWhile(rows, index, debris, 'related', (one, at) => !endsList(rows, at, one));
    } else if (COMMENTS.test(row.text) && rows.slice(index, index + 15).some(isForm)) {
      addWhile(rows, index, debris, 'comment-form', (one) => isForm(one) || !isProse(one));
    } else if (isForm(row) && debris.has(rows[index - 1] ?? row)) debris.set(row, 'comment-form');
    else for (const one of authorBox(rows, index)) debris.set(one, boxKind(row));
  });
}

const isForm = (row: Row): boolean => FORM.test(row.text);

/** A heading of other texts, whatever signs stand behind it, or a row of labels. */
function isRelated(row: Row): boolean {
  if (isStatement(row)) return false;
  let end = row.text.length;
  while (end > 0 && !/\w/.test(row.text.charAt(end - 1))) end--;
  return LABELS.test(row.text) || RELATED.test(row.text.slice(0, end));
}

/** A list of other texts ends at prose, and at a heading that has prose below it. */
function endsList(rows: readonly Row[], index: number, row: Row): boolean {
  const below = rows[index + 1];
  return isProse(row) || (row.apart && below?.apart === true && isProse(below));
}

/**
 * The box about the author, if one begins here: by what it says and by an address in it, a name right
 * above it, or a heading. None of these alone: writers are also detained, and embassies reached.
 */
function authorBox(rows: readonly Row[], index: number): Row[] {
  const row = rows[index];
  if (!row) return [];
  const [above, below] = [rows[index - 1], rows[index + 1]];
  if (ABOUT_AUTHOR.test(row.text)) return below && AUTHOR.test(below.text) ? [row, below] : [row];
  if (PUBLISHED_BY.test(row.text) && !isStatement(row)) return publisherBox(row, below);
  const name = above && PERSON.test(above.text) ? [above] : [];
  const signs = [
    AUTHOR.test(row.text),
    CONTACT.test(row.text) && ADDRESS.test(row.text),
    name.length > 0,
  ];
  return signs.filter(Boolean).length >= 2 ? [...name, row] : [];
}

const boxKind = (row: Row): RegionKind =>
  PUBLISHED_BY.test(row.text) ? 'publisher-box' : 'author-box';

/** “Published by X”, and the paragraph below when it is about X. */
function publisherBox(row: Row, below: Row | undefined): Row[] {
  const name = row.text.replace(PUBLISHED_BY, '').trim();
  return below && below.length < 600 && below.text.slice(0, 120).includes(name)
    ? [row, below]
    : [row];
}

/** Flags a row and those below it as long as they pass. */
function addWhile(
  rows: readonly Row[],
  index: number,
  debris: Debris,
  kind: RegionKind,
  passes: (row: Row, index: number) => boolean,
): void {
  for (let at = index; at < rows.length; at++) {
    const row = rows[at];
    if (!row || (at > index && !passes(row, at))) return;
    debris.set(row, kind);
  }
}
