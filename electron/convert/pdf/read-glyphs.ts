import { lettersOf } from '#data/formats/import/pdf/accents.ts';
import { isRightToLeft } from '#data/formats/import/pdf/bidi.ts';
import { FILLER, type Box, type Glyph } from '#data/formats/import/pdf/page.ts';
import { isToldBy, putActualText } from './actual-text.ts';
import { applied, IDENTITY, matrixOf, type Matrix } from './matrix.ts';
import { TextState, type Font } from './text-state.ts';

/** Operators of a page, as the library gives them. */
export interface Operators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** What was drawn on a page. */
export interface Drawn {
  glyphs: Glyph[];
  boxes: Box[];
  /** Letters that nobody can read: the font does not say what they are. */
  damaged: number;
  /** Shapes that were drawn. */
  shapes: number;
}

/** A glyph of the library. */
interface LibraryGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: readonly [number, number, number] | null;
}

/** Most rectangles of a page that are kept. */
const MOST_BOXES = 2000;
/** Most strokes between two letters. */
const MOST_STROKES = 12;
/** Pictures of bullets in fonts that have no other letters for them. */
const BULLETS = /^[\uf06c\uf06e\uf071\uf075-\uf077\uf09f\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc]$/;

/** Reads the letters of a page with their places, and the rectangles drawn on it. */
export class GlyphReader {
  readonly #names: ReadonlyMap<number, string>;
  readonly #fontOf: (id: string) => Font | undefined;
  readonly #state: TextState;
  readonly #size: { width: number; height: number };
  readonly #drawn: Drawn = { glyphs: [], boxes: [], damaged: 0, shapes: 0 };
  readonly #letters = new Map<string, Letters>();
  #isSpaced = false;
  /** Open parts of the page: where they are in its structure, what they say, and where their signs begin. */
  readonly #parts: { tag: number | undefined; actual: string | undefined; from: number }[] = [];

  /** `names`: of operators, by their numbers. `view`: from the page to points from its upper left corner. */
  constructor(
    names: ReadonlyMap<number, string>,
    fontOf: (id: string) => Font | undefined,
    view: Matrix,
    size: { width: number; height: number },
  ) {
    this.#names = names;
    this.#fontOf = fontOf;
    this.#state = new TextState(view);
    this.#size = size;
  }

  read({ fnArray, argsArray }: Operators): Drawn {
    fnArray.forEach((operator, at) => {
      const name = this.#names.get(operator) ?? '';
      this.#operator(name, (argsArray[at] ?? []) as unknown[]);
    });
    return this.#drawn;
  }

  #operator(name: string, args: unknown[]): void {
    const state = this.#state;
    const [first, second] = args as number[];
    switch (name) {
      case 'save':
        return state.save();
      case 'restore':
      case 'paintFormXObjectEnd':
        return state.restore();
      case 'transform':
        return state.transform(matrixOf(args));
      case 'paintFormXObjectBegin':
        state.save();
        return state.transform(matrixOf(args[0]));
      case 'beginText':
        return state.begin(IDENTITY);
      case 'setTextMatrix':
        return state.begin(matrixOf(args[0]));
      case 'moveText':
        return state.moveLine(first ?? 0, second ?? 0);
      case 'setLeadingMoveText':
        state.now.leading = -(second ?? 0);
        return state.moveLine(first ?? 0, second ?? 0);
      case 'nextLine':
        return state.nextLine();
      case 'showText':
      case 'showSpacedText':
        return this.#show(args[0] as (LibraryGlyph | number | null)[]);
      case 'nextLineShowText':
        state.nextLine();
        return this.#show(args[0] as LibraryGlyph[]);
      case 'nextLineSetSpacingShowText':
        state.now.wordSpacing = first ?? 0;
        state.now.letterSpacing = second ?? 0;
        state.nextLine();
        return this.#show(args[2] as LibraryGlyph[]);
      case 'constructPath':
        // A path that is not drawn cuts off what is drawn later.
        if (this.#names.get(first ?? 0) === 'endPath') return;
        return this.#path(args[2] as ArrayLike<number> | null);
      default:
        return this.#setting(name, args);
    }
  }

