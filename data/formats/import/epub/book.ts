import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';
import { decodeText } from '../decode.ts';
import type { SourceFile } from '../format.ts';
import { declaredCharset } from '../html/charset.ts';
import type { ImportTools } from '../tools.ts';
import { elementsOf, xmlTree, type XmlElement } from '../xml/xml-tree.ts';
import { titlesIn } from './contents.ts';
import { readPackage, type BookPackage } from './package.ts';
import { localName, pathIn } from './paths.ts';
import { isSealed } from './sealed.ts';

/** Largest chapter, in bytes: it is held as a tree. */
const LARGEST = 32 * 1024 * 1024;

/** An open book. */
export interface Book extends BookPackage {
  /** Titles of chapters by their paths. */
  titles: ReadonlyMap<string, string>;
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
  for (const contents of found.contents) {
    const listed = titlesIn((await text(contents)) ?? '', contents, name);
    for (const [chapter, title] of listed) if (!titles.has(chapter)) titles.set(chapter, title);
  }
  return { ...found, titles, text };
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
