import type { Style } from '../block-writer.ts';
import { kindByElement, kindByNames, softKind } from './debris-names.ts';
import { attributeOf, childrenOf, isElement, wordsOf, type PageElement } from './tree.ts';

type Debris = Pick<Style, 'region' | 'guess'>;

/** Elements that hold the page as a whole: their class names say nothing about their text. */
const WHOLE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'h1']);
/** Shortest paragraph that is prose, in code units, and what is looked at of an element to find one. */
const PROSE = 140;
const SEEN = 300;

/** Tells of the elements of a page what they are beside its text, by what they are and how they are called. */
export function flagRegions(root: PageElement): void {
  const open: { one: PageElement; above: Debris; isInArticle: boolean }[] = [
    { one: root, above: {}, isInArticle: false },
  ];
  for (let top = open.pop(); top; top = open.pop()) {
    const { one, above } = top;
    const own = debrisOf(one, above, top.isInArticle);
    if (own !== above) one.debris = own;
    const isInArticle = top.isInArticle || one.name === 'article' || one.name === 'main';
    for (const child of childrenOf(one)) {
      if (isElement(child)) open.push({ one: child, above: own, isInArticle });
    }
  }
}

/** Debris is handed down; only the main part of a page and its headline step out of a guess. */
function debrisOf(one: PageElement, above: Debris, isInArticle: boolean): Debris {
  const { name } = one;
  if (above.region !== undefined && !above.guess) return above;
  if (name === 'main' || name === 'h1') return above.region === undefined ? above : {};
  if (name === 'footer' && isIn(one, 'blockquote')) return above;
  const sure = kindByElement(name, attributeOf(one, 'role'));
  const named = WHOLE.has(name) ? undefined : namedKind(one);
  if (sure === 'navigation' && named === 'breadcrumb') return { region: named };
  if (
    sure !== undefined &&
    sure !== 'caption' &&
    isInArticle &&
    named === undefined &&
    hasProse(one)
  ) {
    return above;
  }
  if (sure !== undefined) return { region: named ?? sure };
  const guess = named ?? (isInArticle && hasProse(one) ? undefined : softKind(name));
  return guess === undefined ? above : { region: guess, guess: true };
}

function namedKind(one: PageElement): Debris['region'] {
  const label = attributeOf(one, 'aria-label').slice(0, 40);
  if (one.name === 'nav' && /bread/i.test(label)) return 'breadcrumb';
  return kindByNames(attributeOf(one, 'class'), attributeOf(one, 'id'));
}

/** Whether an element is the child, or the child of a child, of one of a name. */
function isIn({ parent }: PageElement, name: string): boolean {
  return parent?.name === name || parent?.parent?.name === name;
}

/** Whether there is a paragraph in an element that reads like one of an article. */
function hasProse(one: PageElement): boolean {
  const open: PageElement[] = [one];
  for (let at = open.pop(), seen = 0; at && seen < SEEN; at = open.pop(), seen++) {
    if (at.name === 'p' && isProse(at)) return true;
    for (const child of childrenOf(at)) if (isElement(child)) open.push(child);
  }
  return false;
}

/** Whether a paragraph is long, and not made of links. */
function isProse(paragraph: PageElement): boolean {
  const words = wordsOf(paragraph, 2000).trim();
  if (words.length < PROSE || !/[.!?…。؟।]/u.test(words)) return false;
  let linked = 0;
  for (const child of childrenOf(paragraph)) {
    if (isElement(child) && child.name === 'a') linked += wordsOf(child, 2000).length;
  }
  return linked * 3 < words.length;
}
