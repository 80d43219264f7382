import type { Highlight } from '../model/highlight.ts';
import type { CaseView } from '../state/case-view.ts';

/** What one pass over all highlights of a case leaves behind. */
export interface HighlightReading {
  /** The wanted highlights that are there, by id. */
  wanted: Map<string, Highlight>;
  /** Highlights that name an actor, per actor id. */
  mentions: Map<string, number>;
  /** Highlights altogether. */
  total: number;
}

/**
 * Reads all highlights once, document by document, and keeps only the wanted ones and the counts:
 * a case of many documents does not fill the memory, and no document is read twice.
 */
export function readHighlights(view: CaseView, wanted: ReadonlySet<string>): HighlightReading {
  const reading: HighlightReading = { wanted: new Map(), mentions: new Map(), total: 0 };
  for (const { id } of view.all('document')) {
    for (const mark of view.highlightsOf(id)) {
      reading.total++;
      if (wanted.has(mark.id)) reading.wanted.set(mark.id, mark);
      if (mark.entity === undefined) continue;
      reading.mentions.set(mark.entity, (reading.mentions.get(mark.entity) ?? 0) + 1);
    }
  }
  return reading;
}
