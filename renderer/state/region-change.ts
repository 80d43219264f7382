import type { CaseChange } from '#data/api/case-snapshot.ts';
import type { Region } from '#data/model/region.ts';

/** What changed of what is folded away. */
export interface RegionChange {
  put: readonly Region[];
  /** Ids of those that are gone. */
  gone: ReadonlySet<string>;
  /** Documents that any of it is about. */
  documents: ReadonlySet<string>;
}

/** What a change of the case is to what is folded away; undefined when it is nothing to it. */
export function regionChange({ put, remove }: CaseChange): RegionChange | undefined {
  const records = put.flatMap(({ kind, record }) => (kind === 'region' ? [record] : []));
  const removed = remove.filter(({ kind }) => kind === 'region');
  if (records.length + removed.length === 0) return undefined;
  const documents = new Set(records.map(({ document }) => document));
  for (const { document } of removed) if (document !== undefined) documents.add(document);
  return { put: records, gone: new Set(removed.map(({ id }) => id)), documents };
}
