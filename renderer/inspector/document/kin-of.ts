import type { DocumentLink } from '#data/model/document-link.ts';
import type { Origin } from '#data/model/origin.ts';
import type { CaseReader } from '#data/state/case-view.ts';
import { usersOf } from '#data/queries/users-of.ts';
import type { Request } from '#data/operations/engine.ts';
import { originKey } from '#data/queries/origins/outlets.ts';

/** What a document goes back to, and what goes back to it, as the analyst confirmed it. */
export interface Kin {
  links: DocumentLink[];
  origins: Origin[];
}

/** Cost: what refers to the document. */
export function kinOf(reader: CaseReader, document: string): Kin {
  return {
    links: usersOf(reader, 'documentLink', 'document', document).filter(
      ({ state }) => state === 'confirmed',
    ),
    origins: usersOf(reader, 'origin', 'document', document).filter(
      ({ state, documents }) => state === 'confirmed' && documents.includes(document),
    ),
  };
}

/** Puts a document under the origin of a name: the one that is there, or a new one. */
export function nameOrigin(
  reader: Pick<CaseReader, 'all'>,
  document: string,
  name: string,
  reason: string,
): Request {
  const key = originKey(name);
  const there = [...reader.all('origin')].find(
    (one) => one.state === 'confirmed' && originKey(one.name) === key,
  );
  if (!there) return { op: 'origin.add', input: { name, documents: [document], reason } };
  const documents = [...new Set([...there.documents, document])];
  return { op: 'origin.update', input: { id: there.id, documents } };
}

/** Takes a document from under an origin, and the origin away when it was its last. */
export function letGoOfOrigin({ id, documents }: Origin, document: string): Request {
  const rest = documents.filter((one) => one !== document);
  if (rest.length === 0) return { op: 'origin.remove', input: { id } };
  return { op: 'origin.update', input: { id, documents: rest } };
}
