import type { Style } from '../block-writer.ts';
import type { Look } from './look.ts';

/** An attribute; its name is in small letters. */
export interface Attribute {
  name: string;
  value: string;
}

/** Words of a page, as they stand in it. */
export interface PageText {
  text: string;
  next?: PageNode | undefined;
}

/**
 * An element of a page. Children hang on each other, because a list of its own would cost each of a million
 * cells more than the cell. `parent` is where the page has it, the chain of children where it is shown:
 * they differ in the slots of a shadow tree.
 */
export interface PageElement {
  name: string;
  attributes: readonly Attribute[];
  parent: PageElement | undefined;
  first: PageNode | undefined;
  last: PageNode | undefined;
  next: PageNode | undefined;
  /** The element that it goes on with: one that was closed out of turn. */
  again: PageElement | undefined;
  /** The shadow tree that it belongs to; 0 is the page itself. */
  scope: number;
  /** How it is shown; set once the style sheets of the page are known. */
  look: Look | undefined;
  /** What it is beside the text, set once the whole page is known; empty: text, whatever is around it. */
  debris: Pick<Style, 'region' | 'guess'> | undefined;
}

export type PageNode = PageElement | PageText;

/** An element without children. */
export function element(name: string, attributes: readonly Attribute[]): PageElement {
  return {
    name,
    attributes,
    parent: undefined,
    first: undefined,
    last: undefined,
    next: undefined,
    again: undefined,
    scope: 0,
    look: undefined,
    debris: undefined,
  };
}

export const isElement = (node: PageNode): node is PageElement => 'attributes' in node;

/** Puts a node behind the last child. */
export function append(parent: PageElement, node: PageNode): void {
  if (isElement(node)) node.parent ??= parent;
  if (parent.last) parent.last.next = node;
  else parent.first = node;
  parent.last = node;
  node.next = undefined;
}

/** The children of an element, in order. */
export function* childrenOf(parent: PageElement): Generator<PageNode, void, undefined> {
  for (let node = parent.first; node;) {
    const { next } = node;
    yield node;
    node = next;
  }
}

/** The value of an attribute; empty when it is absent. */
export function attributeOf({ attributes }: PageElement, key: string): string {
  for (const { name, value } of attributes) if (name === key) return value;
  return '';
}

export const hasAttribute = ({ attributes }: PageElement, key: string): boolean =>
  attributes.some(({ name }) => name === key);

/** Every element in and below one, itself first. */
export function* elementsIn(root: PageElement): Generator<PageElement, void, undefined> {
  const open: PageNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node !== root && node.next) open.push(node.next);
    if (!isElement(node)) continue;
    yield node;
    if (node.first) open.push(node.first);
  }
}

/** The words in an element, at most `most` code units of them; scripts and the like included. */
export function wordsOf(root: PageElement, most = 4000): string {
  let words = '';
  const open: PageNode[] = root.first ? [root.first] : [];
  for (let node = open.pop(); node && words.length < most; node = open.pop()) {
    if (node.next) open.push(node.next);
    if (!isElement(node)) words += node.text;
    else if (node.first) open.push(node.first);
  }
  return words.slice(0, most);
}
