import type { Packing } from './archive/pack-archive.ts';
import type { WorkOptions } from './work-options.ts';

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
}
