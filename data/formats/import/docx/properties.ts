import { elementOf, type XmlElement } from '../xml/xml-tree.ts';

/** The value of a property (`w:val` of an element in it); undefined when it is not there. */
export const valueOf = (properties: XmlElement | undefined, name: string): string | undefined => {
  const found = elementOf(properties, name);
  return found && (found.attributes['w:val'] ?? '');
};

/** A whole number that a property gives. */
export function numberOf(properties: XmlElement | undefined, name: string): number | undefined {
  const value = valueOf(properties, name);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Whether a property is switched on or off; undefined when nothing is said. */
export function switchOf(properties: XmlElement | undefined, name: string): boolean | undefined {
  const value = valueOf(properties, name);
  return value === undefined ? undefined : !/^(?:0|false|off|none)$/i.test(value);
}

/** How letters look by properties of a run or a style; what is not said is absent. */
export interface Letters {
  strong?: boolean;
  emphasis?: boolean;
  struck?: boolean;
  hidden?: boolean;
  /** Raised, lowered, or neither (`baseline`). */
  shift?: string;
  font?: string;
}

/** Letters of a size of their own that are moved off the line, which some programs write for raised ones. */
function moved(rPr: XmlElement): string | undefined {
  const position = numberOf(rPr, 'w:position') ?? 0;
  if (position === 0 || numberOf(rPr, 'w:sz') === undefined) return undefined;
  return position > 0 ? 'superscript' : 'subscript';
}

/** What `w:rPr` says of letters. */
export function lettersOf(rPr: XmlElement | undefined): Letters {
  if (!rPr) return {};
  const fonts = elementOf(rPr, 'w:rFonts')?.attributes;
  const found = {
    strong: switchOf(rPr, 'w:b') ?? switchOf(rPr, 'w:bCs'),
    emphasis: switchOf(rPr, 'w:i') ?? switchOf(rPr, 'w:iCs'),
    struck: switchOf(rPr, 'w:strike') ?? switchOf(rPr, 'w:dstrike'),
    hidden: switchOf(rPr, 'w:vanish'),
    shift: valueOf(rPr, 'w:vertAlign') ?? moved(rPr),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
