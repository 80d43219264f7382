import type { BlockWriter, Gap, Style } from '../block-writer.ts';
import { END } from './build-tree.ts';
import { kindOf } from './elements.ts';
import { HtmlLeftOut } from './left-out.ts';
import { ListCounter } from './lists.ts';
import type { Look } from './look.ts';
import type { HtmlMarks } from './marks.ts';
import { isNoteSign, noteId } from './notes.ts';
import type { Item, Place } from './place.ts';
import { printedNumber } from './printed-pages.ts';
import { writeRuby } from './ruby.ts';
import { TableGrid } from './tables.ts';
import { attributeOf, isElement, wordsOf, type PageElement } from './tree.ts';
import { WordWriter } from './write-words.ts';

const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dir', 'dl']);
/** Blocks that follow each other line by line. */
const LINES = /^(?:tr|td|th|li|dt|dd|option|button|label|legend|span|a)$/;
/** How wikis and handbooks call “edit”, “^” and “¶”, and what leads back from a note. */
const TOOLS =
  /(?:^|\s)(?:mw-editsection|mw-cite-backlink|headerlink|footnote-back(?:ref|link)?|reversefootnote|data-footnote-backref|doc-backlink)(?:\s|$)/;
/** An arrow that leads back. */
const ARROW = /^[\s\ufe0e\ufe0f\u00a0]*[↩⏎↵⤴↑⬆][\s\ufe0e\ufe0f\u00a0]*$/u;
const HEAD: ReadonlySet<string> = new Set(['title', 'meta', 'link', 'base', 'rp', 'rt', 'rtc']);

/** Writes a page whose elements know how they are shown into blocks. */
export class PageWriter {
  readonly #writer: BlockWriter;
  readonly #marks: HtmlMarks;
  readonly #words: WordWriter;
  readonly #notes: ReadonlySet<PageElement>;
  readonly leftOut = new HtmlLeftOut();
  #wasBreak = false;

  /** `notes`: the elements that are notes. */
  constructor(writer: BlockWriter, marks: HtmlMarks, notes: ReadonlySet<PageElement>) {
    this.#writer = writer;
    this.#marks = marks;
    this.#words = new WordWriter(writer);
    this.#notes = notes;
  }

