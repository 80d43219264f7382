import { elementsOf } from '../xml/xml-tree.ts';
import type { Parts } from '../office/parts.ts';
import { qualifiedTree } from '../office/qualified.ts';
import { VOCABULARIES } from './vocabulary.ts';

/** What a part refers to. */
export interface Relation {
  /** The last word of its type: `hyperlink`, `footnotes`. */
  type: string;
  /** A part of the file, or an address when it is external. */
  target: string;
  isExternal: boolean;
}
export type Relations = ReadonlyMap<string, Relation>;

/** What a part (or the file itself, by an empty name) refers to, by id. */
export async function relationsOf(parts: Parts, part: string, file: string): Promise<Relations> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const xml = await parts.text(`${folder}_rels/${part.slice(slash)}.rels`);
  if (xml === undefined) return new Map();
  const root = qualifiedTree(xml, { file, vocabularies: VOCABULARIES });
  return new Map(
    elementsOf(root, 'Relationship').map(({ attributes }) => {
      const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes;
      const isExternal = TargetMode.toLowerCase() === 'external';
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      return [Id, { type, target: isExternal ? Target : within(folder, Target), isExternal }];
    }),
  );
}

/** The first part of a type that is referred to. */
export const partOfType = (relations: Relations, type: string): string | undefined =>
  [...relations.values()].find((one) => one.type === type && !one.isExternal)?.target;

/** A target as the name of a part. */
function within(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
