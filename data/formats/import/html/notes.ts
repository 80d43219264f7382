import { BLOCKS } from './elements.ts';
import { attributeOf, elementsIn, isElement, wordsOf, type PageElement } from './tree.ts';

/** What stands for a note: “1”, “[12]”, “*”, “(a)”, raised or not. */
const NOTE_SIGN = /^[[(]?(?:\p{Nd}{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|[a-z]|[*†‡§]{1,3})[\])]?$/iu;
const NOTE_ROLES = /(?:^|\s)(?:doc-)?(?:footnote|endnote|rearnote)(?:$|\s)/;
/** Elements that can be a note. */
const NOTES: ReadonlySet<string> = new Set(['li', 'p', 'div', 'dd', 'dt', 'aside', 'td', 'tr']);
/** Longest note in code units: what is longer is a part of the text. */
const LONGEST = 5000;

export const isNoteSign = (words: string): boolean => NOTE_SIGN.test(words.trim());

/** Where in the page a link leads; empty when it leads to another one for certain. */
export function noteId(address: string): string {
  const at = address.indexOf('#');
  if (at < 0) return '';
  try {
    return decodeURIComponent(address.slice(at + 1));
  } catch {
    return address.slice(at + 1);
  }
}

/**
 * The elements that are notes: those that say so, and those that a sign further up leads to. What leads back
 * stands further up than its link, and is none.
 */
export function notesOf(root: PageElement): Set<PageElement> {
  const wanted = new Set<string>();
  const notes = new Set<PageElement>();
  for (const one of elementsIn(root)) {
    if (isNoteByItself(one)) notes.add(one);
    const id = attributeOf(one, 'id') || (one.name === 'a' ? attributeOf(one, 'name') : '');
    if (id !== '' && wanted.has(id)) {
      const note = noteAround(one);
      if (note) notes.add(note);
    }
    if (one.name !== 'a') continue;
    const to = noteId(attributeOf(one, 'href'));
    if (to !== '' && isNoteSign(wordsOf(one, 20))) wanted.add(to);
  }
  return notes;
}

function isNoteByItself(one: PageElement): boolean {
  const role = `${attributeOf(one, 'role')} ${attributeOf(one, 'epub:type')}`.slice(0, 100);
  return role.length > 1 && NOTE_ROLES.test(role.toLowerCase());
}

/** The block that an element with an id is, or begins. */
function noteAround(one: PageElement): PageElement | undefined {
  let block = one;
  while (!BLOCKS.has(block.name)) {
    const { parent } = block;
    if (!parent || firstOf(parent) !== block) return undefined;
    block = parent;
  }
  return NOTES.has(block.name) && wordsOf(block, LONGEST).length < LONGEST ? block : undefined;
}

/** The first child that is more than white space. */
function firstOf({ first }: PageElement): PageElement | undefined {
  let node = first;
  while (node && !isElement(node) && node.text.trim() === '') node = node.next;
  return node && isElement(node) ? node : undefined;
}
