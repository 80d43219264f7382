import { CaseStore } from '../case-store.ts';
import type { OpenOptions } from '../store-options.ts';
import { assembleCase } from './assemble-case.ts';

/**
 * Opens a case and repairs what a crash left (told in `status.recovery`). Where nothing can be
 * written it is open for reading. Throws `not-found`, `not-a-case`, `case-locked` (details: author,
 * host, pid), `newer-format`, `damaged`, `passphrase-needed`, `wrong-passphrase`.
 */
export async function openCase(folder: string, options: OpenOptions): Promise<CaseStore> {
  const assembly = await assembleCase(openCase, folder, options);
  const store = new CaseStore(options, assembly);
  await store.begin(assembly.mended);
  return store;
}
