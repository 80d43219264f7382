import { thisFormat, type FormatPlan } from '#data/storage/migrations.ts';
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
  /** Which format is written, and how older ones are read. */
  plan: FormatPlan;
  place: SnapshotPlace;
  blobs: Blobs;
  reader: JournalReader;
}

/** Parts of the case in a folder. Touches nothing. */
export function caseParts(
  disk: Disk,
  folder: string,
  codec: Codec = plainCodec,
  plan: FormatPlan = thisFormat,
): CaseParts {
  const paths = casePaths(folder, codec);
  return {
    disk,
    paths,
    codec,
    plan,
    place: { disk, codec, folder },
    blobs: new Blobs(disk, paths, codec),
    reader: new JournalReader(disk, paths.journal, codec, plan),
  };
}
