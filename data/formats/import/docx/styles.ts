import { elementOf, elementsOf, type XmlElement } from '../xml/xml-tree.ts';
import { lettersOf, numberOf, switchOf, valueOf, type Letters } from './properties.ts';
import { meaningOf, type StyleMeaning } from '../office/style-names.ts';

/** What a style says, all styles that it is based on included. */
export interface Style extends StyleMeaning {
  letters: Letters;
  /** List that its paragraphs belong to, and their level in it. */
  list?: string;
  level?: number;
  pageBreakBefore?: boolean;
}

const PLAIN: Style = { letters: {} };

/** The styles of a document, by their ids. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #known = new Map<string, Style>();
  #usual = '';

  constructor(root?: XmlElement) {
    for (const style of root ? elementsOf(root, 'w:style') : []) {
      const id = style.attributes['w:styleId'] ?? '';
      this.#elements.set(id, style);
      const isDefault = /^(?:1|true|on)$/i.test(style.attributes['w:default'] ?? '');
      if (isDefault && style.attributes['w:type'] === 'paragraph') this.#usual = id;
    }
  }

  /** A style by its id; that of plain paragraphs without one. */
  of(id = this.#usual): Style {
    const known = this.#known.get(id);
    if (known) return known;
    const chain: XmlElement[] = [];
    const seen = new Set<string>();
    let base: Style = PLAIN;
    for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const above = this.#known.get(at);
      if (above) {
        base = above;
        break;
      }
      const style = this.#elements.get(at);
      if (!style) break;
      chain.push(style);
      at = valueOf(style, 'w:basedOn');
    }
    // A style that is not declared may still have a name that tells.
    if (chain.length === 0 && base === PLAIN) base = { ...PLAIN, ...meaningOf(id) };
    for (const style of chain.reverse()) {
      base = derived(base, style);
      this.#known.set(style.attributes['w:styleId'] ?? '', base);
    }
    this.#known.set(id, base);
    return base;
  }
}

/** A style that says more than the one it is based on. */
function derived(base: Style, element: XmlElement): Style {
  const pPr = elementOf(element, 'w:pPr');
  const numPr = elementOf(pPr, 'w:numPr');
  const own = meaningOf(valueOf(element, 'w:name') ?? '');
  const outline = numberOf(pPr, 'w:outlineLvl');
  const list = valueOf(numPr, 'w:numId');
  const level = numberOf(numPr, 'w:ilvl');
  const breaks = switchOf(pPr, 'w:pageBreakBefore');
  const { heading, tells: _, ...rest } = base;
  const look: Style = {
    ...rest,
    ...(heading !== undefined && { heading }),
    ...own,
    letters: { ...base.letters, ...lettersOf(elementOf(element, 'w:rPr')) },
    ...(list !== undefined && { list }),
    ...(level !== undefined && { level }),
    ...(breaks !== undefined && { pageBreakBefore: breaks }),
  };
  if (outline !== undefined && own.heading === undefined) {
    if (outline >= 0 && outline < 9) look.heading = Math.min(6, outline + 1);
    else delete look.heading;
  }
  return look;
}
