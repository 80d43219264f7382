import { plainCodec, type Codec } from '#data/storage/codec.ts';
import { Blobs } from './blobs.ts';
import { casePaths, type CasePaths } from './case-paths.ts';
import type { Disk } from './disk.ts';
import { JournalReader } from './journal-reader.ts';
import type { SnapshotPlace } from './snapshot-adapter.ts';

/** The files of a case and what reads them: everything that needs no state. */
export interface CaseParts {
  disk: Disk;
  paths: CasePaths;
  codec: Codec;
  place: SnapshotPlace;
  blobs: Blobs;
  reader: JournalReader;
}

/** Parts of the case in a folder. Touches nothing. */
export function caseParts(disk: Disk, folder: string, codec: Codec = plainCodec): CaseParts {
  const paths = casePaths(folder, codec);
  return {
    disk,
    paths,
    codec,
    place: { disk, codec, folder },
    blobs: new Blobs(disk, paths, codec),
    reader: new JournalReader(disk, paths.journal, codec),
  };
}
