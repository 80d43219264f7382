import type { DocumentLink } from '../model/document-link.ts';
import type { CaseReader } from '../state/case-view.ts';
import { usersOf } from './users-of.ts';

/** Confirmed links between a document and its versions, older (`to`) and newer (`from`), the oldest link first. */
function versionLinks(reader: CaseReader, id: string): DocumentLink[] {
  return usersOf(reader, 'documentLink', 'document', id).filter(
    ({ type, state }) => type === 'version-of' && state === 'confirmed',
  );
}

/** Versions of a document that go back to it directly. */
export function newerVersions(reader: CaseReader, id: string): string[] {
  return versionLinks(reader, id).flatMap(({ from, to }) => (to === id ? [from] : []));
}

/** Versions that a document goes back to directly. */
export function olderVersions(reader: CaseReader, id: string): string[] {
  return versionLinks(reader, id).flatMap(({ from, to }) => (from === id ? [to] : []));
}

/** All older versions of a document, the nearest first. */
export function allOlderVersions(reader: CaseReader, id: string): string[] {
  const found = new Set([id]);
  for (const one of found) for (const older of olderVersions(reader, one)) found.add(older);
  found.delete(id);
  return [...found];
}
