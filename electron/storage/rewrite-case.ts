import { join } from 'node:path';
import { AppError } from '#data/errors.ts';
import { residentKinds } from '#data/model/records.ts';
import type { CaseFile, ShelfFile } from '#data/storage/format.ts';
import { upgraded } from '#data/storage/migrations.ts';
import { caseParts, type CaseParts } from './case-parts.ts';
import { caseFolders, casePaths } from './case-paths.ts';
import type { CaseStore } from './case-store.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { putFile } from './durable-file.ts';
import { sha256 } from './hash.ts';
import { takeLock } from './lock.ts';
import { readSnapshot, SnapshotAdapter } from './snapshot-adapter.ts';
import { storageError } from './storage-error.ts';
import type { OpenOptions } from './store-options.ts';
import { buildingPlace, swapFolder } from './swap-folder.ts';
import { codecOf, vaultFor, writeVault, type OpenVault } from './vault/vault.ts';

/** Opens a case; handed in, because the store itself comes here for older formats. */
export type Open = (folder: string, options: OpenOptions) => Promise<CaseStore>;

/**
 * Writes a case anew beside its place, in another form: encrypted or not, and in the current format.
 * What was written is opened, verified and compared before it takes the place of the old one; until
 * that swap the case is as it was.
 */
export async function rewriteCase(
  open: Open,
  folder: string,
  to: OpenVault | undefined,
  options: OpenOptions,
): Promise<void> {
  const { disk = nodeDisk, author, plan } = options;
  const vault = await vaultFor(disk, folder, options);
  const asItIs = { ...options, keepFormat: true, ...(vault && { vault }) };
  const expected = await settled(await open(folder, asItIs));
  const source = caseParts(disk, folder, vault && codecOf(vault), plan);
  const building = buildingPlace(disk, folder);
  try {
    const target = caseParts(disk, building, to && codecOf(to), plan);
    for (const path of caseFolders(target.paths)) disk.makeFolder(path);
    if (to) await writeVault(disk, building, to.file);
    await recodeFiles(source, target);
    await disk.syncFolder(building);
    const copy = {
      author,
      disk,
      keepFormat: true,
      ...(plan && { plan }),
      ...(to && { vault: to }),
    };
    await proveEqual(await open(building, copy), expected);
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

/** Checks the case, closes it, and tells what it holds. */
async function settled(store: CaseStore): Promise<Expected> {
  try {
    if (store.status.mode !== 'writable') {
      throw new AppError('read-only', 'This case is open for reading only. Nothing was changed.');
    }
    needWhole((await store.verify()).problems.map(({ message }) => message));
    return contentsOf(store);
  } finally {
    await store.close();
  }
}

async function proveEqual(copy: CaseStore, expected: Expected): Promise<void> {
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
  if (from.codec.encrypted === to.codec.encrypted) await keepBackups(from, to);
}

/** The present generation of each; the one before is not worth it, the journal stands behind both. */
async function recodeSnapshots(from: CaseParts, to: CaseParts): Promise<void> {
  const { plan } = to;
  const file = readSnapshot<CaseFile>(from.place, from.paths.caseFile);
  const records = Object.fromEntries(
    residentKinds.map((kind) => [
      kind,
      file.records[kind].map((record) => upgraded(plan, kind, record)),
    ]),
  );
  await putSnapshot(to, to.paths.caseFile, { ...file, format: plan.current, records });
  for (const id of Object.keys(file.shelves)) {
    const shelf = readSnapshot<ShelfFile>(from.place, from.paths.shelf(id));
    const highlights = shelf.highlights.map((mark) => upgraded(plan, 'highlight', mark));
    await putSnapshot(to, to.paths.shelf(id), { ...shelf, format: plan.current, highlights });
  }
}

async function putSnapshot({ place }: CaseParts, path: string, data: object): Promise<void> {
  const adapter = new SnapshotAdapter(place, path);
  await adapter.write(data);
  await adapter.publish();
  await adapter.settle();
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

async function keepBackups(from: CaseParts, to: CaseParts): Promise<void> {
  const names = namesIn(from.disk, from.paths.backups);
  if (names.length > 0) to.disk.makeFolder(to.paths.backups);
  for (const name of names) {
    await putFile(
      to.disk,
      join(to.paths.backups, name),
      from.disk.read(join(from.paths.backups, name)),
    );
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
