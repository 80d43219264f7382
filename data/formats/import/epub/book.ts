import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';
import { decodeText } from '../decode.ts';
import type { SourceFile } from '../format.ts';
import { declaredCharset } from '../html/charset.ts';
import { StyleSheet } from '../html/css/sheet.ts';
import type { ImportTools } from '../tools.ts';
import { elementsOf, xmlTree, type XmlElement } from '../xml/xml-tree.ts';
import { contentsIn, type PageReference } from './contents.ts';
import { readPackage, type BookPackage } from './package.ts';
import { localName, pathIn } from './paths.ts';
import { isSealed } from './sealed.ts';

/** Largest chapter, in bytes: it is held as a tree. */
const LARGEST = 32 * 1024 * 1024;
/** Most of the style sheets of a book that is read, in code units. */
const MOST_CSS = 512 * 1024;

/** An open book. */
export interface Book extends BookPackage {
  /** Titles of chapters by their paths. */
  titles: ReadonlyMap<string, string>;
  /** Where the pages of the printed edition begin. */
  pages: readonly PageReference[];
  /** A style sheet by its path. */
  sheets: ReadonlyMap<string, StyleSheet>;
  /** Text of a file in it; undefined when there is none. Throws `too-large`. */
  text(path: string): Promise<string | undefined>;
}

/** Opens a book. Throws `import-failed` for one that is encrypted or does not say what is in it. */
export async function openBook(
  { name, bytes }: SourceFile,
  tools: ImportTools,
  passed: (bytes: number) => void,
): Promise<Book> {
  const archive = await tools.openZip(bytes, name);
  const names = new Map(archive.names.map((one) => [one.toLowerCase(), one]));
  const text = async (path: string): Promise<string | undefined> => {
    const known = names.get(path.toLowerCase());
    const content = known === undefined ? undefined : await archive.read(known);
    if (!content || content.length === 0) return undefined;
    if (content.length > LARGEST) throw tooLarge(name, content.length);
    const file = { name, bytes: content };
    const decoding = { ...tools, declared: declaredCharset(content), passed };
    return (await decodeText(file, decoding)).text;
  };
  const sealed = await text('META-INF/encryption.xml');
  if (sealed !== undefined && isSealed(sealed, name)) throw bookFault(name, 'sealed');
  const path = await packagePath(text, archive.names, name);
  const xml = path === undefined ? undefined : await text(path);
  if (path === undefined || xml === undefined) throw bookFault(name, 'broken');
  const found = readPackage(xml, path, name);
  if (found.spine.length === 0) throw bookFault(name, 'broken');
  const titles = new Map<string, string>();
  let pages: readonly PageReference[] = [];
  for (const path of found.contents) {
    const listed = contentsIn((await text(path)) ?? '', path, name);
    for (const [chapter, title] of listed.titles) {
      if (!titles.has(chapter)) titles.set(chapter, title);
    }
    if (pages.length === 0) pages = listed.pages;
  }
  return { ...found, titles, pages, sheets: await sheetsOf(found.styles, text), text };
}

/** The style sheets of a book, as far as there are not too many of them. */
async function sheetsOf(
  paths: readonly string[],
  text: Book['text'],
): Promise<ReadonlyMap<string, StyleSheet>> {
  const sheets = new Map<string, StyleSheet>();
  let left = MOST_CSS;
  for (const path of paths) {
    const css = (await text(path)) ?? '';
    left -= css.length;
    if (left < 0) break;
    sheets.set(path, new StyleSheet(css));
  }
  return sheets;
}

/** Where the package of a book lies: as its container says, or the only one there is. */
async function packagePath(
  text: Book['text'],
  names: readonly string[],
  file: string,
): Promise<string | undefined> {
  const container = await text('META-INF/container.xml');
  const root = container === undefined ? undefined : quietTree(container, file);
  const named = root && [...rootFiles(root)].map(({ attributes }) => attributes['full-path'] ?? '');
  const path = named?.find((one) => one !== '');
  return path === undefined ? names.find((name) => /\.opf$/i.test(name)) : pathIn('', path);
}

function quietTree(xml: string, file: string): XmlElement | undefined {
  try {
    return xmlTree(xml, { file, doctype: true });
  } catch (thrown) {
    if (thrown instanceof AppError) return undefined;
    throw thrown;
  }
}

function* rootFiles(root: XmlElement): Generator<XmlElement> {
  for (const one of elementsOf(root)) {
    if (localName(one.name) === 'rootfile') yield one;
    else yield* rootFiles(one);
  }
}

function bookFault(file: string, what: 'sealed' | 'broken'): AppError {
  const words =
    what === 'sealed' ? say('imports.sealedBook', { file }) : say('imports.brokenBook', { file });
  return new AppError('import-failed', words, { file });
}

function tooLarge(file: string, size: number): AppError {
  const megabytes = (count: number) => Math.round(count / 1024 / 1024);
  const sizes = { size: megabytes(size), limit: megabytes(LARGEST) };
  return new AppError('too-large', say('imports.tooLarge', { file, ...sizes }), { file, size });
}
