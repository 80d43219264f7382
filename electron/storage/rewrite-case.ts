import { AppError } from '#data/errors.ts';
import { residentKinds } from '#data/model/records.ts';
import { caseParts } from './case-parts.ts';
import { caseFolders, casePaths } from './case-paths.ts';
import type { CaseStore } from './case-store.ts';
import { carryOver } from './carry-over.ts';
import { nodeDisk } from './disk.ts';
import { takeLock } from './lock.ts';
import { recodeFiles } from './recode-files.ts';
import { storageError } from './storage-error.ts';
import type { OpenOptions } from './store-options.ts';
import { buildingPlace, swapFolder } from './swap-folder.ts';
import { codecOf, vaultFor, writeVault, type OpenVault } from './vault/vault.ts';

/** Opens a case; handed in, because the store itself comes here for older formats. */
export type Open = (folder: string, options: OpenOptions) => Promise<CaseStore>;

/** How a case is written anew. */
export interface RewriteOptions extends OpenOptions {
  /** Told how much is done: checking, writing and checking again count the same. */
  progress?: (done: number, total: number) => void;
  /** Told at the end which files the program does not know: they come along as they are, never encrypted. */
  carried?: (names: readonly string[]) => void;
}

/** Checking the case, writing it, checking what was written. */
const STAGES = 3;

/**
 * Writes a case anew beside its place, in another form: encrypted or not, and in the current format.
 * What was written is opened, verified and compared before it takes the place of the old one; until
 * that swap the case is as it was. Files that somebody else has put into its folder come along as
 * they are.
 */
export async function rewriteCase(
  open: Open,
  folder: string,
  to: OpenVault | undefined,
  { progress, carried, ...options }: RewriteOptions,
): Promise<void> {
  const { disk = nodeDisk, author, plan } = options;
  const stage = (nth: number) => (done: number, total: number) =>
    progress?.(nth + done / total, STAGES);
  const vault = await vaultFor(disk, folder, options);
  const asItIs = { ...options, keepFormat: true, ...(vault && { vault }) };
  const expected = await settled(await open(folder, asItIs), stage(0));
  const source = caseParts(disk, folder, vault && codecOf(vault), plan);
  const building = await buildingPlace(disk, folder);
  try {
    const target = caseParts(disk, building, to && codecOf(to), plan);
    for (const path of caseFolders(target.paths)) disk.makeFolder(path);
    if (to) await writeVault(disk, building, to.file);
    await recodeFiles(source, target, stage(1));
    const unknown = await carryOver(source, target.paths);
    await disk.syncFolder(building);
    const copy = {
      author,
      disk,
      keepFormat: true,
      ...(plan && { plan }),
      ...(to && { vault: to }),
    };
    await proveEqual(await open(building, copy), expected, stage(2));
    await takeLock(disk, casePaths(folder).lock, author); // goes away with the old folder
    await swapFolder(disk, folder);
    carried?.(unknown);
  } catch (error) {
    await disk.beside.remove(building);
    throw storageError(error, 'write the case anew', folder);
  }
}

type Progress = NonNullable<RewriteOptions['progress']>;

/** What must be equal in the new form: the journal's head and the number of records of each kind. */
interface Expected {
  head: string;
  records: number[];
}

/** Checks the case, closes it, and tells what it holds. */
async function settled(store: CaseStore, progress: Progress): Promise<Expected> {
  try {
    if (store.status.mode !== 'writable') {
      throw new AppError('read-only', 'This case is open for reading only. Nothing was changed.');
    }
    needWhole((await store.verify({ progress })).problems.map(({ message }) => message));
    return contentsOf(store);
  } finally {
    await store.close();
  }
}

async function proveEqual(copy: CaseStore, expected: Expected, progress: Progress): Promise<void> {
  try {
    const problems = (await copy.verify({ progress })).problems.map(({ message }) => message);
    if (JSON.stringify(contentsOf(copy)) !== JSON.stringify(expected)) {
      problems.push('The copy does not hold what the case holds.');
    }
    needWhole(problems);
  } finally {
    await copy.close();
  }
}

function contentsOf({ state, head }: CaseStore): Expected {
  return { head: head.hash, records: residentKinds.map((kind) => state.size(kind)) };
}

function needWhole(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new AppError(
    'damaged',
    `The case does not pass its check (${problems[0]}). Nothing was changed; check and repair it first.`,
    { problems: problems.slice(0, 20) },
  );
}
