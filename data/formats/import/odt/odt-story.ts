import type { Style } from '../block-writer.ts';
import type { Beside } from '../office/beside.ts';
import type { PieceHandler } from '../office/qualified.ts';
import { elementOf, elementsOf, textOf, type XmlElement } from '../xml/xml-tree.ts';
import { numberOf } from './list-styles.ts';
import { OdtLists } from './lists.ts';
import type { OdtContext } from './odt-context.ts';
import { OdtInline } from './odt-inline.ts';
import type { OdtStyle } from './odt-styles.ts';
import { OdtTables } from './odt-tables.ts';
import { INDEXES, WHOLE } from './vocabulary.ts';

type Attributes = Readonly<Record<string, string>>;

/** Writes a story of a document, paragraph by paragraph: its text, a note, a comment, a header, a box. */
export class OdtStory implements PieceHandler {
  readonly #context: OdtContext;
  readonly #inline: OdtInline;
  readonly #tables: OdtTables;
  readonly #lists: OdtLists;
  #beside: Beside | undefined;

  constructor(context: OdtContext, beside?: Beside) {
    this.#context = context;
    this.#beside = beside;
    this.#tables = new OdtTables(context.flow, (again) => this.#paragraph(again));
    this.#lists = new OdtLists(context.styles);
    this.#inline = new OdtInline(context, {
      box: (content) => context.flow.later(() => new OdtStory(context, this.#beside).walk(content)),
      comment: (annotation) => this.#comment(annotation),
    });
  }

  /** Writes all that is in an element. */
  walk(element: XmlElement): void {
    for (const child of elementsOf(element)) {
      if (WHOLE.has(child.name)) {
        this.piece(child);
        continue;
      }
      this.enter(child.name, child.attributes);
      this.walk(child);
      this.leave(child.name);
    }
  }

  enter(name: string, attributes: Attributes): void {
    const { flow, inserting, insertions } = this.#context;
    if (name === 'text:list') this.#lists.begin(attributes);
    else if (name === 'text:list-item') this.#lists.item(attributes, false);
    else if (name === 'text:list-header') this.#lists.item(attributes, true);
    else if (INDEXES.has(name)) flow.enter('navigation');
    else if (name === 'text:section') flow.enter(isHidden(attributes) ? 'hidden' : undefined);
    else if (name === 'text:change-start') {
      const id = attributes['text:change-id'] ?? '';
      if (insertions.has(id)) inserting.add(id);
    } else if (name === 'text:change-end') inserting.delete(attributes['text:change-id'] ?? '');
    else if (name === 'text:change') this.#deletion(attributes['text:change-id'] ?? '');
    else this.#tables.enter(name, attributes);
  }

  leave(name: string): void {
    if (name === 'text:list') this.#lists.end();
    else if (INDEXES.has(name) || name === 'text:section') this.#context.flow.leave();
    else this.#tables.leave(name);
  }

  piece(element: XmlElement): void {
    if (element.name === 'text:p' || element.name === 'text:h') {
      this.#tables.keep(element);
      this.#paragraph(element);
    } else if (element.name === 'text:tracked-changes') this.#changes(element);
    else if (element.name === 'draw:frame') {
      this.#inline.paragraph({ name: 'text:p', attributes: {}, children: [element] }, {});
      this.#context.flow.end('\n');
    } else if (element.name === 'office:forms' && element.children.length > 0) {
      this.#context.leftOut.add('control');
    }
  }

  #paragraph(element: XmlElement): void {
    const { flow, styles } = this.#context;
    const style = styles.of('paragraph', element.attributes['text:style-name']);
    if (style.breakBefore && !this.#beside) flow.pageBreak();
    const look = this.#look(element, style);
    const gap = this.#gap(look.style);
    flow.begin(look.style, gap);
    this.#beside?.begins?.();
    if (look.before !== '') flow.add(look.before);
    if (this.#beside) this.#beside = { kind: this.#beside.kind };
    flow.within(style.region, () => {
      this.#inline.paragraph(element, style);
      flow.end(gap);
    });
    if (style.tells === 'title') this.#context.title ??= textOf(element);
    if (style.breakAfter && !this.#beside) flow.pageBreak();
  }

  /** How the block of a paragraph looks, and what stands before its words where a block has no number. */
  #look(element: XmlElement, style: OdtStyle): { style: Style; before: string } {
    const item = this.#lists.next(style.list);
    const outline = numberOf(element.attributes['text:outline-level']) ?? 1;
    const level = element.name === 'text:h' ? Math.max(1, outline) : style.heading;
    const isHeading = level !== undefined && !style.region;
    const counted =
      element.name === 'text:h' && !item ? this.#lists.heading(outline, element.attributes) : '';
    const number = (item?.number ?? '') || counted;
    const shown = number === '' ? {} : { number };
    const before = number === '' ? '' : `${number} `;
    const beside = this.#beside;
    if (beside) {
      const own = beside.number === undefined ? {} : { number: beside.number };
      return { style: { kind: beside.kind, ...own }, before: `${beside.before ?? ''}${before}` };
    }
    if (this.#tables.isInCell) return { style: { kind: 'paragraph' }, before };
    if (isHeading) {
      return { style: { kind: 'heading', level: Math.min(6, level), ...shown }, before: '' };
    }
    if (item)
      return { style: { kind: 'list-item', level: Math.min(9, item.level), ...shown }, before: '' };
    return { style: { kind: style.kind ?? 'paragraph' }, before: '' };
  }

  #gap({ kind }: Style): '\n' | '\n\n' {
    const isClose =
      this.#tables.isInCell || this.#lists.depth > 0 || !/^(?:paragraph|heading|quote)$/.test(kind);
    return isClose ? '\n' : '\n\n';
  }

  #comment(annotation: XmlElement): void {
    const context = this.#context;
    const who = textOf(elementOf(annotation, 'dc:creator')).trim();
    const before = who === '' ? '' : `${who}: `;
    context.flow.later(() => new OdtStory(context, { kind: 'comment', before }).walk(annotation));
  }

  /** What was taken out between paragraphs. */
  #deletion(id: string): void {
    const { deletions, flow } = this.#context;
    const taken = deletions.get(id);
    deletions.delete(id);
    for (const one of taken ? elementsOf(taken) : []) {
      if (!/^text:[ph]$/.test(one.name)) continue;
      flow.begin({ kind: 'paragraph' }, '\n\n');
      this.#inline.paragraph(one, {}, { change: 'deletion' });
      flow.end('\n\n');
    }
  }

  /** What was changed while changes were recorded. */
  #changes(element: XmlElement): void {
    const { deletions, insertions } = this.#context;
    for (const region of elementsOf(element, 'text:changed-region')) {
      const id = region.attributes['xml:id'] ?? region.attributes['text:id'] ?? '';
      const deletion = elementOf(region, 'text:deletion');
      if (deletion) deletions.set(id, deletion);
      if (elementOf(region, 'text:insertion')) insertions.add(id);
    }
  }
}

const isHidden = (attributes: Attributes): boolean =>
  attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true';
