import { randomBytes, randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { AppError } from '#data/errors.ts';
import { residentKinds } from '#data/model/records.ts';
import { History } from '#data/state/history.ts';
import type { Head } from '#data/storage/format.ts';
import { say } from '#data/words/say.ts';
import { caseParts, type CaseParts } from '../snapshots/case-parts.ts';
import { formatOf } from '../snapshots/format-of.ts';
import { caseFolders } from '../files/case-paths.ts';
import type { CaseStore } from '../case-store.ts';
import { nodeDisk } from '../disk/disk.ts';
import { scanTail } from '../journal/journal-scan.ts';
import { clearAway } from '../disk/durable-file.ts';
import type { Lock } from '../lock/lock.ts';
import { refuseCovered, sortFiles, type CaseFiles } from './own-files.ts';
import { temporaryName } from '../disk/temporary-name.ts';
import { recodeFiles } from './recode-files.ts';
import { storageError } from '../disk/storage-error.ts';
import type { OpenOptions } from '../store-options.ts';
import { beginSwap, type SwapNote } from './swap.ts';
import { finishRewrite } from './finish-rewrite.ts';
import { codecOf, vaultFor, writeVault, type OpenVault } from '../vault/vault.ts';

/** Opens a case; handed in, because the store itself comes here for older formats. */
export type Open = (folder: string, options: OpenOptions) => Promise<CaseStore>;

/** How a case is written anew. */
export interface RewriteOptions extends Omit<OpenOptions, 'readOnly' | 'lock'> {
  /** Told how much is done: checking, writing, checking again, and putting in place. */
  progress?: Progress;
  /** Told at the end which files the program does not know: they stay as they are, never encrypted. */
  carried?: (names: readonly string[]) => void;
  /** Stops the work, which then rejects with its reason, as long as the case is what it was. */
  signal?: AbortSignal;
}

type Progress = (done: number, total: number) => void;

/** Checking the case, writing it, checking what was written, putting it in place. */
const STAGES = 4;

/**
 * Writes a case anew, in another form: encrypted or not, and in the current format. Its successor is
 * built in a folder of its own within the case, opened, verified and compared; until it is, the case is
 * what it was. Then a note begins the swap, which whoever opens the case next finishes if we do not. The
 * caller holds the lock from before the first look to after the last change, and keeps it.
 *
 * Nothing plain ever lies beside a sealed case. Encrypting: the plain files go before the vault comes.
 * Decrypting: the successor is sealed with a key of its own, which the note tells; so the note is what
 * decrypts the case. Files of others in its folder are left where and as they are.
 */
export async function rewriteCase(
  open: Open,
  folder: string,
  to: OpenVault | undefined,
  lock: Lock,
  { progress, carried, signal, ...options }: RewriteOptions,
): Promise<void> {
  const { disk = nodeDisk, plan } = options;
  const stage = (nth: number) => (done: number, total: number) =>
    progress?.(nth + done / total, STAGES);
  const stoppable = (nth: number) => (done: number, total: number) => {
    signal?.throwIfAborted();
    stage(nth)(done, total);
  };
  const vault = await vaultFor(disk, folder, options);
  const asItIs = { ...options, ...(vault && { vault }) };
  const expected = await settled(
    await open(folder, { ...asItIs, lock, keepFormat: true }),
    stoppable(0),
  );
  const next = join(folder, temporaryName('next'));
  try {
    const job = { open, folder, next, from: vault, to, expected, lock, options };
    const { note, foreign } = await built(job, stoppable);
    await beginSwap(disk, folder, note);
    carried?.(foreign);
  } catch (error) {
    await clearAway(disk, next);
    throw storageError(error, say('doing.writeAnew'), folder);
  }
  try {
    await finishRewrite(disk, folder, plan, stage(3));
    progress?.(STAGES, STAGES);
  } catch (error) {
    throw notFinished(storageError(error, say('doing.putInPlace'), folder));
  }
}

/** What is written anew, and where and how. */
interface Job {
  open: Open;
  folder: string;
  /** Folder of the successor. */
  next: string;
  from: OpenVault | undefined;
  to: OpenVault | undefined;
  expected: Expected;
  lock: Lock;
  options: OpenOptions;
}

/** Builds the successor, proves it, and answers what to note for the swap. */
async function built(
  { open, folder, next, from, to, expected, lock, options }: Job,
  stage: (nth: number) => Progress,
): Promise<{ note: SwapNote; foreign: readonly string[] }> {
  const { disk = nodeDisk, author, plan } = options;
  const sealing = from && !to ? onlyHere() : undefined;
  const cover = to ?? sealing;
  // Then what was put aside, and backups, which have the form of the case, stay as they are.
  const sameForm = from?.file.id === to?.file.id;
  const source = caseParts(disk, folder, from && codecOf(from), plan);
  const target = caseParts(disk, next, cover && codecOf(cover), plan);
  for (const path of caseFolders(target.paths)) disk.makeFolder(path);
  if (to) await writeVault(disk, next, to.file);
  const { ours, foreign } = sortFiles(source);
  if (sealing) refuseCovered(source, foreign);
  await recodeFiles(source, target, { ours, aside: !sameForm }, stage(1));
  await disk.syncFolder(next);
  const copy = { author, disk, keepFormat: true, ...(plan && { plan }) };
  const store = await open(next, { ...copy, ...(cover && { vault: cover }) });
  await proveEqual(store, expected, stage(2), () => upgradeCase(store, formatOf(source)));
  await disk.syncFolder(folder);
  needUntouched(source, expected, lock);
  const remove = filesOf(source, ours, sameForm ? ['quarantine', 'backups'] : []);
  const note = { format: 1 as const, next: basename(next), remove };
  return { note: sealing ? { ...note, seal: sealOf(sealing) } : note, foreign };
}

/** A key for the successor of a case that is being decrypted; it opens nothing else, ever. */
function onlyHere(): OpenVault {
  const key = new Uint8Array(randomBytes(32));
  return { key, file: { format: 1, id: randomUUID(), cipher: 'AES-256-GCM', wraps: [] } };
}

const sealOf = ({ key, file }: OpenVault): NonNullable<SwapNote['seal']> => ({
  id: file.id,
  key: Buffer.from(key).toString('base64'),
});

/** All files but those of some folders. By the first segment, which goes first, a reader sees the swap. */
function filesOf(
  { reader }: CaseParts,
  ours: CaseFiles['ours'],
  without: readonly string[],
): string[] {
  const segments = reader.segments().map(({ name }) => `journal/${name}`);
  const files = [...ours]
    .filter(([folder]) => !without.includes(folder))
    .flatMap(([folder, names]) =>
      names.map((name) => (folder === '' ? name : `${folder}/${name}`)),
    );
  return [...new Set([...segments, ...files])];
}

/** What must be equal in the new form: the journal's head and the number of records of each kind. */
interface Expected {
  head: Head;
  records: number[];
}

/** Checks the case, closes it but for its lock, and tells what it holds. */
async function settled(store: CaseStore, progress: Progress): Promise<Expected> {
  try {
    if (store.status.mode !== 'writable') {
      throw new AppError('read-only', say('store.readOnlyRefused'));
    }
    needWhole((await store.verify({ progress })).problems.map(({ message }) => message));
    return contentsOf(store);
  } finally {
    await store.handOver();
  }
}

/** `then`: what is done to the copy when it is proved, before it is closed. */
async function proveEqual(
  copy: CaseStore,
  expected: Expected,
  progress: Progress,
  then: () => Promise<void>,
): Promise<void> {
  try {
    const problems = (await copy.verify({ progress })).problems.map(({ message }) => message);
    if (JSON.stringify(contentsOf(copy)) !== JSON.stringify(expected)) {
      problems.push(say('store.copyDiffers'));
    }
    needWhole(problems);
    await then();
  } finally {
    await copy.close();
  }
}

/** Gives a case what came with newer formats, as an operation that its journal tells of. */
async function upgradeCase(copy: CaseStore, from: number | undefined): Promise<void> {
  const to = copy.format;
  if (from === undefined || from >= to) return;
  await copy.perform({ op: 'case.upgrade', input: { from, to } });
}

/** Nobody but us may have written since: not even somebody who took our lock away. */
function needUntouched({ reader }: CaseParts, { head }: Expected, lock: Lock): void {
  const since = scanTail(reader, head, new History());
  if (lock.isOurs() && since.records === 0 && !since.cutShort) return;
  throw new AppError('case-locked', say('store.changedMeanwhile'));
}

function contentsOf({ state, head }: CaseStore): Expected {
  return { head, records: residentKinds.map((kind) => state.size(kind)) };
}

function needWhole(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new AppError('damaged', say('store.notSound', { problem: problems[0] ?? '' }), {
    problems: problems.slice(0, 20),
  });
}

function notFinished({ code, message, details }: AppError): AppError {
  return new AppError(code, say('store.notInPlace', { why: message }), details);
}
