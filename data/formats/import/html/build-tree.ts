import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5';
import {
  BLOCKS,
  ENDS_PARAGRAPH,
  FORMATTING,
  IMPLIED_ENDS,
  LOOSE,
  RAW_TEXT,
  SCOPES,
  VOID,
} from './elements.ts';
import { append, element, type PageElement } from './tree.ts';

/** Elements nested deeper than this are read as if they stood beside each other. */
const DEEPEST = 256;
/** Most elements of a page, and of those that are opened once more; what is beyond only parts words. */
const MOST = 700_000;
const MOST_AGAIN = 100_000;
/** Emphasis and links that are open at once; a browser keeps three of a kind. */
const MOST_OPEN = 12;
/** Code units that are read at a time: one tag may be as long as the page, and is progress all the same. */
const PIECE = 64 * 1024;
const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math']);
/** Stands where emphasis ends that began outside of the block; `again` says which. */
export const END = '#end';

/**
 * Makes a tree of a page in one pass over its tokens: tags may be left out and overlap as HTML lets them. What
 * the full rules move about for wrong markup stays where it is written. At most {@link DEEPEST} deep and
 * {@link MOST} elements, so that time and memory grow with the size of the page, whatever is in it.
 */
export class TreeBuilder implements TokenHandler {
  readonly root = element('', []);
  /** Hears the comments of the page. */
  readonly #comment: (text: string) => void;
  readonly #tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, this);
  readonly #stack: PageElement[] = [this.root];
  /** Emphasis and links that are open, though the block that they began in may have ended. */
  #formatting: PageElement[] = [];
  #tooDeep = 0;
  #count = 0;
  #again = 0;
  #paragraphs = 0;
  #foreign = 0;
  /** Whether emphasis was closed that has not ended. */
  #isCut = false;
  readonly #isXml: boolean;

  /** `isXml`: the page means to follow the rules of XML, so that a tag may close itself, and CDATA is text. */
  constructor(comment: (text: string) => void = () => undefined, isXml = false) {
    this.#comment = comment;
    this.#isXml = isXml;
    this.#tokenizer.inForeignNode = isXml;
  }

  /** Reads the whole page; `passed` hears how many code units are done. */
  read(html: string, passed: (units: number) => void): void {
    for (let at = 0; at < html.length || at === 0; at += PIECE) {
      const piece = html.slice(at, at + PIECE);
      this.#tokenizer.write(piece, at + PIECE >= html.length);
      passed(piece.length);
    }
  }

