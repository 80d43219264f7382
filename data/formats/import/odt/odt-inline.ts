import type { Look } from '../office/look.ts';
import { outwardAddress } from '../office/addresses.ts';
import { LatePlace } from '../office/late-place.ts';
import { elementOf, elementsOf, textOf, type XmlElement } from '../xml/xml-tree.ts';
import { numberOf } from './list-styles.ts';
import type { OdtContext } from './odt-context.ts';
import type { OdtStyle } from './odt-styles.ts';

/** Most spaces that one element stands for. */
const MOST_SPACES = 200;

/** Elements of a paragraph that hold no words of it. */
const SKIPPED =
  /^(?:office:annotation-end|text:(?:tracked-changes|soft-page-break|bookmark(?:-start|-end)?|(?:reference|toc|user-index|alphabetical-index)-mark(?:-start|-end)?)|form:.*|svg:.*|dc:.*)$/;

/** Writes text boxes and comments, which are stories of their own. */
export interface Besides {
  box(content: XmlElement): void;
  comment(annotation: XmlElement): void;
}

/** Writes the words of paragraphs. White space is folded, but for what elements stand for. */
export class OdtInline {
  readonly #context: OdtContext;
  readonly #besides: Besides;
  #base: OdtStyle = {};
  /** The last words ended in white space that the next folds into. */
  #isSpaced = true;

  constructor(context: OdtContext, besides: Besides) {
    this.#context = context;
    this.#besides = besides;
  }

  /** Writes a paragraph of a style. */
  paragraph(element: XmlElement, style: OdtStyle, look: Look = {}): void {
    this.#base = style;
    this.#isSpaced = true;
    const hides = elementsOf(element, 'text:hidden-paragraph').some(
      ({ attributes }) => attributes['text:is-hidden'] === 'true',
    );
    const hidden = hides || style.hidden ? { hidden: true } : {};
    this.#children(element, { ...look, ...hidden });
  }

  #children(element: XmlElement, look: Look): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#text(child, look);
      else this.#child(child, look);
    }
  }

  #text(text: string, look: Look): void {
    const folded = text.replace(/[\t\r\n ]+/g, ' ');
    const words = this.#isSpaced ? folded.replace(/^ /, '') : folded;
    if (words !== '') this.#add(words, look, words.endsWith(' '));
  }

  #add(words: string, look: Look, isSpaced: boolean): void {
    const { flow, inserting } = this.#context;
    const change = look.change ?? (inserting.size > 0 ? 'insertion' : undefined);
    flow.add(words, change ? { ...look, change } : look);
    this.#isSpaced = isSpaced;
  }

  #child(child: XmlElement, look: Look): void {
    const { attributes } = child;
    const { inserting, insertions, leftOut } = this.#context;
    const changed = attributes['text:change-id'] ?? '';
    switch (child.name) {
      case 'text:span':
        return this.#children(child, this.#spanLook(attributes['text:style-name'], look));
      case 'text:a': {
        const address = outwardAddress(attributes['xlink:href'] ?? '');
        return this.#children(child, address === undefined ? look : { ...look, address });
      }
      case 'text:s':
        return this.#add(
          ' '.repeat(Math.min(MOST_SPACES, numberOf(attributes['text:c']) ?? 1)),
          look,
          false,
        );
      case 'text:tab':
        return this.#add('\t', look, false);
      case 'text:line-break':
        return this.#add('\n', look, true);
      case 'text:note':
        return this.#note(child, look);
      case 'office:annotation':
        return this.#besides.comment(child);
      case 'text:change':
        return this.#deletion(changed);
      case 'text:change-start':
        if (insertions.has(changed)) inserting.add(changed);
        return;
      case 'text:change-end':
        inserting.delete(changed);
        return;
      case 'text:ruby': {
        const base = textOf(elementOf(child, 'text:ruby-base'));
        this.#context.flow.ruby(base, textOf(elementOf(child, 'text:ruby-text')), look);
        this.#isSpaced = false;
        return;
      }
      case 'text:hidden-text':
        return this.#text(attributes['text:string-value'] ?? textOf(child), {
          ...look,
          hidden: attributes['text:is-hidden'] === 'true',
        });
      case 'text:script':
        return void leftOut.add('script');
      default:
        if (child.name.startsWith('draw:')) this.#drawing(child);
        else if (!SKIPPED.test(child.name)) this.#children(child, look);
    }
  }

  /** How a span looks beside the plain words of its paragraph. */
  #spanLook(name: string | undefined, look: Look): Look {
    const style = this.#context.styles.of('text', name);
    const base = this.#base;
    const shift = style.shift === 'level' ? undefined : (style.shift ?? look.shift);
    const struck = style.struck && !base.struck ? 'deletion' : undefined;
    return {
      ...look,
      strong: (style.strong ?? look.strong ?? false) && !base.strong,
      emphasis: (style.emphasis ?? look.emphasis ?? false) && !base.emphasis,
      shift,
      hidden: style.hidden ?? look.hidden ?? false,
      change: look.change ?? struck,
    };
  }

  #note(note: XmlElement, look: Look): void {
    const body = elementOf(note, 'text:note-body');
    const number = textOf(elementOf(note, 'text:note-citation')).trim().slice(0, 40);
    if (!body) return;
    const place = new LatePlace();
    if (number !== '') this.#context.flow.noteSign(number, place, look);
    const isEnd = note.attributes['text:note-class'] === 'endnote';
    this.#context.notes.push({ number, place, body, isEnd });
    this.#isSpaced = false;
  }

  /** What was taken out here. */
  #deletion(id: string): void {
    const { deletions } = this.#context;
    const taken = deletions.get(id);
    deletions.delete(id);
    const some = taken ? elementsOf(taken).filter(({ name }) => /^text:[ph]$/.test(name)) : [];
    some.forEach((one, index) => {
      if (index > 0) this.#text(' ', { change: 'deletion' });
      this.#children(one, { change: 'deletion' });
    });
  }

  #drawing(drawing: XmlElement): void {
    const { leftOut } = this.#context;
    const stack = [drawing];
    for (let one = stack.pop(); one; one = stack.pop()) {
      if (one.name === 'draw:object' || one.name === 'draw:object-ole') {
        leftOut.add('embed');
        stack.length = 0;
        return;
      }
      if (one.name === 'draw:image') leftOut.add('picture');
      if (elementsOf(one).some(({ name }) => HOLDS.test(name))) this.#besides.box(one);
      else stack.push(...elementsOf(one).reverse());
    }
  }
}

/** What makes an element a box of text. */
const HOLDS = /^(?:text:(?:p|h|list)|table:table)$/;
