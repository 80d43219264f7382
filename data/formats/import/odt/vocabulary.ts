import type { Vocabularies } from '../office/qualified.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';
const oasis = (name: string): string => `${OASIS}${name}:1.0`;

/** Namespaces of OpenDocument by the prefixes that they are known by here. */
export const VOCABULARIES: Vocabularies = [
  ...['office', 'style', 'text', 'table', 'meta', 'manifest', 'form', 'script'].map(
    (name) => [name, oasis(name)] as const,
  ),
  ['draw', oasis('drawing')],
  ['fo', oasis('xsl-fo-compatible')],
  ['xlink', /^http:\/\/www\.w3\.org\/1999\/xlink$/],
  ['dc', /^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/],
];

/** Elements that are read whole; what holds them is told as it comes. */
export const WHOLE: ReadonlySet<string> = new Set([
  ...['text:p', 'text:h', 'text:tracked-changes', 'draw:frame', 'office:forms', 'office:meta'],
  ...['office:styles', 'office:automatic-styles', 'office:master-styles', 'office:settings'],
  ...['office:scripts', 'office:font-face-decls', 'text:sequence-decls', 'text:variable-decls'],
  ...['text:user-field-decls', 'text:table-of-content-source', 'text:alphabetical-index-source'],
  ...['text:illustration-index-source', 'text:table-index-source', 'text:object-index-source'],
  ...[
    'text:user-index-source',
    'text:bibliography-source',
    'office:annotation',
    'office:event-listeners',
  ],
]);

/** Tables of contents and other indexes. */
export const INDEXES: ReadonlySet<string> = new Set([
  ...['text:table-of-content', 'text:alphabetical-index', 'text:illustration-index'],
  ...['text:table-index', 'text:object-index', 'text:user-index'],
]);
