import { fold } from '../text/fold.ts';
import type { Stored } from '../model/common.ts';
import type { CaseView } from '../state/case-view.ts';

/**
 * Id of a codebook entry given by id or by name (upper and lower case are the same, spaces and
 * dashes too): scripts may write "member of". Of several with that name the oldest is meant, so that
 * the answer does not hang on the order of the table. What is not found comes back as it was given.
 */
export function resolve(
  view: CaseView,
  kind: 'tag' | 'entityType' | 'relationType',
  given: string,
): string {
  if (view.get(kind, given)) return given;
  const wanted = plain(given);
  let found: Named | undefined;
  for (const entry of view.all(kind)) {
    if (plain(entry.name) === wanted && (!found || isOlder(entry, found))) found = entry;
  }
  return found?.id ?? given;
}

type Named = Pick<Stored, 'id' | 'createdAt'>;

const isOlder = (one: Named, other: Named): boolean =>
  one.createdAt === other.createdAt ? one.id < other.id : one.createdAt < other.createdAt;

const plain = (text: string): string => fold(text).replace(/[\s_-]+/g, ' ');
