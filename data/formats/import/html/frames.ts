import { TreeBuilder } from './build-tree.ts';
import { append, attributeOf, elementsIn, type PageElement } from './tree.ts';

/** Most frames of a page that are opened, how deep they may lie in each other, and their length in code units. */
const MOST = 100;
const DEEPEST = 3;
const LONGEST = 8 * 1024 * 1024;
/** Above the numbers of shadow trees: a frame has style sheets of its own. */
const FIRST_SCOPE = 1_000_000;

/**
 * Opens the frames of which a page is made, that has no words of its own, where a browser shows them. `frame`
 * gives a page by its address; each is opened once. Frames within a text (`iframe`) are left out as they are:
 * most are advertisements.
 */
export function openFrames(
  root: PageElement,
  frame: (address: string) => string | undefined,
): void {
  const seen = new Set<string>();
  let left = LONGEST;
  const open = (within: PageElement, depth: number): void => {
    for (const one of [...elementsIn(within)]) {
      const address = one.name === 'frame' ? attributeOf(one, 'src').trim() : '';
      if (address === '' || seen.has(address) || seen.size >= MOST) continue;
      const html = frame(address);
      if (html === undefined || html.length > left) continue;
      left -= html.length;
      seen.add(address);
      putPage(one, html, FIRST_SCOPE + seen.size);
      if (depth < DEEPEST) open(one, depth + 1);
    }
  };
  open(root, 1);
}

/** Puts a page into its frame. */
function putPage(frame: PageElement, html: string, scope: number): void {
  const builder = new TreeBuilder();
  builder.read(html, () => undefined);
  for (const one of elementsIn(builder.root)) {
    one.scope = scope;
    if (one.name === 'html' || one.name === 'body') one.name = 'div';
  }
  builder.root.name = 'div';
  frame.name = 'div';
  append(frame, builder.root);
}
