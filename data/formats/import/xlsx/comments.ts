import type { Parts } from '../office/parts.ts';
import { asLine } from '../titles.ts';
import { elementsOf, textOf, xmlTree, type XmlElement } from '../xml/xml-tree.ts';
import { inside, type Relation } from './workbook.ts';

/** Who wrote the older copy of a comment that others answered: a number for programs, no name. */
const THREAD = /^tc=/i;

/** Who may have commented, by their ids. */
export async function personsIn(
  parts: Parts,
  path: string | undefined,
  file: string,
): Promise<ReadonlyMap<string, string>> {
  const root = path === undefined ? undefined : await treeOf(parts, path, file);
  return new Map(
    inside(root, 'person').map(({ attributes }) => [
      attributes['id'] ?? '',
      asLine(attributes['displayName'] ?? ''),
    ]),
  );
}

/** The comments on a sheet, in their order: who wrote them, as far as they say so, and what. */
export async function commentsOn(
  parts: Parts,
  relations: Iterable<Relation>,
  persons: ReadonlyMap<string, string>,
  file: string,
): Promise<string[]> {
  const notes: string[] = [];
  const threads: string[] = [];
  for (const { path, type } of relations) {
    if (type.endsWith('/comments')) notes.push(...notesIn(await treeOf(parts, path, file)));
    else if (type.endsWith('/threadedComment')) {
      threads.push(...threadsIn(await treeOf(parts, path, file), persons));
    }
  }
  return [...notes, ...threads];
}

async function treeOf(parts: Parts, path: string, file: string): Promise<XmlElement | undefined> {
  const xml = await parts.text(path);
  return xml === undefined ? undefined : xmlTree(xml, { file });
}

function notesIn(root: XmlElement | undefined): string[] {
  const authors = inside(inside(root, 'authors')[0], 'author').map((one) => asLine(textOf(one)));
  return inside(inside(root, 'commentList')[0], 'comment').flatMap((one) => {
    const author = authors[Number(one.attributes['authorId'] ?? -1)] ?? '';
    // What stands here is a copy for older programs.
    if (THREAD.test(author)) return [];
    return told(author, inside(one, 'text').map(wordsIn).join(''));
  });
}

function threadsIn(root: XmlElement | undefined, persons: ReadonlyMap<string, string>): string[] {
  return inside(root, 'threadedComment').flatMap((one) =>
    told(
      persons.get(one.attributes['personId'] ?? '') ?? '',
      inside(one, 'text').map(textOf).join(''),
    ),
  );
}

/** A comment behind the name of who wrote it, which many programs put into its words as well. */
function told(author: string, given: string): string[] {
  const words = given.trim();
  if (words === '') return [];
  return [author === '' || words.startsWith(`${author}:`) ? words : `${author}: ${words}`];
}

/** Words without how they are to be spoken. */
const wordsIn = (one: XmlElement): string =>
  elementsOf(one)
    .filter(({ name }) => !name.endsWith('rPh'))
    .map((part) => (part.name.endsWith('r') ? wordsIn(part) : textOfText(part)))
    .join('');

const textOfText = (part: XmlElement): string => (/(?:^|:)t$/.test(part.name) ? textOf(part) : '');
