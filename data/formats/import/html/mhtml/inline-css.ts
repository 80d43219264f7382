/** What a style sheet can be given in place of an address; undefined where there is nothing. */
export interface StyleParts {
  picture(address: string): string | undefined;
  sheet(address: string): string | undefined;
}

/** Parts of an import that are no media. */
const NO_MEDIA = /\b(?:layer|supports)\b/i;

/** A style sheet with its pictures, and with the sheets that it imports in it. One pass, whatever is in it. */
export function inlineCss(css: string, parts: StyleParts): string {
  const pieces: string[] = [];
  let done = 0;
  const put = (from: number, to: number, text: string): void => {
    pieces.push(css.slice(done, from), text);
    done = to;
  };
  // What an address may stand behind, and what is passed over: escapes, comments, strings.
  const marks = /\\|\/\*|["']|@import\b|\burl\(/gi;
  for (let mark = marks.exec(css); mark; mark = marks.exec(css)) {
    const at = mark.index;
    const found = mark[0].toLowerCase();
    if (found === '\\') marks.lastIndex = at + 2;
    else if (found === '/*') marks.lastIndex = behind(css, '*/', at + 2);
    else if (found === '@import') {
      const { address, media, end } = importAt(css, marks.lastIndex);
      const sheet = parts.sheet(address);
      if (sheet !== undefined) put(at, end, sheetFor(media, sheet));
      marks.lastIndex = end;
    } else if (found === 'url(') {
      const { text, end } = urlAt(css, marks.lastIndex);
      const picture = parts.picture(text);
      if (picture !== undefined) put(at, end, `url("${picture}")`);
      marks.lastIndex = end;
    } else marks.lastIndex = wordAt(css, at).end;
  }
  return pieces.join('') + css.slice(done);
}

/** A sheet where it was imported; none of it may be taken for what stands behind it. */
const sheetFor = (media: string, sheet: string): string =>
  media === '' || NO_MEDIA.test(media) ? sheet : `@media ${media}{${sheet}}`;

/** What is imported behind `@import`, until the end of that rule. */
function importAt(css: string, from: number): { address: string; media: string; end: number } {
  const at = pastBlanks(css, from);
  const isUrl = css.slice(at, at + 4).toLowerCase() === 'url(';
  const { text, end } = isUrl ? urlAt(css, at + 4) : wordAt(css, at);
  const behindRule = behind(css, ';', end);
  const media = css.slice(end, behindRule).replace(/;$/, '').trim();
  return { address: text, media, end: behindRule };
}

/** What stands in the brackets of an address, and where they end. */
function urlAt(css: string, from: number): { text: string; end: number } {
  const { text, end } = wordAt(css, from);
  return { text, end: behind(css, ')', end) };
}

/** A string, or what stands without quotes until a blank or a bracket; and where it ends. */
function wordAt(css: string, from: number): { text: string; end: number } {
  const first = pastBlanks(css, from);
  const quote = css[first];
  const isQuoted = quote === '"' || quote === "'";
  const start = isQuoted ? first + 1 : first;
  let at = start;
  for (; at < css.length; at++) {
    const sign = css[at] as string;
    if (sign === '\\') at++;
    else if (isQuoted ? sign === quote || sign === '\n' : /[\s);]/.test(sign)) break;
  }
  const text = css.slice(start, at).replace(/\\([^])/g, '$1');
  return { text, end: Math.min(css.length, isQuoted ? at + 1 : at) };
}

function pastBlanks(css: string, from: number): number {
  let at = from;
  while (at < css.length && /\s/.test(css[at] as string)) at++;
  return at;
}

/** Where a sign ends that stands behind; the end, where there is none. */
function behind(css: string, sign: string, from: number): number {
  const at = css.indexOf(sign, from);
  return at < 0 ? css.length : at + sign.length;
}
