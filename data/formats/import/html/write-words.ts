import type { BlockWriter, Style } from '../block-writer.ts';
import type { Place } from './place.ts';

/** White space of a page, and what ends a line wherever it stands. */
const BLANKS = /([ \t\n\r\f\v\u0085\u2028\u2029]+)/;
const LINE_END = /[\f\v\u0085\u2028\u2029]/;
/** Keeps the letter of a note apart from the word that it stands behind: a narrow no-break space. */
const APART = '\u202f';

/** Writes the words of a page as a browser shows their white space. */
export class WordWriter {
  readonly #writer: BlockWriter;

  constructor(writer: BlockWriter) {
    this.#writer = writer;
  }

  /** Writes a stretch of text; answers whether there were words in it. */
  write(text: string, place: Place): boolean {
    const { spaces, shift } = place.look;
    if (spaces === 'pre' && shift === '') return this.#asItStands(text, place);
    let hasWords = false;
    text.split(BLANKS).forEach((piece, index) => {
      if (piece === '') return;
      if (index % 2 === 1) this.#blank(piece, spaces === 'pre-line');
      else {
        hasWords = true;
        this.#word(piece, place);
      }
    });
    return hasWords;
  }

  #blank(piece: string, keepsLines: boolean): void {
    if (LINE_END.test(piece) || (keepsLines && piece.includes('\n'))) this.#writer.end('\n');
    else this.#writer.space();
  }

  #word(word: string, place: Place): void {
    const { shift } = place.look;
    const style = styleAt(place);
    if (shift === '') this.#writer.words(word, style);
    else if (shift === 'raised' && /^[a-z*†‡§]{1,2}$/i.test(word) && place.isNoteSign) {
      this.#writer.words(`${APART}${word}`, style);
    } else this.#writer.shifted(word, style, shift);
  }

  #asItStands(text: string, place: Place): boolean {
    const lines = text.replace(/\r\n?|[\f\v\u0085\u2028\u2029]/g, '\n');
    const hasWords = lines.trim() !== '';
    this.#writer.preformatted(lines, hasWords ? styleAt(place) : place.style);
    return hasWords;
  }
}

/** How words are shown here; the first ones of a list item carry its number. */
function styleAt({ style, item, isHidden }: Place): Style {
  if (item?.number === undefined || isHidden) return style;
  const { number } = item;
  item.number = undefined;
  return { ...style, number };
}