  onStartTag(token: Token.TagToken): void {
    const name = token.tagName;
    const isForeign = this.#foreign > 0 || FOREIGN.has(name);
    const isClosed = VOID.has(name) || (token.selfClosing && (isForeign || this.#isXml));
    const raw = isClosed ? undefined : rawMode(name);
    if (raw !== undefined) this.#tokenizer.state = raw;
    this.#makeRoom(name);
    if (raw === undefined && !ENDS_PARAGRAPH.has(name) && !IMPLIED_ENDS.has(name)) this.#reopen();
    const isTooMuch = raw === undefined && ++this.#count > MOST;
    const made = element(name, token.attrs);
    append(this.#top, isTooMuch ? { text: ' ' } : made);
    if (isClosed) return;
    if (isTooMuch || (raw === undefined && this.#stack.length >= DEEPEST)) {
      if (!FORMATTING.has(name)) this.#tooDeep++;
      return;
    }
    this.#push(made);
    if (FORMATTING.has(name)) this.#format(made);
  }

  onEndTag(token: Token.TagToken): void {
    const name = token.tagName;
    if (name === 'br') append(this.#top, element('br', []));
    else if (this.#top.name === name && rawMode(name) !== undefined) this.#stack.pop();
    else if (this.#tooDeep > 0 && !FORMATTING.has(name)) this.#tooDeep--;
    else this.#close(name);
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    this.#reopen();
    this.#text(chars);
  }

  onWhitespaceCharacter({ chars }: Token.CharacterToken): void {
    this.#text(chars);
  }

  onComment({ data }: Token.CommentToken): void {
    this.#comment(data);
  }

  onNullCharacter(): void {
    // A NUL is no character of any text.
  }

  onDoctype(): void {
    // Says nothing about the text.
  }

  onEof(): void {
    // All that is open ends here.
  }

  get #top(): PageElement {
    return this.#stack.at(-1) ?? this.root;
  }

  #text(text: string): void {
    const { last } = this.#top;
    if (last && 'text' in last) last.text += text;
    else append(this.#top, { text });
  }

  #push(made: PageElement): void {
    this.#stack.push(made);
    if (made.name === 'p') this.#paragraphs++;
    if (FOREIGN.has(made.name)) this.#foreign++;
  }

  /** Ends what a start tag ends by itself: a paragraph before any block, an item before an item. */
  #makeRoom(name: string): void {
    if (ENDS_PARAGRAPH.has(name)) this.#endParagraph();
    if (name === 'a') this.#endFormatting('a'); // a link in a link ends the first
    const implied = IMPLIED_ENDS.get(name);
    if (!implied) return;
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const open = this.#stack[at]?.name ?? '';
      if (implied.within.has(open)) return;
      if (!implied.ends.has(open) || open === 'p') continue;
      this.#cut(at);
      if (name !== 'tr') return;
    }
  }

  #endParagraph(): void {
    if (this.#paragraphs === 0) return;
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const { name } = this.#stack[at] as PageElement;
      if (name === 'p') return this.#cut(at);
      if (SCOPES.has(name)) return;
    }
  }

  #close(name: string): void {
    if (FORMATTING.has(name)) return this.#endFormatting(name);
    const isBlock = BLOCKS.has(name);
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const open = this.#stack[at]?.name ?? '';
      if (open === name) return this.#cut(at);
      if (!isBlock && BLOCKS.has(open) && !LOOSE.has(open)) return;
      if (SCOPES.has(open) && !/^(?:t|caption|body|html)/.test(name)) break;
    }
    // The end of a paragraph that is not open makes an empty one, and so parts the words around it.
    if (name === 'p') append(this.#top, element('p', []));
  }

  /** Closes everything from a place of the stack on. */
  #cut(at: number): void {
    while (this.#stack.length > at) {
      const name = this.#stack.pop()?.name ?? '';
      if (name === 'p') this.#paragraphs--;
      if (FOREIGN.has(name)) this.#foreign--;
      if (FORMATTING.has(name)) this.#isCut = true;
    }
  }

  #format(made: PageElement): void {
    this.#formatting.push(made);
    const same = this.#formatting.filter(({ name }) => name === made.name);
    const surplus = same.length > 3 ? same[0] : this.#formatting[MOST_OPEN] && this.#formatting[0];
    if (surplus) this.#formatting.splice(this.#formatting.indexOf(surplus), 1);
  }

  /** Ends the innermost element of a name; what is open within it goes on behind it. */
  #endFormatting(name: string): void {
    const index = this.#formatting.findLastIndex((one) => one.name === name);
    const ended = this.#formatting[index];
    if (index >= 0) this.#formatting.splice(index, 1);
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const open = this.#stack[at] as PageElement;
      if (open === ended) return this.#cut(at);
      if (BLOCKS.has(open.name)) break;
    }
    // It began outside of this block: what stands behind in it is no part of it.
    if (ended && this.#stack.includes(ended)) {
      const end = element(END, []);
      end.again = ended.again ?? ended;
      append(this.#top, end);
    }
  }

  /** Opens the emphasis once more that the end of a block closed on the way. */
  #reopen(): void {
    if (!this.#isCut) return;
    this.#isCut = false;
    for (const [index, one] of this.#formatting.entries()) {
      if (this.#stack.includes(one)) continue;
      if (this.#again >= MOST_AGAIN || this.#stack.length >= DEEPEST) return;
      this.#again++;
      const made = element(one.name, one.attributes);
      made.again = one.again ?? one;
      append(this.#top, made);
      this.#push(made);
      this.#formatting[index] = made;
    }
  }
}

/** What an element holds that is no markup; undefined where it is. */
export function rawMode(
  name: string,
): (typeof TokenizerMode)[keyof typeof TokenizerMode] | undefined {
  if (name === 'script') return TokenizerMode.SCRIPT_DATA;
  if (RAW_TEXT.has(name)) return TokenizerMode.RAWTEXT;
  if (name === 'title' || name === 'textarea') return TokenizerMode.RCDATA;
  return name === 'plaintext' ? TokenizerMode.PLAINTEXT : undefined;
}
