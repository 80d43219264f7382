import { join } from 'node:path';
import { plainCodec, type Codec } from '#data/storage/codec.ts';
import { fileNameOf } from '#data/storage/file-name.ts';

/** Where the files of a case are. */
export interface CasePaths {
  readonly folder: string;
  readonly caseFile: string;
  readonly lock: string;
  readonly drafts: string;
  readonly documents: string;
  readonly texts: string;
  readonly sources: string;
  readonly journal: string;
  readonly backups: string;
  readonly quarantine: string;
  readonly index: string;
  /** The highlight file of a document. */
  highlightFile(document: string): string;
}

/** Paths within a case folder. Only the names of highlight files depend on the codec. */
export function casePaths(folder: string, codec: Codec = plainCodec): CasePaths {
  const documents = join(folder, 'documents');
  return {
    folder,
    caseFile: join(folder, 'case.json'),
    lock: join(folder, 'lock'),
    drafts: join(folder, 'drafts.json'),
    documents,
    texts: join(folder, 'texts'),
    sources: join(folder, 'sources'),
    journal: join(folder, 'journal'),
    backups: join(folder, 'backups'),
    quarantine: join(folder, 'quarantine'),
    index: join(folder, 'index'),
    highlightFile: (document) => join(documents, `${codec.fileName(fileNameOf(document))}.json`),
  };
}

/** Folders that every case has from the start. */
export function caseFolders(paths: CasePaths): string[] {
  return [paths.folder, paths.documents, paths.texts, paths.sources, paths.journal];
}
