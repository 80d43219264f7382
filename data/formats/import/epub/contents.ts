import { AppError } from '../../../errors.ts';
import { pageNumber } from '../html/printed-pages.ts';
import { noteId } from '../html/notes.ts';
import { elementsOf, textOf, xmlTree, type XmlElement } from '../xml/xml-tree.ts';
import { NAMED } from './entities.ts';
import { localName, pathIn } from './paths.ts';

/** A place in a book that a printed page begins at. */
export interface PageReference {
  /** The chapter, by its path. */
  path: string;
  /** The element in it; empty: its start. */
  id: string;
  number: string;
}

/** What a list of contents says. */
export interface Contents {
  /** Titles of chapters by their paths; of several in one file the first. */
  titles: ReadonlyMap<string, string>;
  pages: readonly PageReference[];
}

/** Most pages of a book. */
const MOST = 100_000;

/** The list of contents at `path`; one that cannot be read names nothing. */
export function contentsIn(xml: string, path: string, file: string): Contents {
  const titles = new Map<string, string>();
  const pages: PageReference[] = [];
  const title = (reference: string | undefined, words: string): void => {
    const chapter = pathIn(path, reference ?? '');
    const line = words.replace(/\s+/g, ' ').trim();
    if (line !== '' && !titles.has(chapter)) titles.set(chapter, line);
  };
  const page = (reference: string | undefined, words: string): void => {
    const number = pageNumber(words);
    if (reference === undefined || number === '' || pages.length >= MOST) return;
    pages.push({ path: pathIn(path, reference), id: noteId(reference), number });
  };
  try {
    const root = xmlTree(xml, { file, doctype: true, entities: NAMED });
    for (const one of all(root)) {
      const name = localName(one.name);
      if (name === 'navPoint') title(sourceOf(one), labelOf(one));
      else if (name === 'pageTarget') {
        page(sourceOf(one), labelOf(one) || (one.attributes['value'] ?? ''));
      } else if (name === 'nav')
        forLinks(one, isPages(one) ? page : isContents(one) ? title : skip);
    }
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
  }
  return { titles, pages };
}

type Told = (reference: string | undefined, words: string) => void;

const skip: Told = () => undefined;

function forLinks(nav: XmlElement, told: Told): void {
  for (const link of all(nav)) {
    if (localName(link.name) === 'a') told(link.attributes['href'], textOf(link));
  }
}

function* all(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of elementsOf(root)) yield* all(child);
}

/** A list of landmarks or pages names no chapters. */
const isContents = ({ attributes }: XmlElement): boolean =>
  /(?:^|\s)toc(?:\s|$)/.test(attributes['epub:type'] ?? 'toc');

const isPages = ({ attributes }: XmlElement): boolean =>
  /(?:^|\s)page-list(?:\s|$)/.test(attributes['epub:type'] ?? '');

const within = (point: XmlElement, name: string): XmlElement | undefined =>
  elementsOf(point).find((one) => localName(one.name) === name);

const labelOf = (point: XmlElement): string => textOf(within(point, 'navLabel'));
const sourceOf = (point: XmlElement): string | undefined =>
  within(point, 'content')?.attributes['src'];
