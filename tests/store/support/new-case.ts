import codebook from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { Codebook } from '#data/model/codebook.ts';
import type { Clock } from '#data/ports.ts';
import type { FormatPlan } from '#data/storage/migrations.ts';
import { openCase } from '../../../electron/storage/open/open-case.ts';
import { createCase } from '../../../electron/storage/open/create-case.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import type { Disk } from '../../../electron/storage/disk/disk.ts';
import type { OpenVault, Secret } from '../../../electron/storage/vault/vault.ts';
import { firstDocuments, wordsOf } from './edits.ts';
import { importRequest, type Notes } from './work.ts';

/** What a test brings instead of the machine's own. */
export interface Surroundings {
  disk?: Disk;
  clock?: Clock;
  /** Bytes after which the journal goes on in a new segment. */
  segment?: number;
  /** Encrypts the case. */
  vault?: OpenVault;
  /** Vaults that are open already. */
  keys?: readonly OpenVault[];
  /** What opens an encrypted case. */
  secret?: Secret;
  /** Which format is written. */
  plan?: FormatPlan;
  readOnly?: boolean;
}

const book = Codebook.parse(codebook);

/** The codebook of test cases, with one tag that all highlights carry. */
const forTests: Codebook = { ...book, tags: [{ id: 'doubt', name: 'Doubt' }] };

/** Who signs in tests. */
export const AUTHOR = 'Test';
export const TITLE = 'A case to prove';

/** Makes a case with two documents and opens it; what was acknowledged is noted. */
export async function newCase(
  folder: string,
  notes: Notes,
  surroundings: Surroundings = {},
): Promise<CaseStore> {
  const created = { author: AUTHOR, title: TITLE, codebook: forTests, ...surroundings };
  const store = await createCase(folder, created);
  try {
    for (const [index, id] of firstDocuments.entries()) {
      const request = await importRequest(store, id, wordsOf(id));
      notes.begin(-1 - index, request);
      notes.ack(-1 - index, await store.perform(request));
    }
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Opens a case as a later session would. */
export function reopen(folder: string, surroundings: Surroundings = {}): Promise<CaseStore> {
  return openCase(folder, { author: AUTHOR, ...surroundings });
}
