/** What says how words look, as pages say it; other commands say nothing of the text. */
const TAGS: Readonly<Record<string, string>> = {
  bold: 'b',
  italic: 'i',
  excerpt: 'blockquote',
  excerpts: 'blockquote',
  quotation: 'blockquote',
  paragraph: 'p',
  verbatim: 'pre',
  subscript: 'sub',
  superscript: 'sup',
};
/** Commands of the older form that stand alone. */
const SINGLE: Readonly<Record<string, string>> = { lt: '&lt;', nl: '<br>', np: '<hr>' };
const PIECE = /(<<|<\/?[a-z-]{1,60}>|\n+|[&<])/i;

/**
 * A mail in `text/enriched` (RFC 1896), or in `text/richtext` before it, as a page: of several line ends all
 * but one stand, `<<` is a sign, and what a command is given as `<param>` is none of the words.
 */
export function pageOfEnriched(text: string): string {
  const parts: string[] = [];
  let isParam = false;
  for (const [index, piece] of text.split(PIECE).entries()) {
    if (index % 2 === 0) {
      if (!isParam) parts.push(piece);
    } else if (/^<\/?param>$/i.test(piece)) isParam = !piece.startsWith('</');
    else if (!isParam) parts.push(signOf(piece));
  }
  return parts.join('');
}

function signOf(piece: string): string {
  if (piece.startsWith('\n')) return piece.length === 1 ? ' ' : '<br>'.repeat(piece.length - 1);
  if (piece === '&') return '&amp;';
  if (piece === '<<' || piece === '<') return '&lt;';
  const isEnd = piece.startsWith('</');
  const name = piece.slice(isEnd ? 2 : 1, -1).toLowerCase();
  if (Object.hasOwn(SINGLE, name)) return isEnd ? '' : (SINGLE[name] ?? '');
  const tag = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
  return tag === undefined ? '' : `<${isEnd ? '/' : ''}${tag}>`;
}
