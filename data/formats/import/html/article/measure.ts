import { HtmlLeftOut } from '../left-out.ts';
import { attributeOf, childrenOf, isElement, type PageElement, type PageNode } from '../tree.ts';

/** What there is in an element, as far as a reader sees it. */
export interface Measure {
  /** Letters of its words, white space folded; those in links, weighed; those in headings, in lists. */
  length: number;
  linked: number;
  headings: number;
  listed: number;
  /** Letters in elements that hold words rather than boxes. */
  inline: number;
  commas: number;
  paragraphs: number;
  pictures: number;
  items: number;
  inputs: number;
  embeds: number;
}

export type Measures = ReadonlyMap<PageElement, Measure>;

const COMMAS = /[,\u060c\ufe50\ufe10\ufe11\u2e41\u2e34\u2e32\uff0c\u3001]/g;
const WORDS = /^(?:span|li|td|blockquote|dl|div|img|ol|p|pre|table|ul)$/;

const nothing = (): Measure => ({
  length: 0,
  linked: 0,
  headings: 0,
  listed: 0,
  inline: 0,
  commas: 0,
  paragraphs: 0,
  pictures: 0,
  items: 0,
  inputs: 0,
  embeds: 0,
});

/** Whether an element is no part of what a reader sees. */
export const isUnseen = (one: PageElement): boolean =>
  one.look?.display === 'none' || one.look?.invisible === true;

/** What is in every element in and below one, without what is removed and what nobody sees. */
export function measured(root: PageElement, removed: ReadonlySet<PageElement>): Measures {
  const all = new Map<PageElement, Measure>();
  const visit = (one: PageElement): Measure => {
    const sum = nothing();
    for (const child of childrenOf(one)) {
      if (!isElement(child)) addText(sum, child.text);
      else if (!removed.has(child) && !isUnseen(child)) add(sum, child, visit(child));
    }
    all.set(one, sum);
    return sum;
  };
  visit(root);
  return all;
}

function addText(sum: Measure, text: string): void {
  const { length } = text.replace(/\s+/g, ' ');
  sum.length += text.trim() === '' ? 0 : length;
  sum.commas += text.match(COMMAS)?.length ?? 0;
}

function add(sum: Measure, child: PageElement, inside: Measure): void {
  const { name } = child;
  if (HtmlLeftOut.leaves(child)) {
    if (name === 'img' || name === 'image') sum.pictures++;
    else if (name === 'input') sum.inputs++;
    else if (/^(?:object|embed|iframe)$/.test(name)) sum.embeds++;
    return;
  }
  for (const key of KEYS) sum[key] += inside[key];
  if (name === 'a') {
    const isInPage = attributeOf(child, 'href').startsWith('#');
    sum.linked += inside.length * (isInPage ? 0.3 : 1) - inside.linked;
  } else if (/^h[1-6]$/.test(name)) sum.headings += inside.length - inside.headings;
  else if (name === 'ul' || name === 'ol') sum.listed += inside.length - inside.listed;
  if (WORDS.test(name)) sum.inline = sum.inline - inside.inline + inside.length;
  if (name === 'p') sum.paragraphs++;
  if (name === 'li') sum.items++;
}

const KEYS = Object.keys(nothing()) as (keyof Measure)[];

/** How much of the words lies in links: 0 to 1. */
export const linkDensity = ({ length, linked }: Measure): number =>
  length === 0 ? 0 : Math.min(1, linked / length);

/** Whether a node is a box of its own, so that what stands beside it is a paragraph of its own. */
export const isBox = (node: PageNode): boolean =>
  isElement(node) &&
  /^(?:blockquote|dl|div|img|ol|p|pre|table|ul|section|article|h[1-6])$/.test(node.name);
