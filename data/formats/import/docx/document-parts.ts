import { LONGEST_TEXT, type Parts } from '../office/parts.ts';
import { noText } from '../office/protected.ts';
import { qualifiedTree } from '../office/qualified.ts';
import { elementOf, textOf, type XmlElement } from '../xml/xml-tree.ts';
import { marginsOf, type Margin } from './headers.ts';
import { partOfType, relationsOf, type Relations } from './relations.ts';
import { VOCABULARIES } from './vocabulary.ts';

/** The parts of a Word file that its text is made from. */
export interface DocumentParts {
  /** The text itself, as XML. */
  main: string;
  relations: Relations;
  styles?: XmlElement;
  numbering?: XmlElement;
  settings?: XmlElement;
  footnotes?: Held;
  endnotes?: Held;
  comments?: Held;
  core?: XmlElement;
  headers: Margin[];
  footers: Margin[];
}

/** A part with what it refers to. */
interface Held {
  root: XmlElement;
  relations: Relations;
}

/** The main part by what the file refers to first, else by its usual name. */
export async function mainPartOf(parts: Parts, file: string): Promise<string | undefined> {
  const named = partOfType(await relationsOf(parts, '', file), 'officeDocument');
  if (named !== undefined && parts.has(named)) return named;
  return parts.names.find((name) => /^\/?word\/document\d*\.xml$/i.test(name));
}

/** Reads all parts; `passed` hears how many code units are done. Throws `import-failed` or `too-large`. */
export async function readParts(
  parts: Parts,
  name: string,
  file: string,
  passed: (units: number) => void,
): Promise<DocumentParts> {
  const main = await parts.text(name, LONGEST_TEXT);
  if (main === undefined) throw noText(file);
  const relations = await relationsOf(parts, name, file);
  const options = { file, vocabularies: VOCABULARIES, passed };
  const tree = async (part: string | undefined) => {
    const xml = part === undefined ? undefined : await parts.text(part);
    return xml === undefined ? undefined : qualifiedTree(xml, options);
  };
  const held = async (type: string) => {
    const part = partOfType(relations, type);
    const root = await tree(part);
    return root && { root, relations: await relationsOf(parts, part ?? '', file) };
  };
  const core = partOfType(await relationsOf(parts, '', file), 'core-properties');
  const found = {
    styles: await tree(partOfType(relations, 'styles')),
    numbering: await tree(partOfType(relations, 'numbering')),
    settings: await tree(partOfType(relations, 'settings')),
    footnotes: await held('footnotes'),
    endnotes: await held('endnotes'),
    comments: await held('comments'),
    core: await tree(core ?? 'docProps/core.xml'),
  };
  return {
    main,
    relations,
    headers: await marginsOf(parts, relations, 'header', file),
    footers: await marginsOf(parts, relations, 'footer', file),
    ...(Object.fromEntries(
      Object.entries(found).filter(([, value]) => value !== undefined),
    ) as Partial<DocumentParts>),
  };
}

/** What a file says of itself. */
export function factsOf(core: XmlElement | undefined) {
  const value = (name: string) => textOf(elementOf(core, name)).trim();
  return {
    title: value('dc:title'),
    author: value('dc:creator'),
    language: value('dc:language'),
  };
}
