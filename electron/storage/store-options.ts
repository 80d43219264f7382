import type { Codebook } from '#data/model/codebook.ts';
import type { Marking } from '#data/model/common.ts';
import type { Request } from '#data/operations/engine.ts';
import type { Clock } from '#data/ports.ts';
import type { FormatPlan } from '#data/storage/migrations.ts';
import type { Disk } from './disk/disk.ts';
import type { Lock } from './lock/lock.ts';
import type { Blobs } from './snapshots/blobs.ts';
import type { StoreWork } from './store-work.ts';
import type { OpenVault, Secret } from './vault/vault.ts';

/** How a case is opened. */
export interface OpenOptions {
  /** Who signs the changes. */
  author: string;
  /** Take no lock and write nothing. */
  readOnly?: boolean;
  /** Opens an encrypted case; not looked at in a plain one. */
  secret?: Secret;
  /** Leave a case of an older format as it is; it is read as if it were of the current one. */
  keepFormat?: boolean;
  /** Which format is written, and how older ones are read; a test brings its own. */
  plan?: FormatPlan;
  /** Told how far it is while a case of an older format is brought to the current one. */
  upgrading?: (done: number, total: number) => void;
  /** The lock of the case, held already. The store takes it over when it opens; until then it is the caller's. */
  lock?: Lock;
  /** The vault of an encrypted case, when it is open already. For a new case: encrypts it. */
  vault?: OpenVault;
  /** Vaults that are open already: one of them is used when the case has it. */
  keys?: readonly OpenVault[];
  /** Leave what is derived as it was found: whoever opens the case brings it up, see `CaseStore.bringUp`. */
  later?: boolean;
  /** Clock and identifiers; those of the system unless a test brings its own. */
  clock?: Clock;
  /** Bytes after which the journal goes on in a new segment; 4 MB unless a test brings its own. */
  segment?: number;
  /** File system; the real one unless a test brings a faulty one. */
  disk?: Disk;
  /** Does long work in another process, on the real file system; without it, it is done here. */
  work?: StoreWork;
}

/** What a new case starts with. */
export interface CreateOptions extends Omit<OpenOptions, 'readOnly' | 'secret' | 'lock'> {
  title: string;
  marking?: Marking;
  codebook: Codebook;
  /** Puts in what the case begins with, before it takes its place: it appears whole or not at all. */
  fill?: (store: Filling) => Promise<void>;
}

/** How a new case is filled: as an open one is changed. */
export interface Filling {
  perform(request: Request): Promise<unknown>;
  readonly blobs: Pick<Blobs, 'putSource' | 'putText'>;
}
