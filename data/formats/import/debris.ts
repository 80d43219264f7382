import type { Block } from '../../text/working-text.ts';
import { isProse, rowsOf, type Row } from './rows.ts';

/** No saved page has a text this long; beyond it nothing is looked for (code units). */
const LONGEST_PAGE = 2_000_000;

/** A way through a site that begins at its first page. */
const FROM_HOME =
  /^(?:home|homepage|start|startseite|accueil|inicio|главная|首页)\s*[»›>/|→]\s*\S/iu;
const CREDIT = /^(©|\(c\)\s|photo(graph)?( credit| by)?\s*:|image( credit)?\s*:|credit\s*:)/iu;
const REFERENCE = /^(\[?\d{1,4}[.)\]]?\s+|[•*-]\s+)?https?:\/\/\S+$/i;
const RELATED =
  /^(?:(?:related|similar|recommended|popular|recent|latest|trending|more) (?:posts?|articles?|stories|news|reading|content|topics)|read (?:also|next)|you (?:may|might) also like|most (?:read|popular|viewed)|more (?:from|on|in) \S.{1,39}|share this(?: article| story| post)?|see also)$/i;
const LABELS = /^(?:tags?|filed under):/i;
const COMMENTS =
  /^(leave a (reply|comment)|post a comment|add a comment|join the (discussion|conversation)|\d* ?comments?|cancel reply)\W*$/i;
const FORM =
  /your email address will not be published|required fields are marked|you are commenting using|fill in your details|notify me of (new|follow)|post comment|log in to (leave|post)|cancel reply/i;
const AUTHOR =
  /^(about the author|the (writer|author) (is|was|has|heads|works|can|covers)\b|published by \S)|\bcan be (reached|contacted) at\b/i;
const BUTTONS =
  /^(share|tweet|pin it|e?mail|print|subscribe|sign (in|up)|log ?in|advertisement|skip to (main )?content|follow us|facebook|twitter|whatsapp|linkedin|telegram|copy link|menu|search)$/i;

/** What a text says beside itself: the outlet's name that a page title carries behind a bar. */
export interface DebrisFindings {
  publisher?: string;
}

/**
 * Flags the debris of a saved page: page title, breadcrumb, category row, captions, lists of
 * addresses, author box, related posts, comment form. Only flags are set: no text is lost, and a
 * wrong guess costs one click. Blocks are changed in place.
 */
export function flagDebris(text: string, blocks: Block[]): DebrisFindings {
  if (text.length > LONGEST_PAGE) return {};
  const rows = rowsOf(text, blocks);
  const debris = new Set<Row>();
  const publisher = pageTitle(rows, debris);
  topOfPage(rows, debris);
  captions(rows, debris);
  references(rows, debris);
  endOfPage(rows, debris);
  if (debris.size === rows.length) return {};
  for (const { first, after } of debris) {
    for (const block of blocks.slice(first, after)) block.debris = true;
  }
  return publisher === undefined ? {} : { publisher };
}

/** “Headline | Outlet” above the same headline is the window's title. Gives the outlet. */
function pageTitle(rows: readonly Row[], debris: Set<Row>): string | undefined {
  const [first, ...next] = rows.slice(0, 6);
  const parts = first && titleParts(first.text);
  if (!parts || !next.some((row) => row.text === parts.headline)) return undefined;
  debris.add(first);
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

function topOfPage(rows: readonly Row[], debris: Set<Row>): void {
  rows.slice(0, 12).forEach((row, index) => {
    if (row.length > 300) return;
    if (BUTTONS.test(row.text)) debris.add(row);
    if (!isBreadcrumb(row.text)) return;
    debris.add(row);
    const below = rows[index + 1];
    if (below && !below.apart && isCategoryRow(below)) debris.add(below);
  });
}

/** “Home » Asia » Talks”: begins at the first page, or has three parts or more and no sentence. */
function isBreadcrumb(text: string): boolean {
  if (FROM_HOME.test(text)) return true;
  const [first = '', ...others] = text.split(/[»›]/u);
  const isFirst = first.length >= 2 && first.length <= 60 && !/[.!?]/.test(first);
  return isFirst && others.length >= 2 && others.every((part) => part.trimStart().length >= 2);
}

/** A heading of other texts, whatever signs stand behind it. */
function isRelated(text: string): boolean {
  let end = text.length;
  while (end > 0 && !/\w/.test(text.charAt(end - 1))) end--;
  return LABELS.test(text) || RELATED.test(text.slice(0, end));
}

/** Names in a row without a sentence: “Afghanistan Featured General News”. */
function isCategoryRow({ text, length }: Row): boolean {
  const words = text.split(/[\s,|/]+/);
  return length < 200 && words.length > 1 && words.every((word) => /^[\p{Lu}\p{N}&–-]/u.test(word));
}

function captions(rows: readonly Row[], debris: Set<Row>): void {
  rows.forEach((row, index) => {
    if (row.length > 120) return;
    const below = rows[index + 1];
    if (CREDIT.test(row.text)) debris.add(row);
    else if (index > 0 && below && isAltText(row, below)) debris.add(row);
  });
}

/** A picture's text stands right above a paragraph: a few words in lower case, no punctuation. */
function isAltText(row: Row, below: Row): boolean {
  return row.apart && !below.apart && isProse(below) && /^\p{Ll}[\p{L}\s]{2,60}$/u.test(row.text);
}

/** Three or more addresses in a row are a list of references. */
function references(rows: readonly Row[], debris: Set<Row>): void {
  let run: Row[] = [];
  for (const row of [...rows, undefined]) {
    if (row && REFERENCE.test(row.text)) run.push(row);
    else {
      if (run.length >= 3) for (const one of run) debris.add(one);
      run = [];
    }
  }
}

function endOfPage(rows: readonly Row[], debris: Set<Row>): void {
  const from = Math.floor(rows.length / 2);
  rows.forEach((row, index) => {
    if (index < from || row.length > 600) return;
    if (BUTTONS.test(row.text)) debris.add(row);
    else if (AUTHOR.test(row.text)) authorBox(rows, index, debris);
    else if (isRelated(row.text)) addUntilProse(rows, index, debris);
    else if (COMMENTS.test(row.text) && rows.slice(index, index + 15).some(isForm)) {
      for (const one of rows.slice(index)) debris.add(one);
    }
  });
}

const isForm = (row: Row): boolean => FORM.test(row.text);

/** The box with its name above (“Mian Abrar”), or with its paragraph below (“Published by ...”). */
function authorBox(rows: readonly Row[], index: number, debris: Set<Row>): void {
  const row = rows[index];
  if (!row) return;
  debris.add(row);
  const [above, below] = [rows[index - 1], rows[index + 1]];
  const name = /^(\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}.’'-]*$/u;
  if (above && name.test(above.text)) debris.add(above);
  if (/^published by/i.test(row.text) && below && isProse(below)) debris.add(below);
}

function addUntilProse(rows: readonly Row[], index: number, debris: Set<Row>): void {
  for (const [offset, row] of rows.slice(index).entries()) {
    if (offset > 0 && isProse(row)) return;
    debris.add(row);
  }
}
