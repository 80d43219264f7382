import type { CaseDocument } from '#data/model/document.ts';

/** How a document is shown in the reader: its text, its original, or both side by side. */
export const faces = ['text', 'original', 'both'] as const;
export type Face = (typeof faces)[number];

/** What the original of a document is shown as: pages that are drawn, or a web page as it was saved. */
export type OriginalKind = 'pages' | 'web';

/** What a saved web page is: a page alone, or with its pictures in one file. */
const WEB_PAGES: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'multipart/related',
]);

/** How the original of a document can be shown; undefined where there is nothing to see but its text. */
export function originalKind({ source }: Pick<CaseDocument, 'source'>): OriginalKind | undefined {
  const { mediaType } = source;
  if (mediaType === 'application/pdf' || mediaType.startsWith('image/')) return 'pages';
  return WEB_PAGES.has(mediaType) ? 'web' : undefined;
}
