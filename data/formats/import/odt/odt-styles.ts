import { meaningOf, type StyleMeaning } from '../office/style-names.ts';
import { elementOf, elementsOf, type XmlElement } from '../xml/xml-tree.ts';
import { listStyleOf, type ListStyle } from './list-styles.ts';

/** What a style says, those above it included; what is not said is absent. */
export interface OdtStyle extends StyleMeaning {
  strong?: boolean;
  emphasis?: boolean;
  struck?: boolean;
  hidden?: boolean;
  shift?: 'raised' | 'lowered' | 'level';
  breakBefore?: boolean;
  breakAfter?: boolean;
  /** The list style of paragraphs whose list names none. */
  list?: string;
}

/** The styles of a document by family and name. */
export class OdtStyles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #known = new Map<string, OdtStyle>();
  readonly #lists = new Map<string, ListStyle>();
  /** How headings are numbered. */
  outline: ListStyle = new Map();

  /** Takes in a group of styles; later ones of the same name hold. */
  add(group: XmlElement | undefined): void {
    for (const style of group ? elementsOf(group) : []) {
      const name = style.attributes['style:name'] ?? '';
      if (style.name === 'style:style') {
        this.#elements.set(`${style.attributes['style:family'] ?? ''}/${name}`, style);
      } else if (style.name === 'text:list-style') this.#lists.set(name, listStyleOf(style));
      else if (style.name === 'text:outline-style') this.outline = listStyleOf(style);
    }
  }

  list(name: string): ListStyle | undefined {
    return this.#lists.get(name);
  }

  /** A style; what leads in circles ends where it began. */
  of(family: 'paragraph' | 'text', name: string | undefined): OdtStyle {
    if (name === undefined) return {};
    const known = this.#known.get(`${family}/${name}`);
    if (known) return known;
    const chain: XmlElement[] = [];
    const seen = new Set<string>();
    for (let at: string | undefined = name; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const style = this.#elements.get(`${family}/${at}`);
      if (style) chain.push(style);
      at = style?.attributes['style:parent-style-name'];
    }
    let found: OdtStyle = chain.length === 0 ? meaningOf(shownName(name)) : {};
    for (const style of chain.reverse()) found = { ...found, ...said(style) };
    this.#known.set(`${family}/${name}`, found);
    return found;
  }
}

const shownName = (name: string): string => name.replace(/_20_/g, ' ');

/** What one style says by itself. */
function said(style: XmlElement): OdtStyle {
  const letters = elementOf(style, 'style:text-properties')?.attributes ?? {};
  const lines = elementOf(style, 'style:paragraph-properties')?.attributes ?? {};
  const { 'style:display-name': shown, 'style:name': name = '' } = style.attributes;
  const weight = letters['fo:font-weight'];
  const slant = letters['fo:font-style'];
  const through = letters['style:text-line-through-style'];
  const position = letters['style:text-position'];
  const display = letters['text:display'];
  const found = {
    ...meaningOf(shown ?? shownName(name)),
    strong: weight === undefined ? undefined : /^(?:bold|[6-9]00)$/.test(weight),
    emphasis: slant === undefined ? undefined : /^(?:italic|oblique)$/.test(slant),
    struck: through === undefined ? undefined : through !== 'none',
    hidden: display === undefined ? undefined : display === 'none',
    shift: position === undefined ? undefined : shiftOf(position),
    breakBefore: breaks(lines['fo:break-before'], style.attributes['style:master-page-name']),
    breakAfter: breaks(lines['fo:break-after']),
    list: style.attributes['style:list-style-name'] || undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function shiftOf(position: string): 'raised' | 'lowered' | 'level' {
  if (/^\s*(?:super|[1-9])/.test(position)) return 'raised';
  return /^\s*(?:sub|-\d*[1-9])/.test(position) ? 'lowered' : 'level';
}

function breaks(value: string | undefined, page?: string): boolean | undefined {
  if (page !== undefined && page !== '') return true;
  return value === undefined ? undefined : value === 'page';
}
