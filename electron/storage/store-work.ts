import type { Packing } from './archive/pack-archive.ts';
import type { Unpacking } from './archive/unpack-archive.ts';
import type { OpenVault } from './vault/vault.ts';
import type { WorkOptions } from './disk/work-options.ts';

/** A case as another process reads it from the disk. */
export interface CasePlace {
  folder: string;
  /** The open vault of an encrypted case; it goes over in memory and is written nowhere. */
  vault?: OpenVault;
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
