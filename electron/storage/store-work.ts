import type { SegmentEnd } from './journal/journal-reader.ts';
import type { OpenVault } from './vault/vault.ts';
import type { Disk } from './disk/disk.ts';
import type { WorkOptions } from './disk/work-options.ts';
import type { CasePaths } from './files/case-paths.ts';

/** A case as another process reads it from the disk. */
export interface CasePlace {
  folder: string;
  /** The open vault of an encrypted case; it goes over in memory and is written nowhere. */
  vault?: OpenVault;
}

/** The state of the case that is written: its last record, and where the journal ends. */
export interface ArchiveState {
  n: number;
  end: SegmentEnd | undefined;
}

/** A case that is to be packed. It can be told to another process. */
export interface Packing {
  /** Folder of the case. */
  folder: string;
  state: ArchiveState;
  /** File that is written; whoever asks for it gives it its name, or removes it. */
  temporary: string;
  /** That name, for what is said of failures. */
  target: string;
}

/** An archive that is to be unpacked. It can be told to another process. */
export interface Unpacking {
  archive: string;
  /** Folder that its files are put into; whoever asks for it gives it its name, or removes it. */
  temporary: string;
  /** That name, for what is said of failures. */
  folder: string;
}

/**
 * Long work on the files of a case that can be done beside the program, in another process. By the time a
 * promise settles nothing of that work goes on, however it ended. It reaches the real disk only.
 */
export interface StoreWork {
  /**
   * As `packArchive`. Throws `no-space`, `no-permission` ... in words, `export-failed` when the other
   * process does not get to the end, and the reason of the signal.
   */
  archive(packing: Packing, options: WorkOptions): Promise<void>;
  /** As `unpackArchive`. Throws in the same way, and `import-failed` instead of `export-failed`. */
  unpack(unpacking: Unpacking, options: WorkOptions): Promise<void>;
  /**
   * The bytes of a derived store by its name, as the case on the disk has it by now. Throws what reading the
   * case throws, `export-failed` when the other process does not get to the end, and the reason of the signal.
   */
  derive(place: CasePlace, name: string, options: WorkOptions): Promise<Uint8Array>;
}

/** The files of a case whose snapshots nobody writes meanwhile. */
export interface FilesAtRest {
  disk: Disk;
  paths: CasePaths;
  /** Number of the last acknowledged record, and where the journal ends with it. */
  n: number;
  end: SegmentEnd | undefined;
  /** Does long work on them in another process, if there is one. */
  elsewhere: StoreWork | undefined;
}
