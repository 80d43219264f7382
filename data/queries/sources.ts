import type { Marking } from '../model/common.ts';
import type { CaseView } from '../state/case-view.ts';

/** A document with its chain of custody, as sources are listed. */
export interface SourceEntry {
  id: string;
  title: string;
  publisher?: string;
  author?: string;
  /** EDTF. */
  published?: string;
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
}

/** All documents of the case with their custody, in the order of their import. */
export function* sourcesOf(view: CaseView): Generator<SourceEntry> {
  for (const document of view.all('document')) {
    const { id, title, publisher, author, published, url, marking, source, text } = document;
    yield {
      id,
      title,
      ...(publisher === undefined ? {} : { publisher }),
      ...(author === undefined ? {} : { author }),
      ...(published === undefined ? {} : { published }),
      ...(url === undefined ? {} : { url }),
      ...(marking === undefined ? {} : { marking }),
      ...source,
      textSha256: text.sha256,
      length: text.length,
    };
  }
}
