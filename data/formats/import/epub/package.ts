import { elementOf, elementsOf, textOf, xmlTree, type XmlElement } from '../xml/xml-tree.ts';
import { localName, pathIn } from './paths.ts';

/** A chapter of a book, or another part of it that is read. */
export interface BookItem {
  /** Its path in the archive. */
  path: string;
  /** The list of contents. */
  isNav: boolean;
}

/** What a book says of itself, and the order in which it is read. */
export interface BookPackage {
  title: string;
  authors: string[];
  publisher: string;
  /** As it is written, most often ISO. */
  published: string;
  language: string;
  spine: BookItem[];
  /** Where its contents are listed, the newer kind first. */
  contents: string[];
  /** Its style sheets. */
  styles: string[];
}

const TEXT = /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|application\/xml|)$/i;

/** Reads the package of a book, which lies at `path`. Throws as {@link xmlTree} does. */
export function readPackage(xml: string, path: string, file: string): BookPackage {
  const root = xmlTree(xml, { file, doctype: true });
  const part = (name: string): XmlElement | undefined =>
    elementsOf(root).find((one) => localName(one.name) === name);
  const items = new Map<string, XmlElement>();
  for (const item of children(part('manifest'), 'item'))
    items.set(item.attributes['id'] ?? '', item);
  const spine = part('spine');
  const pathOf = (item: XmlElement): string => pathIn(path, item.attributes['href'] ?? '');
  const isNav = ({ attributes }: XmlElement): boolean =>
    /(?:^|\s)nav(?:\s|$)/.test(attributes['properties'] ?? '');
  const isText = ({ attributes }: XmlElement): boolean => TEXT.test(attributes['media-type'] ?? '');
  const listed = children(spine, 'itemref').flatMap(
    ({ attributes }) => items.get(attributes['idref'] ?? '') ?? [],
  );
  const read = (listed.length > 0 ? listed : [...items.values()]).filter(isText);
  const ncx = items.get(spine?.attributes['toc'] ?? '') ?? [...items.values()].find(isNcx);
  return {
    ...facts(part('metadata')),
    spine: read.map((item) => ({ path: pathOf(item), isNav: isNav(item) })),
    contents: [[...items.values()].find(isNav), ncx].flatMap((item) =>
      item ? [pathOf(item)] : [],
    ),
    styles: [...items.values()]
      .filter(({ attributes }) => /^text\/css$/i.test(attributes['media-type'] ?? ''))
      .map(pathOf),
  };
}

const isNcx = ({ attributes }: XmlElement): boolean =>
  attributes['media-type'] === 'application/x-dtbncx+xml';

function children(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent ? elementsOf(parent).filter((one) => localName(one.name) === name) : [];
}

function facts(metadata: XmlElement | undefined) {
  // Books of the first kind have one more element around.
  const inner = metadata && (elementOf(metadata, 'dc-metadata') ?? metadata);
  const all = (name: string): XmlElement[] => children(inner, name);
  const first = (name: string): string =>
    all(name)
      .map(words)
      .find((one) => one !== '') ?? '';
  return {
    title: first('title'),
    authors: authorsIn(all('creator'), children(inner, 'meta')),
    publisher: first('publisher'),
    published: publishedIn(all('date')),
    language: first('language'),
  };
}

/** Who wrote it; who translated or drew is named beside them, and is none of them unless nobody else is. */
function authorsIn(creators: readonly XmlElement[], refined: readonly XmlElement[]): string[] {
  const roles = new Map<string, string>();
  for (const one of refined) {
    const { property, refines = '' } = one.attributes;
    if (property === 'role') roles.set(refines.replace(/^#/, ''), words(one));
  }
  const named = creators.filter((one) => words(one) !== '');
  const writers = named.filter(({ attributes }) => {
    const { id = '', 'opf:role': own = attributes['role'] } = attributes;
    return WRITES.test(own ?? roles.get(id) ?? '');
  });
  return (writers.length > 0 ? writers : named).map(words);
}

/** Roles of who wrote a book, as libraries write them; none is said of most. */
const WRITES = /^(?:|aut|author|aui|cre|dis)$/i;

/** A date that says what it is of, or says nothing: when the file was changed is not when it appeared. */
function publishedIn(dates: readonly XmlElement[]): string {
  const event = ({ attributes }: XmlElement): string =>
    attributes['opf:event'] ?? attributes['event'] ?? '';
  const found =
    dates.find((one) => /publication|issued/i.test(event(one))) ??
    dates.find((one) => event(one) === '');
  return words(found);
}

const words = (one: XmlElement | undefined): string => textOf(one).replace(/\s+/g, ' ').trim();
