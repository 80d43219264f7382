import { readBytes, type Reading } from '../../electron/import/support/read-case.ts';
import { zipOf } from './office-files.ts';

/** The namespace of the elements of a Word file, as it is declared. */
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relations = (...some: [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="${RELATIONS}">${some
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** The main part of a Word file. */
export const bodyOf = (body: string) => `<w:document ${W}><w:body>${body}</w:body></w:document>`;
/** A paragraph. */
export const p = (words: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

/** Words of a paragraph, as they stand and as they were taken out. */
export const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
export const del = (words: string) => `<w:del><w:r><w:delText>${words}</w:delText></w:r></w:del>`;

/** Reads a Word file with this text, and parts beside it by their type. */
export async function docx(document: string, parts: Record<string, string> = {}): Promise<Reading> {
  const some = Object.keys(parts).map((type): [string, string, string] => [
    type,
    type,
    `${type}.xml`,
  ]);
  const bytes = await zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(['a', 'officeDocument', 'word/document.xml']),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': relations(...some),
    ...Object.fromEntries(Object.entries(parts).map(([type, xml]) => [`word/${type}.xml`, xml])),
  });
  return readBytes('a.docx', bytes);
}
