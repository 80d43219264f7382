import type { CaseDocument } from '../../model/document.ts';
import type { LinkType } from '../../model/document-link.ts';
import { orderOf } from '../edtf-order.ts';
import { isOfTwoPublishers, isSameHead, isSamePiece, knownOf } from './known-of.ts';
import { resemblance } from './shingles.ts';

/** A document with the shingles of its words. */
export interface Sketch {
  document: CaseDocument;
  shingles: Uint32Array;
}

/** Two documents of which one seems to go back to the other. */
export interface NearDuplicate {
  /** The copy, the newer version or the part; then what it goes back to: `from` and `to` of a link. */
  documents: [string, string];
  kind: Exclude<LinkType, 'translation-of'>;
  /** How alike they are, 0 to 1: what they share of all their words, of an excerpt the share of it that is in the other. */
  score: number;
  /** Share of the first that is in the second, 0 to 1, where it says more than the score. */
  contained?: number;
}

/** What two texts must share to be something of each other, by the length of the smaller one. */
interface Measure {
  /** Shingles of the smaller text up to which it holds. */
  until: number;
  /** Words that both say: a copy. */
  copied: number;
  /** Words of the smaller text that stand in the larger one: an excerpt. */
  excerpted: number;
  /** Shared words by which texts of one address or one title are editions of one piece. */
  edition: number;
  /** Share of all their words by which texts of which nothing else is known are one piece. */
  reworked?: number;
}

/**
 * Short notes share phrases by chance or because a form says so, and more is asked for. Different texts about
 * one event share some 7 of 100 shingles of the smaller one at most; every tenth word changed leaves 73.
 */
const measures: readonly Measure[] = [
  { until: 24, copied: 0.85, excerpted: 0.95, edition: 0.7 },
  { until: 60, copied: 0.75, excerpted: 0.7, edition: 0.5 },
  { until: Infinity, copied: 0.7, excerpted: 0.5, edition: 0.25, reworked: 0.35 },
];
/** Fewest shingles of a text of which anything is said unless the words are the same. */
const FEWEST = 8;
/** An excerpt is that much shorter than what it was taken from. */
const SHORTER = 0.8;

/** What one document is of another by what they share, and of what is known about them; undefined: nothing. */
export function kinshipOf(one: Sketch, other: Sketch): NearDuplicate | undefined {
  const [small, large] = one.shingles.length <= other.shingles.length ? [one, other] : [other, one];
  const { alike, inSecond, inFirst } = resemblance(small.shingles, large.shingles);
  const size = small.shingles.length;
  const measure = measures.find(({ until }) => size < until);
  if (!measure || size === 0 || (alike < 1 && size < FEWEST)) return undefined;
  const link = (kind: 'copy-of' | 'version-of') => inTime(small, large, kind, alike);
  if (alike === 1) return link('copy-of');
  const isEdition = inSecond >= measure.edition;
  if (isEdition && isSamePiece(small.document, large.document)) return link('version-of');
  if (Math.min(inFirst, inSecond) >= measure.copied) return link('copy-of');
  const isShorter = size <= SHORTER * large.shingles.length;
  if (isShorter && inSecond >= measure.excerpted) {
    const documents: [string, string] = [small.document.id, large.document.id];
    return {
      documents,
      kind: 'excerpt-of',
      score: rounded(inSecond),
      contained: rounded(inSecond),
    };
  }
  if (isEdition && isSameHead(small.document, large.document)) return link('version-of');
  if (alike < (measure.reworked ?? Infinity)) return undefined;
  return link(isOfTwoPublishers(small.document, large.document) ? 'copy-of' : 'version-of');
}

/** The later one goes back to the earlier one: by their dates, else by the order in which they came. */
function inTime(
  small: Sketch,
  large: Sketch,
  kind: 'copy-of' | 'version-of',
  alike: number,
): NearDuplicate {
  const [later, earlier] = isLater(small.document, large.document)
    ? [small, large]
    : [large, small];
  const { inSecond } = resemblance(later.shingles, earlier.shingles);
  return {
    documents: [later.document.id, earlier.document.id],
    kind,
    score: rounded(alike),
    ...(Math.abs(inSecond - alike) > 0.02 && { contained: rounded(inSecond) }),
  };
}

function isLater(one: CaseDocument, other: CaseDocument): boolean {
  const [first, second] = [knownOf(one, 'published'), knownOf(other, 'published')];
  if (first !== undefined && second !== undefined) {
    const [key, otherKey] = [orderOf(first), orderOf(second)];
    if (key !== otherKey) return key > otherKey;
  }
  if (one.createdAt !== other.createdAt) return one.createdAt > other.createdAt;
  return one.id > other.id;
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;
