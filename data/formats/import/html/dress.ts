import { Cascade, type Styles } from './css/cascade.ts';
import { isOutOfSight } from './css/clipped.ts';
import { holdsForScreen } from './css/media.ts';
import { StyleSheet, type Rule } from './css/sheet.ts';
import { BLOCKS } from './elements.ts';
import type { Display, Look, Spaces } from './look.ts';
import { shiftOf } from './shift.ts';
import {
  attributeOf,
  childrenOf,
  elementsIn,
  hasAttribute,
  isElement,
  wordsOf,
  type PageElement,
} from './tree.ts';

/** Most of the style sheets of a page that is read, in code units. */
const MOST_CSS = 4 * 1024 * 1024;

/** What elements are for a browser before the page has its say. */
const DISPLAYS: ReadonlyMap<string, Display> = new Map([
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['table', 'table'],
  ['thead', 'contents'],
  ['tbody', 'contents'],
  ['tfoot', 'contents'],
  ['slot', 'contents'],
]);

/** Values of `display` as far as a text depends on them; others are inline. */
const VALUES: ReadonlyMap<string, Display> = new Map([
  ['none', 'none'],
  ['contents', 'contents'],
  ['flex', 'flex'],
  ['grid', 'flex'],
  ['table', 'table'],
  ['inline-table', 'table'],
  ['table-row', 'row'],
  ['table-cell', 'cell'],
  ['table-row-group', 'contents'],
  ['table-header-group', 'contents'],
  ['table-footer-group', 'contents'],
  ['inline', 'inline'],
  ['inline-block', 'inline'],
  ['inline-flex', 'inline'],
  ['inline-grid', 'inline'],
  ['initial', 'inline'],
  ...['block', 'flow-root', 'list-item', 'table-caption', '-webkit-box', 'run-in'].map(
    (value): [string, Display] => [value, 'block'],
  ),
]);

const PLAIN: Look = { display: 'block', invisible: false, spaces: 'normal', marker: '', shift: '' };

/**
 * Tells of every element how it is shown, by its name, its attributes and the style sheets of the page.
 * `sheet`: gives a style sheet that came with the page, by its address.
 */
export function dress(
  root: PageElement,
  sheet: (address: string) => StyleSheet | undefined = () => undefined,
): void {
  const rules = rulesOf(root, sheet);
  const cascade = new Cascade(rules);
  const hasRules = rules.size > 0;
  root.look = PLAIN;
  const open: PageElement[] = [root];
  for (let above = open.pop(); above; above = open.pop()) {
    for (const one of childrenOf(above)) {
      if (!isElement(one)) continue;
      const isStyled = hasRules || hasAttribute(one, 'style');
      const styles = isStyled ? cascade.stylesOf(one, innerTree(one)) : {};
      one.look = lookOf(one, above.look ?? PLAIN, styles);
      open.push(one);
    }
  }
}

/** The shadow tree that an element holds, by its number. */
function innerTree(one: PageElement): number | undefined {
  for (const child of childrenOf(one)) {
    if (isElement(child)) return child.parent?.parent === one ? child.scope : undefined;
  }
  return undefined;
}

/** What the style sheets of a page and of its shadow trees say. */
function rulesOf(
  root: PageElement,
  sheet: (address: string) => StyleSheet | undefined,
): Map<number, Rule[]> {
  const rules = new Map<number, Rule[]>();
  let left = MOST_CSS;
  for (const one of elementsIn(root)) {
    if (left <= 0 || (one.name !== 'style' && one.name !== 'link') || !isSheet(one)) continue;
    const found = one.name === 'style' ? new StyleSheet(wordsOf(one, left)) : linked(one, sheet);
    if (!found || found.css.length > left) continue;
    left -= found.css.length;
    const own = rules.get(one.scope) ?? [];
    rules.set(one.scope, own);
    found.addTo(own);
  }
  for (const [scope, own] of rules) if (own.length === 0) rules.delete(scope);
  return rules;
}

/** A sheet that stands in a file of its own, if it came with the page. */
function linked(
  link: PageElement,
  sheet: (address: string) => StyleSheet | undefined,
): StyleSheet | undefined {
  const isUsed = /^\s*stylesheet\s*$/i.test(attributeOf(link, 'rel'));
  return isUsed ? sheet(attributeOf(link, 'href').trim()) : undefined;
}

function isSheet(style: PageElement): boolean {
  const type = attributeOf(style, 'type').trim().toLowerCase();
  if (type !== '' && type !== 'text/css') return false;
  const { parent } = style;
  // Scripts run where somebody reads: what is for the others says nothing.
  if (parent?.name === 'noscript' || parent?.name === 'svg') return false;
  return holdsForScreen(attributeOf(style, 'media'));
}

function lookOf(one: PageElement, above: Look, styles: Styles): Look {
  const isWhole = one.name === 'body' || one.name === 'html';
  const display = displayOf(one, above, styles);
  const visibility = styles['visibility'];
  const isInvisible = visibility === 'hidden' || visibility === 'collapse';
  const look: Look = {
    // A page that hides itself does so until its scripts have run.
    display: isWhole && display === 'none' ? 'block' : display,
    invisible: visibility === undefined ? above.invisible : isInvisible && !isWhole,
    spaces: spacesOf(one, above, styles['white-space']),
    marker: markerOf(one, styles['list-style-type']) ?? above.marker,
    shift: shiftOf(one, above, styles),
  };
  return isSame(look, above) ? above : look;
}

const isSame = (one: Look, other: Look): boolean =>
  one.display === other.display &&
  one.invisible === other.invisible &&
  one.spaces === other.spaces &&
  one.marker === other.marker &&
  one.shift === other.shift;

function displayOf(one: PageElement, above: Look, styles: Styles): Display {
  const { name } = one;
  if (name === 'noscript') return 'none';
  const given = styles['display'];
  const value = given === undefined ? undefined : VALUES.get(given.split(/\s/, 1)[0] ?? '');
  const own = value ?? DISPLAYS.get(name) ?? (BLOCKS.has(name) ? 'block' : 'inline');
  if (isOutOfSight(styles) || (value === undefined && isHiddenByItself(one))) return 'none';
  return own === 'inline' && above.display === 'flex' ? 'block' : own;
}

/** What a browser does not show unless the page says so. `aria-hidden` hides from ears, not from eyes. */
function isHiddenByItself(one: PageElement): boolean {
  if (hasAttribute(one, 'hidden') || hasAttribute(one, 'popover')) return true;
  return one.name === 'dialog' && !hasAttribute(one, 'open');
}

function spacesOf({ name }: PageElement, above: Look, value: string | undefined): Spaces {
  if (value === undefined || value === 'inherit') {
    const isPre = /^(?:pre|xmp|listing|plaintext|textarea)$/.test(name);
    return isPre ? 'pre' : name === 'table' ? 'normal' : above.spaces;
  }
  if (value === 'pre-line') return 'pre-line';
  return /^(?:pre|pre-wrap|break-spaces|preserve)/.test(value) ? 'pre' : 'normal';
}

function markerOf({ name }: PageElement, value: string | undefined): string | undefined {
  if (value !== undefined && value !== 'inherit') return value;
  return name === 'ol' || name === 'ul' || name === 'menu' || name === 'dir' ? '' : undefined;
}
