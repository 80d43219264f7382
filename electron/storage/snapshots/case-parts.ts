import { thisFormat, Upgrade, type FormatPlan } from '#data/storage/migrations.ts';
import { plainCodec, type Codec } from '#data/storage/codec.ts';
import { Blobs } from './blobs.ts';
import { casePaths, type CasePaths } from '../files/case-paths.ts';
import type { Disk } from '../disk/disk.ts';
import { JournalReader } from '../journal/journal-reader.ts';
import { OlderRecords } from './older-records.ts';
import type { SnapshotPlace } from './snapshot-adapter.ts';

/** The files of a case and what reads them: everything that needs no state. */
export interface CaseParts {
  disk: Disk;
  paths: CasePaths;
  codec: Codec;
  /** Which format is written. */
  plan: FormatPlan;
  /** How what is read of older formats comes into that one. */
  upgrade: Upgrade;
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
  const blobs = new Blobs(disk, paths, codec);
  const older = new JournalReader(disk, paths.journal, codec);
  const upgrade = new Upgrade(plan, new OlderRecords(older, blobs));
  return {
    disk,
    paths,
    codec,
    plan,
    upgrade,
    place: { disk, codec, folder },
    blobs,
    reader: new JournalReader(disk, paths.journal, codec, upgrade),
  };
}
