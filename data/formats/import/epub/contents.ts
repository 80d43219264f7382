import { AppError } from '../../../errors.ts';
import { elementsOf, textOf, xmlTree, type XmlElement } from '../xml/xml-tree.ts';
import { NAMED } from './entities.ts';
import { localName, pathIn } from './paths.ts';

/**
 * Titles of chapters by their paths, as the list of contents at `path` has them; of several in one file the
 * first. A list that cannot be read names none.
 */
export function titlesIn(xml: string, path: string, file: string): Map<string, string> {
  const titles = new Map<string, string>();
  const add = (reference: string | undefined, title: string): void => {
    const chapter = pathIn(path, reference ?? '');
    const words = title.replace(/\s+/g, ' ').trim();
    if (words !== '' && !titles.has(chapter)) titles.set(chapter, words);
  };
  try {
    const root = xmlTree(xml, { file, doctype: true, entities: NAMED });
    for (const one of all(root)) {
      const name = localName(one.name);
      if (name === 'navPoint') add(sourceOf(one), labelOf(one));
      else if (name === 'nav' && isContents(one)) {
        for (const link of all(one)) {
          if (localName(link.name) === 'a') add(link.attributes['href'], textOf(link));
        }
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
  }
  return titles;
}

function* all(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of elementsOf(root)) yield* all(child);
}

/** A list of landmarks or pages names no chapters. */
const isContents = ({ attributes }: XmlElement): boolean =>
  /(?:^|\s)toc(?:\s|$)/.test(attributes['epub:type'] ?? 'toc');

const within = (point: XmlElement, name: string): XmlElement | undefined =>
  elementsOf(point).find((one) => localName(one.name) === name);

const labelOf = (point: XmlElement): string => textOf(within(point, 'navLabel'));
const sourceOf = (point: XmlElement): string | undefined =>
  within(point, 'content')?.attributes['src'];
