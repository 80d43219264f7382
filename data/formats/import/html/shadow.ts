import {
  append,
  attributeOf,
  childrenOf,
  element,
  isElement,
  type PageElement,
  type PageNode,
} from './tree.ts';

/** Trees put into each other deeper than this are left as they are written. */
const DEEPEST = 400;
/** What marks a shadow tree: in pages, in the drafts before, and in what Blink saves. */
const MODES = ['shadowrootmode', 'shadowroot', 'shadowmode'];

/**
 * Puts every declarative shadow tree of a page where a browser shows it: the template in the place of what
 * its host holds, and that into the slots of the template. What finds no slot is shown nowhere: it stays
 * behind as hidden. Each tree gets a number, by which its own style sheets are found. In proportion to the page.
 */
export function composeShadows(root: PageElement): void {
  let trees = 0;
  const open: { node: PageNode; depth: number }[] = [{ node: root, depth: 0 }];
  for (let top = open.pop(); top; top = open.pop()) {
    const { node, depth } = top;
    if (!isElement(node)) continue;
    const template = shadowOf(node);
    if (template && depth < DEEPEST) compose(node, template, ++trees);
    else if (template) template.name = 'div';
    for (const child of childrenOf(node)) open.push({ node: child, depth: depth + 1 });
  }
}

function shadowOf(host: PageElement): PageElement | undefined {
  for (const child of childrenOf(host)) {
    const isShadow =
      isElement(child) &&
      child.name === 'template' &&
      MODES.some((mode) => /^(?:open|closed)$/i.test(attributeOf(child, mode)));
    if (isShadow) return child;
  }
  return undefined;
}

function compose(host: PageElement, template: PageElement, scope: number): void {
  const light = [...childrenOf(host)].filter((child) => child !== template);
  clear(host);
  const slots = new Map<string, PageElement>();
  for (const one of inTree(template)) {
    one.scope = scope;
    if (one.name === 'slot' && !slots.has(attributeOf(one, 'name'))) {
      slots.set(attributeOf(one, 'name'), one);
    }
  }
  for (const child of childrenOf(template)) append(host, child);
  clear(template);
  const nowhere = element('div', [{ name: 'hidden', value: '' }]);
  const filled = new Set<PageElement>();
  for (const child of light) {
    const slot = slots.get(isElement(child) ? attributeOf(child, 'slot') : '');
    if (slot && !isBlank(child) && !filled.has(slot)) {
      filled.add(slot);
      clear(slot); // what a slot shows when nothing is put into it
    }
    append(slot ?? nowhere, child);
  }
  if (nowhere.first) append(host, nowhere);
}

/** The elements of a template, not those of templates within it. */
function* inTree(template: PageElement): Generator<PageElement, void, undefined> {
  const open = [...childrenOf(template)];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (node.name !== 'template') for (const child of childrenOf(node)) open.push(child);
  }
}

const isBlank = (node: PageNode): boolean => !isElement(node) && node.text.trim() === '';

function clear(parent: PageElement): void {
  parent.first = undefined;
  parent.last = undefined;
}