  #setting(name: string, args: unknown[]): void {
    const { now } = this.#state;
    const value = Number(args[0]);
    switch (name) {
      case 'setFont':
        return this.#setFont(String(args[0]), Number(args[1]));
      case 'setGState':
        for (const [key, font] of args[0] as [string, unknown][]) {
          if (key === 'Font') this.#setFont(...(font as [string, number]));
        }
        return;
      case 'setCharSpacing':
        now.letterSpacing = value;
        return;
      case 'setWordSpacing':
        now.wordSpacing = value;
        return;
      case 'setHScale':
        now.stretch = value / 100;
        return;
      case 'setLeading':
        now.leading = value;
        return;
      case 'setTextRise':
        now.rise = value;
        return;
      case 'beginMarkedContent':
        return this.#beginPart(undefined, undefined);
      case 'beginMarkedContentProps':
        return this.#beginPart(args[1], args[2]);
      case 'endMarkedContent':
        return this.#endPart();
    }
  }

  #beginPart(tag: unknown, actual: unknown): void {
    this.#parts.push({
      tag: Number.isInteger(tag) ? (tag as number) : this.#parts.at(-1)?.tag,
      actual: typeof actual === 'string' ? actual : undefined,
      from: this.#drawn.glyphs.length,
    });
  }

  #endPart(): void {
    const part = this.#parts.pop();
    if (part?.actual !== undefined) putActualText(this.#drawn.glyphs, part.from, part.actual);
  }

  #setFont(id: string, size: number): void {
    this.#state.now.font = this.#fontOf(id);
    this.#state.now.size = Number.isFinite(size) ? size : 0;
  }

  #show(shown: readonly (LibraryGlyph | number | null)[] | undefined): void {
    const { font, size, letterSpacing, wordSpacing, stretch } = this.#state.now;
    if (!font || !shown || size === 0) return;
    const hand = handOf(this.#state.base(), font, size, stretch);
    for (const one of shown) {
      if (one === null) continue;
      if (typeof one === 'number') {
        this.#state.advance(((font.isVertical ? one : -one) * size) / 1000);
        continue;
      }
      const units = font.isVertical ? Math.abs(one.vmetric?.[0] ?? 1000) : one.width;
      const width = units * font.unit * size;
      this.#glyph(one, hand, width);
      this.#state.advance(width + letterSpacing + (one.isSpace ? wordSpacing : 0));
    }
  }

  #glyph({ unicode }: LibraryGlyph, hand: Hand, width: number): void {
    const part = this.#parts.at(-1);
    const letters = this.#lettersOf(unicode);
    const isTold = part?.actual !== undefined && isToldBy(part.actual, letters);
    const isStroke = letters.isDamaged && letters.text === '';
    const text = isTold || isStroke ? FILLER : letters.text;
    if (letters.isDamaged && !isTold && !(isStroke && this.#isInArabic())) this.#drawn.damaged++;
    if (text === '' || text === ' ') {
      this.#isSpaced = true;
      return;
    }
    const isSpaced = this.#isSpaced;
    this.#isSpaced = false;
    const { base, length, size, shift, look, turn } = hand;
    const [x, y] = applied(base, ...this.#state.at);
    if (!(length > 0) || !(size > 0.5) || !this.#isOnPage(x, y)) return;
    const tag = part?.tag;
    const glyph: Glyph = {
      text,
      x: x - shift,
      y,
      width: Math.abs(width) * length,
      size,
      look,
      turn,
    };
    if (isSpaced) glyph.spaced = true;
    if (tag !== undefined) glyph.tag = tag;
    this.#drawn.glyphs.push(glyph);
  }

  /** Whether the last letter is one of those between which there are strokes that are none. */
  #isInArabic(): boolean {
    const last = this.#drawn.glyphs.slice(-MOST_STROKES).findLast(({ text }) => text !== FILLER);
    return last !== undefined && isRightToLeft(last.text);
  }

  #lettersOf(unicode: string): Letters {
    const known = this.#letters.get(unicode);
    if (known) return known;
    const letters = readable(lettersOf(unicode));
    this.#letters.set(unicode, letters);
    return letters;
  }

  #isOnPage(x: number, y: number): boolean {
    const { width, height } = this.#size;
    return x > -2 && y > -2 && x < width + 2 && y < height + 2;
  }

  #path(box: ArrayLike<number> | null): void {
    this.#drawn.shapes++;
    if (!box || box.length < 4 || this.#drawn.boxes.length >= MOST_BOXES) return;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(box);
    const { ctm } = this.#state.now;
    const [one, other] = [applied(ctm, x0, y0), applied(ctm, x1, y1)];
    this.#drawn.boxes.push({
      x0: Math.min(one[0], other[0]),
      y0: Math.min(one[1], other[1]),
      x1: Math.max(one[0], other[0]),
      y1: Math.max(one[1], other[1]),
    });
  }
}

/** What all letters of one operator have in common. */
interface Hand {
  base: Matrix;
  /** Points of a unit of the text along the line. */
  length: number;
  size: number;
  /** How far the base line is from where letters that stand on each other begin. */
  shift: number;
  look: Glyph['look'];
  turn: number;
}

function handOf(base: Matrix, font: Font, size: number, stretch: number): Hand {
  const [a, b, c, d] = base;
  const sign = Math.sign(size);
  const [dx, dy] = font.isVertical ? [-c * sign, -d * sign] : [a * sign, b * sign];
  const height = Math.hypot(c, d) * Math.abs(size) * font.height;
  return {
    base,
    length: Math.hypot(dx, dy) * (font.isVertical ? 1 : Math.abs(stretch)),
    size: height,
    shift: font.isVertical ? 0.35 * height : 0,
    look: font.look,
    turn: turnOf(dx, dy),
  };
}

/** What a sign stands for; empty or a space when it is nothing to read. */
interface Letters {
  text: string;
  isDamaged: boolean;
}

function readable(letters: string): Letters {
  if (BULLETS.test(letters)) return { text: '•', isDamaged: false };
  if (letters.trim() === '') return { text: letters === '' ? '' : ' ', isDamaged: false };
  if (!/[\p{Cc}\p{Co}\ufffd]/u.test(letters)) return { text: letters, isDamaged: false };
  const text = letters.replace(/\p{Cc}/gu, '').replace(/\p{Co}/gu, '\ufffd');
  return { text, isDamaged: true };
}

/** Degrees clockwise of a direction; what is nearly a quarter is one. */
function turnOf(dx: number, dy: number): number {
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
  const quarter = Math.round(degrees / 90) * 90;
  const turn = Math.abs(degrees - quarter) < 5 ? quarter : Math.round(degrees);
  return (turn + 360) % 360;
}
