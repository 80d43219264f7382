import { clean, cleanLine } from '../clean.ts';

/** Characters that mean something in CommonMark, GFM tables and strikethrough, or common dialects (`$` maths, `@`, `#`). */
const special = /[\\`*_[\]<>&|~$^#@{}]/g;

/**
 * Words of the case on one line, so that no Markdown reader takes any of them for markup: special
 * characters are escaped wherever they stand, addresses are kept from becoming links, and
 * right-to-left words are isolated so that they do not turn the line.
 */
export function escapeInline(words: string): string {
  return isolate(escapeLine(cleanLine(words)));
}

/** Invisible; GFM makes links of mail addresses even when their `@` is escaped, but not across this. */
export const WORD_JOINER = '\u2060';

/** Words of the program: escaped, not isolated. */
export function escapeLine(line: string): string {
  return line
    .replace(special, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/(mailto|xmpp):/gi, '$1\\:')
    .replace(/:(?=([\w+-]+):)/g, (colon, name: string) => (/[a-z]/i.test(name) ? '\\:' : colon))
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/@(?=\w)/g, `@${WORD_JOINER}`);
}

/** Keeps the start of a line from being a list, a heading rule or a heading underline. */
export function escapeStart(line: string): string {
  return line.replace(/^([-+=])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Free text in lines, each escaped; empty lines part the paragraphs. */
export function escapeProse(words: string): string[] {
  return clean(words)
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter((line) => line !== '')
        .map((line) => escapeStart(isolate(escapeLine(line))))
        .join('\\\n'),
    )
    .filter((paragraph) => paragraph !== '');
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** Right-to-left letters, by the blocks they stand in (Hebrew to Arabic Extended, presentation forms). */
const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Keeps a line with right-to-left words from turning what stands around it. */
export function isolate(line: string): string {
  return rightToLeft.test(line) ? `${FIRST_STRONG_ISOLATE}${line}${POP_DIRECTIONAL_ISOLATE}` : line;
}
