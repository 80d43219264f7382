import { micromark } from 'micromark';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { Fence } from './fence.ts';
import type { Notes } from './notes.ts';

/** `[name]: address`. */
const LINK = /^ {0,3}\[([^\]^][^\]]{0,200})\]:[ \t]/;
const CALL = /\[([^[\]]{1,200})\]/g;
/** How a note is called and begins in the HTML. */
const SIGN =
  /<a href="#user-content-fn-([^"]{1,1000})" id="([^"]{1,1000})"[^<>]{0,200}>\d{1,9}<\/a>/g;
const START = /<li id="user-content-fn-([^"]{1,1000})">/g;
/** What leads back from a note to its sign: an arrow that nobody wrote. */
const BACK = ' data-footnote-backref=""';

/** A paragraph in which nothing is. */
const NOTHING = '<wbr><wbr>';

/** Where links lead that are named somewhere in a text, as the line that says it, by name in small letters. */
export type Links = ReadonlyMap<string, string>;

/** The links that a text names. */
export function linksIn(markdown: string): Links {
  const links = new Map<string, string>();
  for (const line of markdown.split('\n')) {
    const name = LINK.exec(line.slice(0, 300))?.[1]?.toLowerCase();
    if (name !== undefined && !links.has(name)) links.set(name, line);
  }
  return links;
}

/**
 * A piece of a Markdown text with tables, notes and struck words (CommonMark 0.31 and GitHub's) as HTML; HTML in it
 * stays. `links` and `notes`: those of the whole text.
 */
export function markdownHtml(piece: string, links: Links, notes: Notes): string {
  // Before the piece, which may end within code.
  const named = [linksFor(piece, links), notes.for(piece)].filter(Boolean);
  const whole = [...named, ...(named.length > 0 ? [NOTHING] : []), withEnds(piece)].join('\n\n');
  const html = micromark(whole, {
    allowDangerousHtml: true,
    extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false })],
    htmlExtensions: [gfmTableHtml(), gfmFootnoteHtml({ label: ' ' }), gfmStrikethroughHtml()],
  });
  return html.includes(BACK) ? withNumbers(html, notes) : html;
}

/**
 * A piece with an empty paragraph behind named links: until the next paragraph micromark 4.0 forgets line ends, and
 * lines of code would run together.
 */
function withEnds(piece: string): string {
  if (!/^ {0,3}\[/m.test(piece)) return piece;
  const fence = new Fence();
  const lines: string[] = [];
  let isLink = false;
  for (const line of piece.split('\n')) {
    const isNext = !fence.holds(line) && LINK.test(line.slice(0, 300));
    const isTitle = /^\s*["'(]/.test(line);
    if (isLink && !isNext && !isTitle) lines.push('', NOTHING, '');
    isLink = isNext || (isLink && isTitle);
    lines.push(line);
  }
  return lines.join('\n');
}

/** The links that a piece of a text calls by name. */
function linksFor(piece: string, links: Links): string {
  if (links.size === 0) return '';
  const called = new Set<string>();
  for (const [, name = ''] of piece.matchAll(CALL)) {
    const line = links.get(name.toLowerCase());
    if (line !== undefined) called.add(line);
  }
  return [...called].join('\n');
}

/** Notes by their numbers in the whole text, without the arrows that lead back. */
function withNumbers(html: string, notes: Notes): string {
  const numberOf = (sign: string): number => notes.stands(decodeURIComponent(sign).toLowerCase());
  return html
    .replace(
      SIGN,
      (_, sign: string, id: string) =>
        `<a href="#user-content-fn-${sign}" id="${id}">${numberOf(sign)}</a>`,
    )
    .replace(
      START,
      (_, sign: string) => `<li id="user-content-fn-${sign}" value="${numberOf(sign)}">`,
    )
    .split(' <a href="#user-content-fnref-')
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf('</a>') + 4)))
    .join('');
}
