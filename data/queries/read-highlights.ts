import type { Highlight } from '../model/highlight.ts';
import type { CaseView } from '../state/case-view.ts';

/** What one pass over all highlights of a case leaves behind. */
export interface HighlightReading {
  /** The wanted highlights that are there, by id. */
  wanted: Map<string, Highlight>;
  /** Highlights that name an actor, per actor id. */
  mentions: Map<string, number>;
  /** Highlights with a note, and those with a tag, in the order of the documents; the first ones only. */
  noted: Highlight[];
  tagged: Highlight[];
  /** Highlights with a note or a tag that are in neither list. */
  more: number;
  /** Highlights altogether. */
  total: number;
}

/**
 * Reads all highlights once, document by document, and keeps only the wanted ones and the counts:
 * a case of many documents does not fill the memory, and no document is read twice. `mostRemarked`: how
 * many with a note, and how many with a tag, are kept.
 */
export function readHighlights(
  view: CaseView,
  wanted: ReadonlySet<string>,
  mostRemarked = 0,
): HighlightReading {
  const reading: HighlightReading = {
    wanted: new Map(),
    mentions: new Map(),
    noted: [],
    tagged: [],
    more: 0,
    total: 0,
  };
  for (const { id } of view.all('document')) {
    for (const mark of view.highlightsOf(id)) {
      reading.total++;
      if (wanted.has(mark.id)) reading.wanted.set(mark.id, mark);
      remember(mark, reading, mostRemarked);
      for (const entity of mark.entities) {
        reading.mentions.set(entity, (reading.mentions.get(entity) ?? 0) + 1);
      }
    }
  }
  return reading;
}

function remember(mark: Highlight, reading: HighlightReading, most: number): void {
  const { note, tags } = mark;
  if (note === undefined && tags.length === 0) return;
  const lists = [
    ...(note === undefined ? [] : [reading.noted]),
    ...(tags.length === 0 ? [] : [reading.tagged]),
  ].filter((list) => list.length < most);
  for (const list of lists) list.push(mark);
  if (lists.length === 0) reading.more++;
}
