import { AppError } from '../../errors.ts';
import type { CaseView } from '../../state/case-view.ts';
import { shownText } from '../../text/shown-text.ts';
import { regionsOf } from '../regions-of.ts';
import { answeredPairs } from './answered-pairs.ts';
import { candidatePairs } from './candidates.ts';
import { kinshipOf, type NearDuplicate, type Sketch } from './kinship-of.ts';
import { shinglesOf } from './shingles.ts';

/** What was found in a case, and documents whose text could not be read. */
export interface FoundDuplicates {
  pairs: NearDuplicate[];
  unread: string[];
}

/**
 * Documents of a case that seem to be copies, versions or excerpts of others, the surest first, in an order
 * that depends on nothing but the case. What is folded away in regions does not count: furniture of a page
 * makes no copies. Left out is what somebody has said yes or no to: pairs with a link, whatever it says, and
 * pairs that confirmed links of copies and versions join already. Tells how many documents it has read.
 * Cost: reads every text once; 4 bytes a word stay in memory until the end.
 */
export function* nearDuplicates(view: CaseView): Generator<number, FoundDuplicates> {
  const sketches: Sketch[] = [];
  const unread: string[] = [];
  for (const document of view.all('document')) {
    const text = readable(view, document.id);
    if (text === undefined) unread.push(document.id);
    else sketches.push({ document, shingles: shinglesOf(text) });
    yield sketches.length + unread.length;
  }
  const isAnswered = answeredPairs(view);
  const pairs = candidatePairs(sketches.map(({ shingles }) => shingles)).flatMap(([a, b]) => {
    const [one, other] = [sketches[a], sketches[b]];
    if (!one || !other || isAnswered(one.document.id, other.document.id)) return [];
    return kinshipOf(one, other) ?? [];
  });
  return { pairs: pairs.sort(bySureness), unread };
}

function readable(view: CaseView, id: string): string | undefined {
  try {
    return shownText(view.text(id), regionsOf(view, id));
  } catch (error) {
    if (error instanceof AppError && error.code === 'damaged') return undefined;
    throw error;
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function bySureness(one: NearDuplicate, other: NearDuplicate): number {
  return (
    other.score - one.score ||
    compare(one.documents[0], other.documents[0]) ||
    compare(one.documents[1], other.documents[1])
  );
}
