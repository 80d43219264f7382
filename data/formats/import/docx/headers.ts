import { qualifiedTree } from '../office/qualified.ts';
import type { Parts } from '../office/parts.ts';
import { textOf, type XmlElement } from '../xml/xml-tree.ts';
import { relationsOf, type Relations } from './relations.ts';
import { VOCABULARIES } from './vocabulary.ts';

/** Headers and footers that are read: sections with one of their own each are rarely more. */
const MOST = 200;

/** A header or a footer. */
export interface Margin {
  root: XmlElement;
  relations: Relations;
}

/** The headers or the footers that a document refers to, those of the same words once. */
export async function marginsOf(
  parts: Parts,
  relations: Relations,
  type: 'header' | 'footer',
  file: string,
): Promise<Margin[]> {
  const found: Margin[] = [];
  const seen = new Set<string>();
  for (const { target, type: own, isExternal } of [...relations.values()]) {
    if (own !== type || isExternal || found.length >= MOST) continue;
    const xml = await parts.text(target);
    if (xml === undefined) continue;
    const root = qualifiedTree(xml, { file, vocabularies: VOCABULARIES });
    const words = textOf(root).replace(/\s+/g, ' ').trim();
    if (words === '' || seen.has(words)) continue;
    seen.add(words);
    found.push({ root, relations: await relationsOf(parts, target, file) });
  }
  return found;
}
