import { Tokenizer, type Token, type TokenHandler } from 'parse5';
import { rawMode } from '../build-tree.ts';
import { VOID } from '../elements.ts';
import { inlineCss } from './inline-css.ts';

/** What a page can be given in place of addresses; undefined where there is nothing. `base`: where it was. */
export interface PageParts {
  picture(address: string, base: string): string | undefined;
  sheet(address: string, base: string): string | undefined;
  frame(address: string, base: string): string | undefined;
}

/** Code units that are read at a time. */
const PIECE = 64 * 1024;
/** Attributes that name a picture, by element. */
const PICTURES: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  input: ['src'],
  image: ['src', 'href', 'xlink:href'],
  video: ['poster'],
  body: ['background'],
  table: ['background'],
  tr: ['background'],
  td: ['background'],
  th: ['background'],
};
const SETS: ReadonlySet<string> = new Set(['img', 'source']);
const FRAMES: ReadonlySet<string> = new Set(['iframe', 'frame']);
/** Names of a shadow tree before it had the one that browsers know: Blink saves it under such a one. */
const SHADOWS: ReadonlySet<string> = new Set(['shadowmode', 'shadowroot']);

/**
 * A page with its pictures and style sheets, and the pages of its frames, in it: everything else stays as it is
 * written. `passed` hears how many code units are done.
 */
export function inlineHtml(
  html: string,
  base: string,
  parts: PageParts,
  passed: (units: number) => void,
): string {
  const writer = new PageWriter(html, base, parts);
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, writer);
  writer.tokenizer = tokenizer;
  for (let at = 0; at < html.length; at += PIECE) {
    tokenizer.write(html.slice(at, at + PIECE), at + PIECE >= html.length);
    passed(Math.min(PIECE, html.length - at));
  }
  return writer.written();
}

class PageWriter implements TokenHandler {
  tokenizer: Tokenizer | undefined;
  readonly #html: string;
  readonly #parts: PageParts;
  #base: string;
  #hasBase = false;
  readonly #pieces: string[] = [];
  #done = 0;
  /** Where the content of an open style element begins. */
  #style: number | undefined;

  constructor(html: string, base: string, parts: PageParts) {
    this.#html = html;
    this.#base = base;
    this.#parts = parts;
  }

  written(): string {
    return this.#pieces.join('') + this.#html.slice(this.#done);
  }

  onStartTag(token: Token.TagToken): void {
    const { tagName: name, location } = token;
    const raw = VOID.has(name) ? undefined : rawMode(name);
    if (raw !== undefined && this.tokenizer) this.tokenizer.state = raw;
    if (!location) return;
    if (name === 'style') this.#style = location.endOffset;
    if (name === 'base') this.#setBase(attributeOf(token, 'href'));
    const instead = this.#insteadOf(token);
    if (instead !== undefined) this.#put(location.startOffset, location.endOffset, instead);
    else for (const attribute of token.attrs) this.#attribute(token, attribute);
  }

  onEndTag({ tagName, location }: Token.TagToken): void {
    if (tagName !== 'style' || this.#style === undefined || !location) return;
    const css = this.#html.slice(this.#style, location.startOffset);
    this.#put(this.#style, location.startOffset, this.#css(css));
    this.#style = undefined;
  }

  onCharacter(): void {
    // Words stay as they are.
  }

  onWhitespaceCharacter(): void {
    // Blanks too.
  }

  onComment(): void {
    // Nothing in it is shown.
  }

  onNullCharacter(): void {
    // It is no character of any text.
  }

  onDoctype(): void {
    // It stays, and with it how the page is laid out.
  }

  onEof(): void {
    // What is open stays open.
  }

  #put(from: number, to: number, text: string): void {
    this.#pieces.push(this.#html.slice(this.#done, from), text);
    this.#done = to;
  }

  /** The first one of a page holds. */
  #setBase(href: string): void {
    if (this.#hasBase || href === '') return;
    this.#hasBase = true;
    this.#base = href;
  }

