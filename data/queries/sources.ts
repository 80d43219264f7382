import type { Marking } from '../model/common.ts';
import type { LinkType } from '../model/document-link.ts';
import type { OriginalCopy } from '../model/document.ts';
import type { CaseView } from '../state/case-view.ts';
import { usersOf } from './users-of.ts';

/** A document with its chain of custody, as sources are listed. */
export interface SourceEntry {
  id: string;
  title: string;
  publisher?: string;
  author?: string;
  /** EDTF. */
  published?: string;
  place?: string;
  url?: string;
  marking?: Marking;
  /** Of the original bytes. */
  sha256: string;
  /** Size of the original in bytes. */
  size: number;
  mediaType: string;
  origin: string;
  /** UTC instant. */
  collectedAt: string;
  collector: string;
  method: string;
  /** SHA-256 of the working text in UTF-8: what the offsets of quotes count in. */
  textSha256: string;
  /** Length of the working text in UTF-16 code units. */
  length: number;
  /** The encoding in which the original was read, and how many characters could not be. */
  encoding?: string;
  damaged?: number;
  /** Copies of the original that left the case. */
  copies: readonly OriginalCopy[];
  /** Title of the document that it came with. */
  attachedTo?: string;
  /** Names of confirmed origins, and confirmed links to what it was made of. */
  origins: readonly string[];
  links: readonly { type: LinkType; title: string }[];
}

/** All documents of the case with their custody, in the order of their import. */
export function* sourcesOf(view: CaseView): Generator<SourceEntry> {
  for (const document of view.all('document')) {
    const { id, title, publisher, author, published, place, url, marking, source, text } = document;
    const { reading: { encoding, damaged } = {}, copies = [] } = document;
    const message = document.attachedTo && view.get('document', document.attachedTo)?.title;
    yield {
      id,
      title,
      ...(publisher === undefined ? {} : { publisher }),
      ...(author === undefined ? {} : { author }),
      ...(published === undefined ? {} : { published }),
      ...(place === undefined ? {} : { place }),
      ...(url === undefined ? {} : { url }),
      ...(marking === undefined ? {} : { marking }),
      ...source,
      textSha256: text.sha256,
      length: text.length,
      ...(encoding === undefined ? {} : { encoding }),
      ...(damaged === undefined ? {} : { damaged }),
      copies,
      ...(message ? { attachedTo: message } : {}),
      ...goesBackTo(view, id),
    };
  }
}

function goesBackTo(view: CaseView, id: string): Pick<SourceEntry, 'origins' | 'links'> {
  const origins = usersOf(view, 'origin', 'document', id).filter(
    ({ documents, state }) => state === 'confirmed' && documents.includes(id),
  );
  const links = usersOf(view, 'documentLink', 'document', id).filter(
    ({ from, state }) => state === 'confirmed' && from === id,
  );
  return {
    origins: origins.map(({ name }) => name),
    links: links.map(({ type, to }) => ({ type, title: view.get('document', to)?.title ?? to })),
  };
}
