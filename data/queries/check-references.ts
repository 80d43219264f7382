import type { Kind, RecordOf } from '../model/records.ts';
import type { CaseView } from '../state/case-view.ts';
import { say } from '../words/say.ts';
import { referencesOf } from '../model/references-of.ts';
import type { Problem } from './verify.ts';

/** Follows every reference of some records of one kind. */
export function checkReferences<K extends Kind>(
  view: CaseView,
  kind: K,
  records: Iterable<RecordOf<K>>,
): { references: number; problems: Problem[] } {
  const problems: Problem[] = [];
  let references = 0;
  for (const record of records) {
    for (const { field, kind: wanted, id } of referencesOf(kind, record)) {
      references++;
      if (view.kindOf(id) === wanted) continue;
      problems.push({
        check: 'reference',
        where: record.id,
        message: say('checks.danglingReference', { field, kind, wanted, id }),
      });
    }
  }
  return { references, problems };
}

/** Tags whose parents lead back to themselves: they would belong to no tree. */
export function checkTagTree(view: CaseView): Problem[] {
  const problems: Problem[] = [];
  for (const tag of view.all('tag')) {
    const seen = new Set([tag.id]);
    for (let up = tag.parent; up !== undefined; up = view.get('tag', up)?.parent) {
      if (up === tag.id) {
        problems.push({
          check: 'reference',
          where: tag.id,
          message: say('checks.tagOfItself', { name: tag.name }),
        });
      }
      if (seen.has(up)) break;
      seen.add(up);
    }
  }
  return problems;
}
