import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5';
import { BlockWriter, type Gap, type Style } from '../block-writer.ts';
import {
  BLOCKS,
  DROPPED,
  IMPLIED_ENDS,
  isDebrisByName,
  isDebrisElement,
  isHidden,
  kindOf,
  RAW_TEXT,
  VOID,
} from './elements.ts';
import { HtmlMarks } from './marks.ts';
import { HtmlMeta } from './meta.ts';

/** Elements nested deeper than this are read as if they stood beside each other. */
const DEEPEST = 256;
/** Code units that are read at a time: one tag may be as long as the page, and is progress all the same. */
const PIECE = 64 * 1024;
/** End tags do not reach through these. */
const BARRIERS = new Set(['table', 'td', 'th', 'caption', 'template', 'object']);
const LISTS = new Set(['ul', 'ol', 'menu', 'dir', 'dl']);

interface Open {
  name: string;
  style: Style;
  dropped: boolean;
  pre: boolean;
  lists: number;
}
const ROOT: Open = {
  name: '',
  style: { kind: 'paragraph' },
  dropped: false,
  pre: false,
  lists: 0,
};

/**
 * Reads a page in one pass over its tokens into text blocks of our own; no element of the page
 * survives. A stack of at most {@link DEEPEST} open blocks stands in for a tree, so that time and
 * memory grow with the size of the page, whatever is in it (a tree of 10 million nested elements
 * would need gigabytes and minutes).
 */
export class HtmlReader implements TokenHandler {
  readonly writer: BlockWriter;
  readonly marks: HtmlMarks;
  readonly meta = new HtmlMeta();
  /** Text of the first `<title>`. */
  title = '';
  readonly #tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, this);
  readonly #stack: Open[] = [];
  #tooDeep = 0;
  #titles = 0;

  /** `writer`: where the text goes, when it is a part of a larger one. */
  constructor(writer = new BlockWriter()) {
    this.writer = writer;
    this.marks = new HtmlMarks(writer);
  }

  /** Reads the whole page; `passed` hears how many code units are done. */
  read(html: string, passed: (units: number) => void = () => undefined): void {
    for (let at = 0; at < html.length || at === 0; at += PIECE) {
      const piece = html.slice(at, at + PIECE);
      this.#tokenizer.write(piece, at + PIECE >= html.length);
      passed(piece.length);
    }
  }

