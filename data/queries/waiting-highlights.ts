import type { AnchorState, Highlight } from '../model/highlight.ts';
import type { CaseView } from '../state/case-view.ts';
import { allOlderVersions } from './versions.ts';

/**
 * Whether a highlight waits for the analyst's word: it stayed in an old version because its words are uncertain
 * or lost in the newer one, or it came along to another place than where it stood.
 */
export function isWaiting({ anchoring }: Highlight): boolean {
  return anchoring !== undefined && (anchoring.to !== undefined || anchoring.state === 'moved');
}

/**
 * All highlights that wait, by document and in reading order. Cost: reads the highlights of documents that are
 * versions of others.
 */
export function waitingHighlights(view: CaseView): Highlight[] {
  return versionedDocuments(view).flatMap((id) =>
    [...view.highlightsOf(id)].filter(isWaiting).sort((one, other) => one.start - other.start),
  );
}

function versionedDocuments(view: CaseView): string[] {
  const ids = new Set<string>();
  for (const { type, state, from, to } of view.all('documentLink')) {
    if (type === 'version-of' && state === 'confirmed') ids.add(from).add(to);
  }
  return [...ids].filter((id) => view.get('document', id));
}

/** How many highlights came to a version in which way, and how many wait for it. */
export type AnchorCounts = Record<AnchorState, number>;

/** What became of the highlights when a document became the version of another one. */
export function anchorCounts(view: CaseView, id: string): AnchorCounts {
  const counts: AnchorCounts = { exact: 0, moved: 0, uncertain: 0, lost: 0 };
  for (const { anchoring } of view.highlightsOf(id)) {
    if (anchoring?.from) counts[anchoring.state]++;
  }
  for (const older of allOlderVersions(view, id)) {
    for (const { anchoring } of view.highlightsOf(older)) {
      if (anchoring?.to?.document === id) counts[anchoring.state]++;
    }
  }
  return counts;
}