  /** What stands in place of a whole tag: a style sheet, or nothing for a policy that the page was sent with. */
  #insteadOf(token: Token.TagToken): string | undefined {
    const { tagName } = token;
    if (tagName === 'meta') {
      const names = attributeOf(token, 'http-equiv').trim().toLowerCase();
      return names === 'content-security-policy' ? '' : undefined;
    }
    if (tagName !== 'link') return undefined;
    const kinds = attributeOf(token, 'rel').toLowerCase().split(/\s+/);
    if (!kinds.includes('stylesheet') || kinds.includes('alternate')) return undefined;
    const css = this.#parts.sheet(attributeOf(token, 'href'), this.#base);
    if (css === undefined) return undefined;
    const media = attributeOf(token, 'media');
    return `<style${media && ` media="${quoted(media)}"`}>${inElement(css)}</style>`;
  }

  #attribute(token: Token.TagToken, { name, value, prefix }: Token.Attribute): void {
    const full = prefix ? `${prefix}:${name}` : name;
    const place = token.location?.attrs?.[full];
    const text = place && this.#valueOf(token.tagName, full, value);
    if (text !== undefined) this.#put(place?.startOffset ?? 0, place?.endOffset ?? 0, text);
  }

  /** An attribute that something of the file stands in; undefined where it stays. */
  #valueOf(tag: string, name: string, value: string): string | undefined {
    const written = (now: string | undefined, as = name): string | undefined =>
      now === undefined ? undefined : `${as}="${quoted(now)}"`;
    if (name === 'style') {
      const css = this.#css(value);
      return written(css === value ? undefined : css);
    }
    if (name === 'srcset' && SETS.has(tag)) return written(this.#set(value));
    if (name === 'src' && FRAMES.has(tag)) {
      return written(this.#parts.frame(value, this.#base), 'srcdoc');
    }
    if (tag === 'template' && SHADOWS.has(name)) return written(value, 'shadowrootmode');
    const isPicture = PICTURES[tag]?.includes(name) === true;
    return isPicture ? written(this.#parts.picture(value, this.#base)) : undefined;
  }

  /** Of the sizes of a picture those that are there: a browser would choose among the others too. */
  #set(value: string): string {
    const found = candidatesIn(value).flatMap(({ address, size }) => {
      const picture = this.#parts.picture(address, this.#base);
      return picture === undefined ? [] : `${picture} ${size}`.trimEnd();
    });
    return found.join(', ');
  }

  #css(css: string): string {
    const base = this.#base;
    return inlineCss(css, {
      picture: (address) => this.#parts.picture(address, base),
      sheet: (address) => {
        const sheet = this.#parts.sheet(address, base);
        return sheet === undefined ? undefined : inElement(sheet);
      },
    });
  }
}

/** The addresses of a set of pictures, each with its size (HTML standard, srcset). */
function candidatesIn(set: string): { address: string; size: string }[] {
  const found: { address: string; size: string }[] = [];
  const until = (isEnd: (sign: string) => boolean, from: number): number => {
    let at = from;
    while (at < set.length && !isEnd(set[at] as string)) at++;
    return at;
  };
  for (let at = 0; ;) {
    const start = until((sign) => !/[\s,]/.test(sign), at);
    if (start >= set.length) return found;
    const end = until((sign) => /\s/.test(sign), start);
    let last = end;
    while (set[last - 1] === ',') last--;
    at = last < end ? end : until((sign) => sign === ',', end);
    found.push({ address: set.slice(start, last), size: set.slice(end, at).trim() });
  }
}

const attributeOf = ({ attrs }: Token.TagToken, name: string): string =>
  attrs.find((one) => one.name === name)?.value.trim() ?? '';

const quoted = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A style sheet within an element, which nothing in it ends. */
const inElement = (css: string): string => css.replace(/<\/(?=style)/gi, '<\\/');
