import type { CaseView } from '../state/case-view.ts';

/**
 * Id of a codebook entry given by id or by name (upper and lower case are the same, spaces and
 * dashes too): scripts may write "member of". What is not found comes back as it was given.
 */
export function resolve(
  view: CaseView,
  kind: 'tag' | 'entityType' | 'relationType',
  given: string,
): string {
  if (view.get(kind, given)) return given;
  const wanted = plain(given);
  for (const entry of view.all(kind)) if (plain(entry.name) === wanted) return entry.id;
  return given;
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, ' ');
