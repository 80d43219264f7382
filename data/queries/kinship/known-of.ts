import type { CaseDocument } from '../../model/document.ts';
import type { Proposal } from '../../model/reading.ts';
import { fold } from '../../text/fold.ts';

type Known = Pick<CaseDocument, 'title' | 'publisher' | 'url' | 'published' | 'proposals'>;

/** Something about a document as the analyst says, else as it was found and waits for a word. */
export function knownOf(
  document: Known,
  field: 'title' | 'publisher' | 'url' | 'published',
): string | undefined {
  const found = document.proposals?.find((one: Proposal) => one.field === field);
  return document[field] ?? found?.value;
}

/** Whether two documents are told to be the same piece: of one address, or of one title and publisher. */
export function isSamePiece(one: Known, other: Known): boolean {
  if (same(addressOf(one), addressOf(other))) return true;
  return isOfOneTitle(one, other) && same(publisherOf(one), publisherOf(other));
}

/** Whether two documents have one title and nothing says that two outlets printed it. */
export function isSameHead(one: Known, other: Known): boolean {
  return isOfOneTitle(one, other) && !isOfTwoPublishers(one, other);
}

/** Whether the words of two titles are the same; signs and capitals count for nothing. */
function isOfOneTitle(one: Known, other: Known): boolean {
  const [first, second] = [one, other].map(({ title }) =>
    fold(title)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  return same(first, second);
}

/** Whether two outlets are told to have printed them. */
export function isOfTwoPublishers(one: Known, other: Known): boolean {
  const [first, second] = [publisherOf(one), publisherOf(other)];
  return first !== undefined && second !== undefined && first !== second;
}

function publisherOf(document: Known): string | undefined {
  const publisher = knownOf(document, 'publisher');
  return publisher === undefined ? undefined : fold(publisher);
}

/** An address without what changes from one visit to the next. */
function addressOf(document: Known): string | undefined {
  const url = knownOf(document, 'url');
  if (url === undefined) return undefined;
  const [address = ''] = url.trim().split('#', 1);
  return address
    .replace(/^[a-z]{1,8}:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

const same = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one !== '' && one === other;
