import type { Style } from '../block-writer.ts';
import type { Article } from './article/find.ts';
import { kindByElement, kindByNames, softKind } from './debris-names.ts';
import {
  attributeOf,
  childrenOf,
  elementsIn,
  isElement,
  wordsOf,
  type PageElement,
} from './tree.ts';

type Debris = Pick<Style, 'region' | 'guess'>;

/** Elements that hold the page as a whole: their class names say nothing about their text. */
const WHOLE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'h1']);
/** Shortest paragraph that is prose, in code units, and what is looked at of an element to find one. */
const PROSE = 140;
const SEEN = 300;
/** Longest block of a headline and who wrote below it, in code units. */
const TITLE_BLOCK = 600;

/** Where an element stands, as far as it matters to what it is. */
interface Where {
  above: Debris;
  /** Within an element that says that it is the article. */
  isInArticle: boolean;
}

/** Tells of the elements of a page what they are beside its text, by what they are and how they are called. */
export function flagRegions(root: PageElement): void {
  walk(root, { above: {}, isInArticle: false }, (one, { above, isInArticle }) =>
    debrisOf(one, above, isInArticle),
  );
}

/**
 * The same for a page that came from the web for the sake of one article: what stands around it is debris,
 * whatever it is called. Prose stays where nothing but its place speaks against it.
 */
export function flagAround(root: PageElement, { roots, removed, hasHeadline }: Article): void {
  let isBefore = true;
  const title = titleOf(root);
  walk(
    root,
    { above: {}, isInArticle: false },
    (one, { above, isInArticle }) => {
      if (roots.has(one)) {
        isBefore = false;
        return {};
      }
      const isWithin = isInArticle && above.region === undefined;
      const isRemoved = removed.has(one) && !isTitleBlock(one, title);
      if (isWithin) return insideOf(one, above, isRemoved);
      if (one.name === 'h1' && isBefore && !hasHeadline) return {};
      return outsideOf(one, above, isInOwn(one));
    },
    roots,
  );
}

/** Debris within an article: what it cannot be by its place or is by its name, as long as it is no prose. */
function insideOf(one: PageElement, above: Debris, isRemoved: boolean): Debris {
  const sure = kindByElement(one.name, attributeOf(one, 'role'));
  const named = WHOLE.has(one.name) ? undefined : namedKind(one);
  if (one.name === 'footer' && isIn(one, 'blockquote')) return above;
  const region = isRemoved ? (named ?? sure ?? 'boilerplate') : (named ?? sure);
  if (region === undefined) return above;
  const isCertain = isRemoved && named !== undefined;
  return !isCertain && region !== 'caption' && hasProse(one) ? above : { region };
}

/** The words of the first `<title>`. */
function titleOf(root: PageElement): string {
  for (const one of elementsIn(root)) if (one.name === 'title') return wordsOf(one, 2000).trim();
  return '';
}

/** Whether an element is little more than the headline by which the page is called. */
function isTitleBlock(one: PageElement, title: string): boolean {
  if (title === '' || wordsOf(one, TITLE_BLOCK).length >= TITLE_BLOCK) return false;
  for (const inner of elementsIn(one)) {
    const words = inner.name === 'h1' ? wordsOf(inner, 2000).trim() : '';
    if (words !== '' && title.startsWith(words)) return true;
  }
  return false;
}

function outsideOf(one: PageElement, above: Debris, isOfArticle: boolean): Debris {
  const sure = kindByElement(one.name, attributeOf(one, 'role'));
  const named = WHOLE.has(one.name) ? undefined : namedKind(one);
  const byElement = sure ?? softKind(one.name);
  const own = named ?? (isOfArticle && hasProse(one) ? undefined : byElement);
  const isNameless = above.region === undefined || above.region === 'boilerplate';
  if (isNameless && own === undefined && one.name === 'p' && isProse(one)) return {};
  if (isNameless) return { region: own ?? 'boilerplate' };
  return above;
}

/** Whether an element is the head, the foot or a box of an element that says that it is an article. */
const isInOwn = ({ parent }: PageElement): boolean =>
  parent?.name === 'article' || parent?.parent?.name === 'article';

function walk(
  root: PageElement,
  from: Where,
  look: (one: PageElement, where: Where) => Debris,
  roots: ReadonlySet<PageElement> = new Set(),
): void {
  const open: { one: PageElement; where: Where }[] = [{ one: root, where: from }];
  for (let top = open.pop(); top; top = open.pop()) {
    const { one, where } = top;
    const own = look(one, where);
    if (own !== where.above) one.debris = own;
    const isArticle = roots.size > 0 ? roots.has(one) : /^(?:article|main)$/.test(one.name);
    const inside = { above: own, isInArticle: where.isInArticle || isArticle };
    const children: PageElement[] = [];
    for (const child of childrenOf(one)) if (isElement(child)) children.push(child);
    for (const child of children.reverse()) open.push({ one: child, where: inside });
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

/** What the names of an element suggest. Names of a few words in a line mean how they look, as in code. */
function namedKind(one: PageElement): Debris['region'] {
  const label = attributeOf(one, 'aria-label').slice(0, 40);
  if (one.name === 'nav' && /bread/i.test(label)) return 'breadcrumb';
  const kind = kindByNames(attributeOf(one, 'class'), attributeOf(one, 'id'));
  const isInLine = one.look?.display === 'inline' && !one.name.includes('-');
  return isInLine && kind !== 'caption' && kind !== 'credit' && kind !== 'share' ? undefined : kind;
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
