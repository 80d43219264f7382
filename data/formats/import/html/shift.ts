import type { Styles } from './css/cascade.ts';
import type { Look } from './look.ts';
import { attributeOf, isElement, type PageElement } from './tree.ts';

/**
 * Whether the words of an element stand higher or lower. Frames of style sheets set `sup` on the line and move it
 * up by other means: it is raised all the same. `above`: how those around it stand.
 */
export function shiftOf(one: PageElement, above: Look, styles: Styles): Look['shift'] {
  const { name } = one;
  const aligned = styles['vertical-align'] ?? '';
  if (name === 'sup' || aligned === 'super' || isNoteSign(one)) return 'raised';
  if (name === 'sub' || aligned === 'sub') return 'lowered';
  return shiftInFormula(one) ?? shiftBySize(aligned, styles) ?? above.shift;
}

/** The sign of a note that says so itself stands apart from the word before it, raised or not. */
function isNoteSign(one: PageElement): boolean {
  if (one.name !== 'a') return false;
  const role = `${attributeOf(one, 'epub:type')} ${attributeOf(one, 'role')}`.slice(0, 100);
  return role.length > 1 && /(?:^|\s)(?:doc-)?noteref(?:\s|$)/.test(role.toLowerCase());
}

/** Small letters that a style moves off the line, as programs write what stands higher or lower. */
function shiftBySize(aligned: string, styles: Styles): Look['shift'] | undefined {
  if (!isSmall(styles['font-size'] ?? '')) return undefined;
  const moved = /^relative/.test(styles['position'] ?? '') ? -sizeOf(styles['top'] ?? '') : 0;
  const up = sizeOf(aligned) || moved;
  return up > 0 ? 'raised' : up < 0 ? 'lowered' : undefined;
}

/** A length against the letters around, or in points; 0 for others. */
function sizeOf(value: string): number {
  const found = /^([+-]?\d{0,4}\.?\d{0,6})(?:em|ex|%|pt)/.exec(value)?.[1];
  const size = Number(found);
  return found === undefined || Number.isNaN(size) ? 0 : size;
}

/** Clearly smaller than the letters around. */
function isSmall(size: string): boolean {
  if (/^(?:smaller|x-small|xx-small)/.test(size)) return true;
  const share = sizeOf(size) / (size.includes('%') ? 100 : 1);
  return share > 0 && share < 0.9 && !size.includes('pt');
}

/** The second part of a power or an index in a formula stands higher or lower. */
function shiftInFormula(one: PageElement): Look['shift'] | undefined {
  const { parent } = one;
  if (parent?.name !== 'msup' && parent?.name !== 'msub') return undefined;
  let first = parent.first;
  while (first && !isElement(first)) first = first.next;
  if (first === one) return undefined;
  return parent.name === 'msup' ? 'raised' : 'lowered';
}
