import { join } from 'node:path';
import { AppError } from '#data/errors.ts';
import type { CaseFile, HighlightFile } from '#data/storage/format.ts';
import { numberOf } from '#data/storage/journal-record.ts';
import { say } from '#data/words/say.ts';
import type { CaseParts } from '../snapshots/case-parts.ts';
import { DRAFTS, DraftsFile } from '../snapshots/drafts-file.ts';
import { putFile } from '../disk/durable-file.ts';
import type { CaseFiles } from './own-files.ts';
import { encoded, hashed, joined, opened, readInSlices, sealed } from '../disk/sliced-bytes.ts';
import { readSnapshotInSlices, SnapshotAdapter } from '../snapshots/snapshot-adapter.ts';
import { TimeSlice } from '../disk/time-slice.ts';
import { allRecords } from '../snapshots/upgraded-records.ts';

type Step = () => void;
type Ours = CaseFiles['ours'];

/** Which files of a case are written anew. */
export interface Recoding {
  /** Those of the program, see {@link sortFiles}. */
  ours: Ours;
  /** Whether what was put aside is written too; else it is left where it is. */
  aside: boolean;
}

/**
 * Writes the files of a case into the folder of another, in the other's form and format, over what is
 * there. `progress` is told after every file. Backups, which have the form of the case, are not written.
 * Throws what the disk throws, and `damaged`.
 */
export async function recodeFiles(
  from: CaseParts,
  to: CaseParts,
  { ours, aside }: Recoding,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const folders = ['documents', 'sources', 'texts', 'journal'];
  const total = folders.reduce((sum, folder) => sum + (ours.get(folder)?.length ?? 0), 1);
  let done = 0;
  const step = (): void => progress(Math.min(++done, total), total);
  await recodeSnapshots(from, to, step);
  await recodeBlobs(from, to, ours, step);
  await recodeJournal(from, to, step);
  if (aside) await recodeAside(from, to, ours);
  if (ours.get('')?.includes(DRAFTS)) await new DraftsFile(to).write(new DraftsFile(from).read());
}

/** The present generation of each; the one before is not worth it, the journal stands behind both. */
async function recodeSnapshots(from: CaseParts, to: CaseParts, step: Step): Promise<void> {
  const { upgrade } = from;
  const format = upgrade.plan.current;
  const slice = new TimeSlice();
  const file = await readSnapshotInSlices<CaseFile>(from.place, from.paths.caseFile, slice);
  const records = await allRecords(upgrade, file, slice);
  await putSnapshot(to, to.paths.caseFile, { ...file, format, records });
  for (const id of Object.keys(file.shelves)) {
    const shelf = await readSnapshotInSlices<HighlightFile>(
      from.place,
      from.paths.highlightFile(id),
      slice,
    );
    const highlights = shelf.highlights.map((mark) => upgrade.record('highlight', mark));
    await putSnapshot(to, to.paths.highlightFile(id), { ...shelf, format, highlights });
    step();
  }
}

async function putSnapshot({ place }: CaseParts, path: string, data: object): Promise<void> {
  const adapter = new SnapshotAdapter(place, path);
  await adapter.write(data);
  await adapter.publish();
  await adapter.settle();
}

/** Also those that no document names any more: undo may bring the document back. */
async function recodeBlobs(from: CaseParts, to: CaseParts, ours: Ours, step: Step): Promise<void> {
  const slice = new TimeSlice();
  for (const [folder, ending] of [
    ['sources', ''],
    ['texts', '.json'],
  ] as const) {
    for (const name of namesOf(ours, folder)) {
      const raw = await readInSlices(from.disk, join(from.paths.folder, folder, name), slice);
      const bytes = await opened(from.codec, `${folder}/${name}`, raw, slice);
      const hash = (await hashed([bytes], slice)).toString('hex');
      const target = `${folder}/${to.codec.fileName(hash)}${ending}`;
      const path = join(to.paths.folder, target);
      await putFile(to.disk, path, await sealed(to.codec, target, bytes, slice), 0o444);
      step();
    }
  }
}

/** Line by line; the hash chain is over the open text and stays as it is. */
async function recodeJournal(from: CaseParts, to: CaseParts, step: Step): Promise<void> {
  const slice = new TimeSlice();
  for (const segment of from.reader.segments()) {
    const lines = from.reader.bytes(segment).toString('utf8').split('\n');
    const recoded = await encoded(recodedLines(from, to, lines), slice);
    await putFile(to.disk, join(to.paths.journal, segment.name), await joined(recoded, slice));
    step();
  }
}

function* recodedLines(
  from: CaseParts,
  to: CaseParts,
  lines: readonly string[],
): Generator<string> {
  for (const [place, line] of lines.entries()) {
    const end = place > 0 ? '\n' : '';
    yield line === '' ? end : end + recodeLine(from, to, line);
  }
}

/** Throws `damaged` for a line that is no record; the case was checked before. */
function recodeLine(from: CaseParts, to: CaseParts, line: string): string {
  const text = from.codec.openLine(line);
  const n = numberOf(text);
  if (n === undefined) throw new AppError('damaged', say('store.noRecord'));
  return Buffer.from(to.codec.sealLine(n, Buffer.from(text))).toString('utf8');
}

/** Damaged bytes in the old form: sealed as they are, or opened where they open. */
async function recodeAside(from: CaseParts, to: CaseParts, ours: Ours): Promise<void> {
  const names = namesOf(ours, 'quarantine');
  if (names.length > 0) to.disk.makeFolder(to.paths.quarantine);
  for (const name of names) {
    const logical = `quarantine/${name}`;
    const raw = from.disk.read(join(from.paths.quarantine, name));
    const box = to.codec.sealFile(logical, asItWas(from, logical, raw));
    await putFile(to.disk, join(to.paths.quarantine, name), box);
  }
}

function asItWas({ codec }: CaseParts, name: string, raw: Uint8Array): Uint8Array {
  try {
    return codec.openFile(name, raw);
  } catch {
    return raw;
  }
}

/** Without what an earlier version of the program did not finish. */
function namesOf(ours: Ours, folder: string): string[] {
  return (ours.get(folder) ?? []).filter((name) => !name.endsWith('.tmp'));
}
