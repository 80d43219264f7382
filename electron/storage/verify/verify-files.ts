import { basename } from 'node:path';
import { asAppError } from '#data/errors.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { CaseFile } from '#data/storage/format.ts';
import { say } from '#data/words/say.ts';
import type { CaseParts } from '../snapshots/case-parts.ts';
import { hashed } from '../disk/sliced-bytes.ts';
import { previousOf, readSnapshotInSlices } from '../snapshots/snapshot-adapter.ts';
import type { Checking } from './checking.ts';

/** Every snapshot fits its hash, and so does the one before it; those that must be there are there. */
export async function checkSnapshots(
  { place, paths, disk }: CaseParts,
  { report, step, slice }: Checking,
): Promise<void> {
  const look = async <T extends object>(path: string): Promise<T | undefined> => {
    try {
      return await readSnapshotInSlices<T>(place, path, slice);
    } catch (error) {
      const { message } = asAppError(error);
      report.problems.push({ check: 'snapshot', where: basename(path), message });
      return undefined;
    }
  };
  const file = await look<CaseFile>(paths.caseFile);
  const previous = previousOf(paths.caseFile);
  if (disk.exists(previous)) await look(previous);
  for (const id of Object.keys(file?.shelves ?? {})) {
    await step();
    const path = paths.highlightFile(id);
    await look(path);
    if (disk.exists(previousOf(path))) await look(previousOf(path));
  }
}

/** Every original and every working text is there, and is what its document tells. */
export async function checkBlobs(
  { blobs }: CaseParts,
  state: CaseState,
  { report, step, slice }: Checking,
): Promise<void> {
  for (const { id, source, text } of [...state.all('document')]) {
    await step();
    report.checked.originals++;
    const original = await faultOf('original', source, async () => {
      const bytes = await blobs.sourceInSlices(source.sha256, slice);
      return bytes.length === source.size;
    });
    const words = await faultOf('text', text, async () => {
      const { text: found } = await blobs.textInSlices(text, slice);
      const hash = await hashed([Buffer.from(found)], slice);
      return found.length === text.length && hash.toString('hex') === text.sha256;
    });
    if (original) report.problems.push({ check: 'original', where: id, message: original });
    if (words) report.problems.push({ check: 'text', where: id, message: words });
  }
}

/** Files that only a removed document names are still what undo would bring back. */
export async function checkStrays(
  { blobs }: CaseParts,
  state: CaseState,
  { report, step, breathe, slice }: Checking,
): Promise<void> {
  const named = new Set<string>();
  for (const document of [...state.all('document')]) {
    for (const name of blobs.namesOf(document)) named.add(name);
    await breathe();
  }
  for (const name of blobs.names()) {
    await breathe();
    if (named.has(name)) continue;
    await step();
    if (await blobs.fits(name, slice)) continue;
    const message = say('checks.strayFile', { file: basename(name) });
    report.problems.push({ check: 'original', where: name, message });
  }
}

/** Why a file is not what its document tells; undefined when it is. */
async function faultOf(
  what: 'original' | 'text',
  { sha256: hash }: { sha256: string },
  fits: () => Promise<boolean>,
): Promise<string | undefined> {
  try {
    if (await fits()) return undefined;
    return say('checks.otherFile', { what, hash });
  } catch (error) {
    return asAppError(error).message;
  }
}
