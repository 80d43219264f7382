import { micromark } from 'micromark';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
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
  const html = micromark(piece + notes.calledIn(piece) + linksFor(piece, links), {
    allowDangerousHtml: true,
    extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough()],
    htmlExtensions: [gfmTableHtml(), gfmFootnoteHtml({ label: ' ' }), gfmStrikethroughHtml()],
  });
  return html.includes(BACK) ? withNumbers(html, notes) : html;
}

/** The links that a piece of a text calls by name. */
function linksFor(piece: string, links: Links): string {
  if (links.size === 0) return '';
  const called = new Set<string>();
  for (const [, name = ''] of piece.matchAll(CALL)) {
    const line = links.get(name.toLowerCase());
    if (line !== undefined) called.add(line);
  }
  return called.size === 0 ? '' : `\n\n${[...called].join('\n')}\n`;
}

/** Notes by their numbers in the whole text, without the arrows that lead back. */
function withNumbers(html: string, notes: Notes): string {
  const numberOf = (sign: string): number | undefined =>
    notes.numberOf(decodeURIComponent(sign).toLowerCase());
  return html
    .replace(SIGN, (whole, sign: string, id: string) => {
      const number = numberOf(sign);
      return number === undefined
        ? whole
        : `<a href="#user-content-fn-${sign}" id="${id}">${number}</a>`;
    })
    .replace(START, (whole, sign: string) => {
      const number = numberOf(sign);
      return number === undefined ? whole : `<li id="user-content-fn-${sign}" value="${number}">`;
    })
    .split(' <a href="#user-content-fnref-')
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf('</a>') + 4)))
    .join('');
}