  onStartTag(token: Token.TagToken): void {
    const name = token.tagName;
    const raw = name === 'script' ? TokenizerMode.SCRIPT_DATA : rawMode(name);
    if (raw !== undefined) this.#tokenizer.state = raw;
    const attribute = (key: string) => token.attrs.find((one) => one.name === key)?.value ?? '';
    if (!this.#top.dropped) this.meta.tag(name, attribute);
    this.#makeRoom(name);
    if (name === 'br') this.writer.end('\n');
    else if (name === 'q') this.#text('“');
    else if (BLOCKS.has(name)) this.#begin(name);
    const selfClosed = token.selfClosing && (name === 'svg' || name === 'math');
    if (VOID.has(name) || selfClosed) return;
    const has = (key: string) => token.attrs.some((one) => one.name === key);
    const dropped = this.#top.dropped || DROPPED.has(name) || isHidden(attribute, has);
    if (!dropped) this.marks.start(name, attribute);
    if (dropped || BLOCKS.has(name)) this.#push(this.#opened(name, dropped, attribute));
  }

  onEndTag(token: Token.TagToken): void {
    const name = token.tagName;
    if (name === 'q') this.#text('”');
    else if (name === 'br') this.writer.end('\n');
    if (!this.#top.dropped) this.marks.end(name);
    if (this.#tooDeep > 0 && (BLOCKS.has(name) || this.#top.dropped)) this.#tooDeep--;
    else this.#close(name);
  }

  onCharacter(token: Token.CharacterToken): void {
    this.#text(token.chars);
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    if (this.#top.dropped) return;
    if (this.#top.name === 'title') this.#title(' ');
    else if (this.#top.pre) this.writer.preformatted(token.chars, this.#top.style);
    else this.writer.space();
  }

  onComment(token: Token.CommentToken): void {
    this.meta.comment(token.data);
  }

  onNullCharacter(): void {
    // A NUL is no character of any text.
  }

  onDoctype(): void {
    // Says nothing about the text.
  }

  onEof(): void {
    this.writer.end('\n\n');
  }

  get #top(): Open {
    return this.#stack.at(-1) ?? ROOT;
  }

  #text(text: string): void {
    const { name, dropped, pre, style } = this.#top;
    if (dropped) return;
    if (name === 'title') this.#title(text);
    else if (pre) this.writer.preformatted(text, style);
    else if (this.marks.shift) this.writer.shifted(text, style, this.marks.shift);
    else this.writer.words(text, style);
  }

  /** Only the first title counts; in it everything is text. */
  #title(text: string): void {
    if (this.#titles === 1 && this.title.length < 2000) this.title += text;
  }

  #opened(name: string, dropped: boolean, attribute: (key: string) => string): Open {
    const above = this.#top;
    if (name === 'title' && !dropped) this.#titles++;
    const kind = kindOf(name);
    const lists = above.lists + (LISTS.has(name) ? 1 : 0);
    const look =
      kind?.kind === 'list-item' ? { ...kind, level: Math.min(9, Math.max(1, lists)) } : kind;
    const debris = debrisOf(name, attribute, above);
    return {
      name,
      dropped,
      lists,
      pre: above.pre || name === 'pre' || name === 'xmp' || name === 'plaintext',
      style: { ...(look ?? lookOf(above.style)), ...debris },
    };
  }

  #push(open: Open): void {
    if (this.#stack.length < DEEPEST) this.#stack.push(open);
    else this.#tooDeep++;
  }

  #begin(name: string): void {
    if (this.#top.dropped) return;
    if (name === 'tr') this.writer.row();
    else if (name === 'td' || name === 'th') this.writer.cell();
    else this.writer.end(this.#gapOf(name));
  }

  /** Ends what a start tag ends by itself: a paragraph before any block, an item before an item. */
  #makeRoom(name: string): void {
    if (this.#top.dropped) return;
    if (BLOCKS.has(name) && this.#top.name === 'p') this.#pop();
    const implied = IMPLIED_ENDS.get(name);
    if (!implied) return;
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const open = this.#stack[at]?.name ?? '';
      if (implied.within.has(open)) return;
      if (implied.ends.has(open) && open !== 'p') {
        while (this.#stack.length > at) this.#pop();
        if (name !== 'tr') return;
      }
    }
  }

  #close(name: string): void {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const open = this.#stack[at]?.name ?? '';
      if (open === name) {
        while (this.#stack.length > at) this.#pop();
        return;
      }
      if (BARRIERS.has(open) && !/^(t|caption|body|html)/.test(name)) break;
    }
    // The end of a paragraph that is not open makes an empty one, and so parts the words around it.
    if (name === 'p' && !this.#top.dropped) this.writer.end('\n\n');
  }

  #pop(): void {
    const open = this.#stack.pop();
    if (!open || !BLOCKS.has(open.name) || open.dropped) return;
    if (open.name === 'tr') this.writer.endRow();
    else this.writer.end(this.#gapOf(open.name));
  }

  #gapOf(name: string): Gap {
    if (name === 'td' || name === 'th') return '\n';
    if (/^(tr|li|dt|dd|option|button|label|legend)$/.test(name)) return '\n';
    return LISTS.has(name) && this.#top.lists > 0 ? '\n' : '\n\n';
  }
}

function rawMode(name: string): (typeof TokenizerMode)[keyof typeof TokenizerMode] | undefined {
  if (RAW_TEXT.has(name)) return TokenizerMode.RAWTEXT;
  if (name === 'title' || name === 'textarea') return TokenizerMode.RCDATA;
  return name === 'plaintext' ? TokenizerMode.PLAINTEXT : undefined;
}

type Debris = Pick<Style, 'region' | 'guess'>;

/** Debris is handed down; only the page's main part and its headline step out of a guess. */
function debrisOf(name: string, attribute: (key: string) => string, above: Open): Debris {
  const { region, guess } = above.style;
  const inherited: Debris = region === undefined ? {} : { region, ...(guess && { guess }) };
  if (region !== undefined && !guess) return inherited;
  if (name === 'main' || name === 'h1') return {};
  if (name === 'footer' && above.style.kind === 'quote') return inherited;
  if (isDebrisElement(name, attribute('role'))) return { region: 'boilerplate' };
  return isDebrisByName(name, attribute('class'), attribute('id'))
    ? { region: 'boilerplate', guess: true }
    : inherited;
}

function lookOf({ kind, level }: Style): Style {
  return { kind, ...(level === undefined ? {} : { level }) };
}
