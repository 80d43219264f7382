import { basename, join } from 'node:path';
import { AppError } from '#data/errors.ts';
import { residentKinds } from '#data/model/records.ts';
import type { ShelfFile } from '#data/storage/format.ts';
import { caseParts, type CaseParts } from './case-parts.ts';
import { caseFolders, casePaths } from './case-paths.ts';
import { CaseStore, type OpenOptions } from './case-store.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { putFile } from './durable-file.ts';
import { sha256 } from './hash.ts';
import { takeLock } from './lock.ts';
import { snapshotData } from './snapshot-text.ts';
import { storageError } from './storage-error.ts';
import { buildingPlace, swapFolder } from './swap-folder.ts';
import { codecOf, vaultFor, writeVault, type OpenVault } from './vault/vault.ts';

/**
 * Encrypts a case (`to` a vault) or decrypts it (`to` undefined): writes it anew beside its place,
 * opens and verifies what was written, and only then swaps. Until the swap the case is as it was.
 * Backups inside the case are left behind, because they hold the other form; what was put aside in
 * `quarantine/` comes along. Throws as {@link CaseStore.open}, and `damaged` when the case does not
 * verify (repair comes first).
 */
export async function recodeCase(
  folder: string,
  to: OpenVault | undefined,
  options: OpenOptions,
): Promise<void> {
  const { disk = nodeDisk, author } = options;
  const vault = await vaultFor(disk, folder, options);
  const store = await CaseStore.open(folder, { ...options, ...(vault && { vault }) });
  const expected = await settled(store);
  const source = caseParts(disk, folder, vault && codecOf(vault));
  const building = buildingPlace(disk, folder);
  try {
    const target = caseParts(disk, building, to && codecOf(to));
    for (const path of caseFolders(target.paths)) disk.makeFolder(path);
    if (to) await writeVault(disk, building, to.file);
    await recodeFiles(source, target);
    await disk.syncFolder(building);
    await proveEqual(building, to, expected, options);
    await takeLock(disk, casePaths(folder).lock, author); // goes away with the old folder
    await swapFolder(disk, folder);
  } catch (error) {
    disk.remove(building);
    throw storageError(error, 'write the case anew', folder);
  }
}

/** What must be equal in the new form: the journal's head and the number of records of each kind. */
interface Expected {
  head: string;
  records: number[];
}

/** Writes everything out, checks it, closes the case, and tells what it holds. */
async function settled(store: CaseStore): Promise<Expected> {
  try {
    if (store.status.mode !== 'writable') {
      throw new AppError('read-only', 'This case is open for reading only. Nothing was changed.');
    }
    await store.checkpoint();
    needWhole((await store.verify()).problems.map(({ message }) => message));
    return contentsOf(store);
  } finally {
    await store.close();
  }
}

async function proveEqual(
  building: string,
  vault: OpenVault | undefined,
  expected: Expected,
  { author, disk = nodeDisk }: OpenOptions,
): Promise<void> {
  const copy = await CaseStore.open(building, { author, disk, ...(vault && { vault }) });
  try {
    const problems = (await copy.verify()).problems.map(({ message }) => message);
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

async function recodeFiles(from: CaseParts, to: CaseParts): Promise<void> {
  await recodeSnapshots(from, to);
  await recodeBlobs(from, to);
  await recodeJournal(from, to);
  await recodeAside(from, to);
}

/** Both generations of each, bound to the name of the present one. */
async function recodeSnapshots(from: CaseParts, to: CaseParts): Promise<void> {
  for (const name of ['case.json', 'case.prev.json']) {
    const path = join(from.paths.folder, name);
    if (!from.disk.exists(path)) continue;
    const bytes = from.codec.openFile('case.json', from.disk.read(path));
    const sealed = to.codec.sealFile('case.json', bytes);
    await putFile(to.disk, join(to.paths.folder, name), sealed);
  }
  for (const name of namesIn(from.disk, from.paths.documents)) {
    const present = name.replace(/\.prev\.json$/, '.json');
    const raw = from.disk.read(join(from.paths.documents, name));
    const bytes = from.codec.openFile(`documents/${present}`, raw);
    const path = to.paths.shelf((snapshotData(bytes) as ShelfFile).id);
    const sealed = to.codec.sealFile(`documents/${basename(path)}`, bytes);
    const target = name === present ? path : path.replace(/\.json$/, '.prev.json');
    await putFile(to.disk, target, sealed);
  }
}

/** Also those that no document names any more: undo may bring the document back. */
async function recodeBlobs(from: CaseParts, to: CaseParts): Promise<void> {
  for (const [folder, ending] of [
    ['sources', ''],
    ['texts', '.json'],
  ] as const) {
    for (const name of namesIn(from.disk, join(from.paths.folder, folder))) {
      const raw = from.disk.read(join(from.paths.folder, folder, name));
      const bytes = from.codec.openFile(`${folder}/${name}`, raw);
      const target = `${folder}/${to.codec.fileName(sha256(bytes))}${ending}`;
      const path = join(to.paths.folder, target);
      await putFile(to.disk, path, to.codec.sealFile(target, bytes), 0o444);
    }
  }
}

/** Line by line; the hash chain is over the open text and stays as it is. */
async function recodeJournal(from: CaseParts, to: CaseParts): Promise<void> {
  for (const { name, path } of from.reader.segments()) {
    const lines = Buffer.from(from.disk.read(path)).toString('utf8').split('\n');
    const recoded = lines.map((line) => (line === '' ? '' : recodeLine(from, to, line)));
    await putFile(to.disk, join(to.paths.journal, name), Buffer.from(recoded.join('\n')));
  }
}

function recodeLine(from: CaseParts, to: CaseParts, line: string): string {
  const text = from.codec.openLine(line);
  return to.codec.sealLine((JSON.parse(text) as { n: number }).n, text);
}

/** Damaged bytes in the old form: sealed as they are, or opened where they open. */
async function recodeAside(from: CaseParts, to: CaseParts): Promise<void> {
  const names = namesIn(from.disk, from.paths.quarantine);
  if (names.length > 0) to.disk.makeFolder(to.paths.quarantine);
  for (const name of names) {
    const logical = `quarantine/${name}`;
    const raw = from.disk.read(join(from.paths.quarantine, name));
    const sealed = to.codec.sealFile(logical, opened(from, logical, raw));
    await putFile(to.disk, join(to.paths.quarantine, name), sealed);
  }
}

function opened({ codec }: CaseParts, name: string, raw: Uint8Array): Uint8Array {
  try {
    return codec.openFile(name, raw);
  } catch {
    return raw;
  }
}

function namesIn(disk: Disk, folder: string): string[] {
  return disk.exists(folder) ? disk.list(folder).filter((name) => !name.endsWith('.tmp')) : [];
}
