import type { Style as BlockStyle } from '../block-writer.ts';
import type { Beside } from '../office/beside.ts';
import type { PieceHandler } from '../office/qualified.ts';
import { elementOf, elementsOf, type XmlElement } from '../xml/xml-tree.ts';
import { chosen } from './alternatives.ts';
import { Fields } from './fields.ts';
import { isJoined } from './joined.ts';
import { writeInline, type InlineContext } from './inline.ts';
import { numberOf, switchOf, valueOf } from './properties.ts';
import type { Relations } from './relations.ts';
import type { Context } from './story-context.ts';
import type { Style } from './styles.ts';
import { Tables } from './tables.ts';
import { WHOLE } from './vocabulary.ts';

/** Writes a story of a document, paragraph by paragraph: its text, a note, a comment, a header, a box. */
export class Story implements PieceHandler {
  readonly #context: Context;
  /** What the words of all its paragraphs are read with. */
  readonly #inline: InlineContext;
  readonly #fields = new Fields();
  readonly #tables: Tables;
  #beside: Beside | undefined;
  /** The mark behind the last paragraph was taken out: the next one goes on in its block. */
  #goesOn = false;
  /** Content controls that are open, and whether each holds a table of contents. */
  readonly #controls: boolean[] = [];

  constructor(context: Context, relations: Relations, beside?: Beside) {
    this.#context = context;
    this.#beside = beside;
    this.#tables = new Tables(context.flow);
    this.#inline = {
      ...context,
      relations,
      fields: this.#fields,
      paragraph: { letters: {} },
      box: (content) =>
        context.flow.later(() => new Story(context, relations, this.#beside).walk(content)),
      comment: (id) => this.#comment(id),
    };
  }

  /** Writes all that is in an element. */
  walk(element: XmlElement): void {
    for (const child of elementsOf(element)) {
      if (WHOLE.has(child.name)) {
        this.piece(child);
        continue;
      }
      this.enter(child.name);
      this.walk(child);
      this.leave(child.name);
    }
  }

  enter(name: string): void {
    if (name === 'w:sdt') this.#controls.push(false);
    else this.#tables.enter(name);
  }

  leave(name: string): void {
    if (name === 'w:sdt') {
      if (this.#controls.pop()) this.#context.flow.leave();
    } else this.#tables.leave(name);
  }

  piece(element: XmlElement): void {
    if (element.name === 'w:p') this.#paragraph(element);
    else if (element.name === 'mc:AlternateContent') this.walk(chosen(element));
    else if (element.name === 'w:altChunk') this.#context.leftOut.add('embed');
    else if (element.name === 'w:sdtPr') this.#control(element);
    else if (element.name === 'm:oMathPara') {
      this.#paragraph({ name: 'w:p', attributes: {}, children: [element] });
    } else this.#tables.piece(element);
  }

  #control(properties: XmlElement): void {
    const part = elementOf(properties, 'w:docPartObj') ?? elementOf(properties, 'w:docPartList');
    const isContents = /table of contents/i.test(valueOf(part, 'w:docPartGallery') ?? '');
    if (!isContents || this.#controls.at(-1) !== false) return;
    this.#controls[this.#controls.length - 1] = true;
    this.#context.flow.enter('navigation');
  }

  #paragraph(element: XmlElement): void {
    const { flow, styles } = this.#context;
    const pPr = elementOf(element, 'w:pPr');
    const id = valueOf(pPr, 'w:pStyle');
    const style = styles.of(id);
    const breaks = switchOf(pPr, 'w:pageBreakBefore') ?? style.pageBreakBefore ?? false;
    if (breaks && !this.#beside) flow.pageBreak();
    const goesOn = this.#goesOn && !flow.isEmpty;
    const gap = goesOn ? this.#gap(flow.style) : this.#begin(pPr, style, id);
    this.#goesOn = isJoined(element, pPr);
    const from = flow.writer.here();
    const wasContents = this.#fields.isContents;
    const write = () => {
      this.#inline.paragraph = style;
      writeInline(element, this.#inline);
      if (style.tells) {
        this.#context.tellings.push({ field: style.tells, from, to: flow.writer.there() });
      }
      if (this.#goesOn) flow.goOn();
      else flow.end(gap);
    };
    flow.within(style.region ?? (wasContents ? 'navigation' : undefined), write);
    this.#fields.endParagraph();
  }

  /** Begins the block of a paragraph, and answers how far the next one is from it. */
  #begin(pPr: XmlElement | undefined, style: Style, id: string | undefined): '\n' | '\n\n' {
    const { flow } = this.#context;
    const look = this.#look(pPr, style, this.#number(pPr, style, id));
    const gap = this.#gap(look.style);
    flow.begin(look.style, gap);
    const beside = this.#beside;
    if (beside?.begins) beside.begins();
    if (look.before !== '') flow.add(look.before);
    if (beside) this.#beside = { kind: beside.kind };
    return gap;
  }

  #comment(id: string): void {
    const context = this.#context;
    const comment = context.comments.get(id);
    if (!comment) return;
    context.comments.delete(id);
    const { 'w:author': author = '', 'w:initials': initials = '' } = comment.attributes;
    const who = author.trim() || initials.trim();
    const before = who === '' ? '' : `${who}: `;
    context.flow.later(() =>
      new Story(context, new Map(), { kind: 'comment', before }).walk(comment),
    );
  }

  /** What stands before the paragraph of a list; undefined when it is of none. */
  #number(pPr: XmlElement | undefined, style: Style, id: string | undefined): string | undefined {
    const { lists } = this.#context;
    const numPr = elementOf(pPr, 'w:numPr');
    const list = valueOf(numPr, 'w:numId') ?? style.list;
    if (list === undefined || !lists.has(list)) return undefined;
    return lists.next(list, this.#level(pPr, style, id, list));
  }

  #level(pPr: XmlElement | undefined, style: Style, id: string | undefined, list: string): number {
    const own = numberOf(elementOf(pPr, 'w:numPr'), 'w:ilvl');
    if (own !== undefined) return own;
    return (
      (id === undefined ? undefined : this.#context.lists.levelOfStyle(list, id)) ??
      style.level ??
      0
    );
  }

  /** How the block of a paragraph looks, and what stands before its words where a block has no number. */
  #look(
    pPr: XmlElement | undefined,
    style: Style,
    number: string | undefined,
  ): { style: BlockStyle; before: string } {
    const beside = this.#beside;
    const shown = number === undefined || number === '' ? {} : { number };
    const inText = number === undefined || number === '' ? '' : `${number} `;
    if (beside) {
      const { kind } = beside;
      const own = beside.number === undefined ? {} : { number: beside.number };
      return { style: { kind, ...own }, before: `${beside.before ?? ''}${inText}` };
    }
    if (this.#tables.isInCell) return { style: { kind: 'paragraph' }, before: inText };
    const outline = numberOf(pPr, 'w:outlineLvl');
    const isBody = outline !== undefined && outline > 8;
    const heading = outline === undefined ? style.heading : Math.min(6, outline + 1);
    if (heading !== undefined && !isBody && !style.region) {
      return { style: { kind: 'heading', level: heading, ...shown }, before: '' };
    }
    if (number !== undefined) {
      const list = valueOf(elementOf(pPr, 'w:numPr'), 'w:numId') ?? style.list ?? '';
      const level = this.#level(pPr, style, valueOf(pPr, 'w:pStyle'), list);
      const at = Math.min(9, Math.max(1, level + 1));
      return { style: { kind: 'list-item', level: at, ...shown }, before: '' };
    }
    return { style: { kind: style.kind ?? 'paragraph' }, before: '' };
  }

  #gap({ kind }: BlockStyle): '\n' | '\n\n' {
    const isClose = this.#tables.isInCell || !/^(?:paragraph|heading|quote)$/.test(kind);
    return isClose ? '\n' : '\n\n';
  }
}