  write(root: PageElement): void {
    const look: Look = {
      display: 'block',
      invisible: false,
      spaces: 'normal',
      marker: '',
      shift: '',
    };
    this.#children(root, {
      style: { kind: 'paragraph' },
      look,
      isHidden: false,
      isGone: false,
      lists: 0,
    });
    this.#writer.end('\n\n');
  }

  #children(parent: PageElement, place: Place): void {
    for (let node = parent.first; node; node = node.next) {
      if (isElement(node)) this.#element(node, place);
      else this.#text(node.text, place);
    }
  }

  #text(text: string, place: Place): void {
    if (this.#words.write(text, place)) this.#wasBreak = false;
  }

  #element(one: PageElement, above: Place): void {
    const { name } = one;
    if (name === END) return one.again && this.#marks.end(one.again);
    if (name === 'br') return this.#break();
    if (HEAD.has(name)) return;
    if (HtmlLeftOut.leaves(one)) return this.#leave(one, above);
    const look = one.look ?? above.look;
    const isGone = above.isGone || look.display === 'none';
    const isHidden = isGone || look.invisible;
    const place = { ...this.#placeOf(one, above, look, isHidden), isGone };
    const isTool = !isHidden && isToolIn(one);
    if (isTool) place.style = { kind: 'paragraph', region: 'navigation' };
    const isAside = (isHidden && !above.isHidden) || isTool;
    if (isAside) this.#writer.aside();
    else if (above.isHidden && !isHidden) this.#writer.end('\n');
    this.#marked(one, place);
    if (isAside) this.#writer.back();
  }

  #marked(one: PageElement, place: Place): void {
    const { shift } = place.look;
    const isRaised = shift !== '' && one.parent?.look?.shift !== shift;
    this.#begin(one, place);
    this.#marks.start(
      one,
      isRaised ? (shift === 'raised' ? 'superscript' : 'subscript') : undefined,
    );
    this.#inside(one, place);
    this.#marks.end(one);
    this.#end(one, place);
  }

  #inside(one: PageElement, place: Place): void {
    // The number of a printed page is kept as that, and stands in no sentence.
    if (printedNumber(one) !== undefined) return;
    if (one.name === 'q') this.#text('“', place);
    if (one.name === 'ruby') {
      writeRuby(one, {
        writer: this.#writer,
        marks: this.#marks,
        write: (node) =>
          isElement(node) ? this.#element(node, place) : this.#text(node.text, place),
        lost: (reading) => this.leftOut.words('other', reading),
      });
    } else this.#children(one, place);
    if (one.name === 'q') this.#text('”', place);
  }

  /** What is no text; a sign that is drawn as a picture stands for itself. */
  #leave(one: PageElement, place: Place): void {
    const alt = one.name === 'img' ? attributeOf(one, 'alt').trim() : '';
    // Other words of pictures are for who cannot see them: nobody read them in the page.
    const isSign = alt !== '' && alt.length <= 16 && /^\p{Extended_Pictographic}/u.test(alt);
    if (isSign && one.look?.display !== 'none') this.#text(alt, place);
    else this.leftOut.add(one);
  }

  #break(): void {
    this.#writer.end(this.#wasBreak ? '\n\n' : '\n');
    this.#wasBreak = true;
  }

  /** The block that an element makes begins. */
  #begin(one: PageElement, { look, table, isInRow }: Place): void {
    const { display } = look;
    if (display === 'row' && table?.use !== 'layout') {
      table?.row();
      this.#writer.row(table?.use === 'data');
    } else if (display === 'cell' && isInRow) this.#cell(table);
    else if (one.name === 'hr') this.#writer.end('\n\n');
    else if (isBlock(look)) this.#writer.end(this.#gapOf(one));
    else if (one.name === 'li') this.#writer.apart();
  }

  #cell(table: TableGrid | undefined): void {
    for (let missing = table?.before() ?? 0; missing > 0; missing--) this.#writer.cell();
    this.#writer.cell();
  }

  #end(one: PageElement, { look, table, isInRow, lists }: Place): void {
    const { display } = look;
    if (display === 'row' && table?.use !== 'layout') this.#writer.endRow();
    else if (display === 'cell' && isInRow) {
      for (let more = table?.place(one) ?? 0; more > 0; more--) this.#writer.cell();
    } else if (isBlock(look)) {
      this.#writer.end(LISTS.has(one.name) && lists === 1 ? '\n\n' : this.#gapOf(one, lists > 1));
    } else if (one.name === 'li') this.#writer.apart();
  }

  #gapOf({ name }: PageElement, isInList = false): Gap {
    if (LINES.test(name) || name.includes('-')) return '\n';
    return LISTS.has(name) && isInList ? '\n' : '\n\n';
  }

  #placeOf(one: PageElement, above: Place, look: Look, isHidden: boolean): Place {
    const { name } = one;
    const isList = LISTS.has(name);
    const lists = above.lists + (isList ? 1 : 0);
    const { item, style } = this.#styleOf(one, above, look, lists);
    const inside: Place = { ...above, style, item, look, isHidden, lists };
    if (isHidden) inside.style = { ...lookOnly(style), region: 'hidden' };
    else if (above.isHidden) inside.style = lookOnly(style);
    if (name === 'a')
      inside.isNoteSign = isNoteSign(wordsOf(one, 20)) && noteId(attributeOf(one, 'href')) !== '';
    if (isList) inside.counter = name === 'dl' ? undefined : new ListCounter(one);
    if (look.display === 'table') inside.table = new TableGrid(one);
    if (look.display === 'row') inside.isInRow = above.table?.use !== 'layout';
    else if (look.display === 'table') inside.isInRow = false;
    return inside;
  }

  #styleOf(
    one: PageElement,
    above: Place,
    look: Look,
    lists: number,
  ): { style: Style; item?: Item | undefined } {
    const debris = one.debris ?? debrisOf(above.style);
    const item = one.name === 'li' ? this.#itemOf(one, above, look) : above.item;
    if (this.#notes.has(one)) return { style: { kind: 'footnote', ...debris }, item };
    const kind = kindOf(one.name);
    const isNote = above.style.kind === 'footnote' && kind?.kind !== 'heading';
    if (!kind || isNote) return { style: { ...lookOnly(above.style), ...debris }, item };
    const level = kind.kind === 'list-item' && { level: Math.min(9, Math.max(1, lists)) };
    return { style: { ...kind, ...level, ...debris }, item };
  }

  #itemOf(one: PageElement, { counter, isHidden }: Place, look: Look): Item {
    const isNone = isHidden || look.display === 'none';
    const number = isNone ? undefined : counter?.numberOf(one, look.marker);
    return { number: look.display === 'inline' ? undefined : number };
  }
}

/** Whether an element is a link of the page's software that stands in a heading or a note. */
function isToolIn(one: PageElement): boolean {
  const names = `${attributeOf(one, 'class')} ${attributeOf(one, 'role')}`;
  if (names.length < 200 && TOOLS.test(names)) return true;
  return one.name === 'a' && attributeOf(one, 'href').includes('#') && ARROW.test(wordsOf(one, 8));
}

const isBlock = ({ display }: Look): boolean =>
  display !== 'inline' && display !== 'contents' && display !== 'none';

function lookOnly({ kind, level }: Style): Style {
  return { kind, ...(level === undefined ? {} : { level }) };
}

function debrisOf({ region, guess }: Style): Pick<Style, 'region' | 'guess'> {
  return region === undefined || region === 'hidden' ? {} : { region, ...(guess && { guess }) };
}
