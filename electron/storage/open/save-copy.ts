import type { CaseStore } from '../case-store.ts';
import type { WorkOptions } from '../disk/work-options.ts';
import { buildFolder } from '../files/build-folder.ts';
import { copyCase } from '../files/copy-case.ts';
import { openCase } from './open-case.ts';

/**
 * Copies an open case, with what could not be saved in it, to a new folder. Throws as `createCase`, and
 * `case-locked` while another process edits the case.
 */
export async function saveCopy(
  store: CaseStore,
  folder: string,
  options: WorkOptions = {},
): Promise<void> {
  const { author, disk } = store;
  await buildFolder(disk, folder, async (temporary) => {
    await store.atRest(({ paths, end }) => copyCase(disk, paths, temporary, end, options));
    const { vault } = store.vault;
    const copy = await openCase(temporary, { author, disk, ...(vault && { vault }) });
    try {
      // What is refused now (an undo with nothing left to undo) was never acknowledged.
      await Promise.allSettled(store.unsaved.map((request) => copy.perform(request)));
      if (copy.failure) throw copy.failure;
    } finally {
      await copy.close();
    }
  });
}
