import { Fence } from './fence.ts';

/** A piece of a Markdown text that is read by itself. */
export interface Piece {
  text: string;
  /** It has more signs than people write, which would take the parser for ever: it is read as plain lines. */
  isPlain: boolean;
}

/** Lines and code units from which on a piece ends at the next heading or paragraph, and at which it ends anywhere. */
const ENOUGH = { lines: 500, length: 64 * 1024 };
const MOST = { lines: 1000, length: 256 * 1024 };
/** Signs of emphasis, links, code and markup in one paragraph: what the parser does with them grows by their square. */
const MOST_SIGNS = 2000;
/** Signs and blanks that lines of a piece may begin with beyond the usual: each may be a level of a list. */
const MOST_LEVELS = 8000;
const USUAL_LEVELS = 16;

/**
 * A Markdown text in pieces, so that reading it takes time that grows with its length: most texts are one. They end
 * between paragraphs and not in code, where they can.
 */
export function* piecesOf(text: string): Generator<Piece> {
  let start = 0;
  let load = new Load();
  for (const line of linesOf(text)) {
    const length = line.start - start;
    const isEnough = length >= ENOUGH.length || load.lines >= ENOUGH.lines;
    const isMost = length >= MOST.length || load.lines >= MOST.lines;
    if (isMost || (isEnough && load.isBetween && /^[#\p{L}]/u.test(line.words))) {
      yield { text: text.slice(start, line.start), isPlain: load.isTooMuch };
      start = line.start;
      load = new Load();
    }
    load.add(line.words);
  }
  if (start < text.length) yield { text: text.slice(start), isPlain: load.isTooMuch };
}

/** What the lines of a piece would cost the parser, and where in it they are. */
class Load {
  isTooMuch = false;
  lines = 0;
  /** Above is an empty line, and no code that goes on. */
  isBetween = true;
  readonly #fence = new Fence();
  #signs = 0;
  #levels = 0;

  add(line: string): void {
    const words = line.trim();
    this.lines++;
    this.#fence.holds(line);
    this.isBetween = words === '' && !this.#fence.isOpen;
    if (words === '') this.#signs = 0;
    this.#signs += line.match(/[[\]*_`<&!\\~]/g)?.length ?? 0;
    this.#levels += Math.max(0, (/^[\s>*+\-.)\d]*/.exec(line)?.[0].length ?? 0) - USUAL_LEVELS);
    if (this.#signs > MOST_SIGNS || this.#levels > MOST_LEVELS) this.isTooMuch = true;
  }
}

function* linesOf(text: string): Generator<{ start: number; words: string }> {
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    yield { start, words: text.slice(start, end) };
    start = end + 1;
  }
}
