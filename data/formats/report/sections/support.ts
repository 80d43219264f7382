import { say } from '../../../words/say.ts';
import { data, joined, text, type Content } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { phrase, slot } from '../phrase.ts';

/**
 * From how many documents and independent origins evidence comes, and which origins several of them share;
 * undefined when all of it stands in one document.
 */
export function supportWords(
  { highlights, independent }: ReportContext,
  evidence: readonly string[],
): Content | undefined {
  const documents = new Set(evidence.flatMap((id) => highlights.get(id)?.document ?? []));
  if (documents.size < 2) return undefined;
  const groups = independent.groups(documents);
  const shared = groups.filter((one) => one.documents.length > 1).flatMap(({ names }) => names);
  const count = say('kinship.support', { documents: documents.size, origins: groups.length });
  if (shared.length === 0) return [text(count)];
  const names = joined(
    shared.map((name) => [data(name)]),
    '; ',
  );
  return phrase(say('kinship.supportShared', { count, names: slot(0) }), names);
}
