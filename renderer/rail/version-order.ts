import type { CaseDocument } from '#data/model/document.ts';
import { allOlderVersions } from '#data/queries/versions.ts';
import type { CaseReader } from '#data/state/case-view.ts';

/** Ids of the documents that have a newer version. Cost: one look at every link. */
export function outdated(
  links: Iterable<{ type: string; state: string; to: string }>,
): Set<string> {
  const ids = new Set<string>();
  for (const { type, state, to } of links) {
    if (type === 'version-of' && state === 'confirmed') ids.add(to);
  }
  return ids;
}

/** Documents with the older versions of each right below it; an older one whose newest is not there keeps its place. */
export function withVersionsBelow(
  reader: CaseReader,
  documents: readonly CaseDocument[],
  old: ReadonlySet<string>,
): CaseDocument[] {
  if (old.size === 0) return [...documents];
  const byId = new Map(documents.map((one) => [one.id, one]));
  const ordered = new Set<CaseDocument>();
  for (const document of documents) {
    if (old.has(document.id)) continue;
    ordered.add(document);
    for (const id of allOlderVersions(reader, document.id)) {
      const older = byId.get(id);
      if (older) ordered.add(older);
    }
  }
  for (const document of documents) ordered.add(document);
  return [...ordered];
}
