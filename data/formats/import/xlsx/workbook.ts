import type { Parts } from '../office/parts.ts';
import { elementsOf, xmlTree, type XmlElement } from '../xml/xml-tree.ts';
import { numberFormat, type NumberFormat } from './number-format.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  name: string;
  path: string;
  isHidden: boolean;
}

/** What a workbook says of its sheets, and how their numbers look. */
export interface Workbook {
  sheets: SheetEntry[];
  is1904: boolean;
  /** By the style of a cell. */
  formats: NumberFormat[];
  /** The part that names who commented. */
  persons?: string;
}

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The elements of a name in an element, whatever their prefix. */
export const inside = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  parent ? elementsOf(parent).filter((one) => localName(one.name) === name) : [];

/** Reads what a spreadsheet says of itself. Throws as {@link xmlTree} does. */
export async function readWorkbook(parts: Parts, file: string): Promise<Workbook> {
  const tree = async (path: string): Promise<XmlElement | undefined> => {
    const xml = await parts.text(path);
    return xml === undefined ? undefined : xmlTree(xml, { file });
  };
  const book = await tree('xl/workbook.xml');
  const targets = relations(await tree('xl/_rels/workbook.xml.rels'), 'xl');
  const sheets = inside(inside(book, 'sheets')[0], 'sheet').flatMap(
    ({ attributes }): SheetEntry[] => {
      const path = targets.get(attributes['r:id'] ?? relationIn(attributes))?.path;
      const isHidden = /hidden/i.test(attributes['state'] ?? '');
      return path === undefined ? [] : [{ name: attributes['name'] ?? '', path, isHidden }];
    },
  );
  const persons = [...targets.values()].find(({ type }) => type.endsWith('/person'))?.path;
  const flag = inside(book, 'workbookPr')[0]?.attributes['date1904'] ?? '';
  return {
    sheets,
    is1904: /^(?:1|true)$/i.test(flag),
    formats: formatsIn(await tree('xl/styles.xml')),
    ...(persons !== undefined && { persons }),
  };
}

/** Other prefixes than the usual one. */
function relationIn(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((name) => /:id$/i.test(name));
  return (key === undefined ? undefined : attributes[key]) ?? '';
}

/** What a part refers to. */
export interface Relation {
  path: string;
  type: string;
  /** Where it leads, when that is no part of the file. */
  address?: string;
}

/** Where the relations of a part in `folder` lead, by their ids. */
function relations(root: XmlElement | undefined, folder: string): Map<string, Relation> {
  const found = new Map<string, Relation>();
  for (const { attributes } of inside(root, 'Relationship')) {
    const target = attributes['Target'] ?? '';
    const path = target.startsWith('/') ? target.slice(1) : pathIn(folder, target);
    const isOutside = /^external$/i.test(attributes['TargetMode'] ?? '');
    const type = attributes['Type'] ?? '';
    found.set(attributes['Id'] ?? '', { path, type, ...(isOutside && { address: target }) });
  }
  return found;
}

function pathIn(folder: string, target: string): string {
  const parts = folder.split('/');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function formatsIn(styles: XmlElement | undefined): NumberFormat[] {
  const patterns = new Map<number, string>();
  for (const { attributes } of inside(inside(styles, 'numFmts')[0], 'numFmt')) {
    patterns.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
  }
  return inside(inside(styles, 'cellXfs')[0], 'xf').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    return numberFormat(id, patterns.get(id));
  });
}

/** What a sheet refers to. */
export async function relationsOf(
  parts: Parts,
  sheet: SheetEntry,
  file: string,
): Promise<Map<string, Relation>> {
  const slash = sheet.path.lastIndexOf('/');
  const [folder, name] = [sheet.path.slice(0, slash), sheet.path.slice(slash + 1)];
  const xml = await parts.text(`${folder}/_rels/${name}.rels`);
  return relations(xml === undefined ? undefined : xmlTree(xml, { file }), folder);
}
