import type { CaseDocument } from '#data/model/document.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { travellers, type FoundAnchor } from '#data/operations/carry.ts';
import { groupBy } from '#data/queries/group.ts';
import { pageRanges } from '#data/queries/page-ranges.ts';
import type { CaseView } from '#data/state/case-view.ts';
import type { TextPage } from '#data/text/working-text.ts';
import type { Reanchoring } from './reanchoring.ts';

/** A text in which highlights are looked for. */
export interface NewerText {
  text: string;
  pages?: readonly TextPage[] | undefined;
  /** SHA-256 of the original that it was read from. */
  sha256: string;
}

/** What was found, and the revisions of the highlights for which it was. */
export interface FoundAnchors {
  anchors: readonly FoundAnchor[];
  revisions: ReadonlyMap<string, number>;
}

/** What still holds of what was found: highlights may have been changed or removed while it was looked for. */
export function stillTrue(view: CaseView, { anchors, revisions }: FoundAnchors): FoundAnchor[] {
  return anchors.filter(
    ({ highlight }) => view.get('highlight', highlight)?.rev === revisions.get(highlight),
  );
}

/**
 * What becomes of the highlights of a document, and of those that wait for it, in a newer text. A rectangle
 * without words goes along where the pages are the same, and is lost where they are others.
 */
export async function findAnchors(
  view: CaseView,
  document: CaseDocument,
  newer: NewerText,
  { reanchoring, signal }: { reanchoring: Reanchoring; signal: AbortSignal },
): Promise<FoundAnchors> {
  const marks = travellers(view, document.id);
  const inWords = marks.filter(({ start, end }) => start < end);
  const olders = [...groupBy(inWords, (mark) => mark.document)].map(([id, own]) => ({
    text: view.text(id).text,
    anchors: own.map(({ id: mark, start, end }) => ({ id: mark, start, end })),
  }));
  const found = await reanchoring.find(document.title, { olders, newer: newer.text }, signal);
  const answers = found.map(({ id, ...rest }): FoundAnchor => ({ highlight: id, ...rest }));
  const pictures = marks.filter(({ start, end }) => start === end);
  return {
    anchors: [...answers, ...pictures.map((mark) => pictureIn(view, mark, newer))],
    revisions: new Map(marks.map(({ id, rev }) => [id, rev])),
  };
}

function pictureIn(
  view: CaseView,
  mark: Highlight,
  { text, pages = [], sha256 }: NewerText,
): FoundAnchor {
  const document = view.get('document', mark.document);
  const isSame = document?.source.sha256 === sha256;
  if (!isSame || !mark.area) return { highlight: mark.id, state: 'lost', score: 0 };
  const ranges = pageRanges(document.reading?.pages ?? pages.length, null, pages);
  const start = Math.min(ranges[mark.area.page - 1]?.start ?? 0, text.length);
  return { highlight: mark.id, state: 'exact', score: 1, start, end: start };
}
