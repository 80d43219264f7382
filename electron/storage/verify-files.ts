import { basename } from 'node:path';
import { asAppError } from '#data/errors.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { CaseFile } from '#data/storage/format.ts';
import type { CaseParts } from './case-parts.ts';
import { sha256 } from './hash.ts';
import { previousOf, readSnapshot } from './snapshot-adapter.ts';
import type { Checking } from './verify.ts';

/** Every snapshot fits its hash, and so does the one before it; those that must be there are there. */
export async function checkSnapshots(
  { place, paths, disk }: CaseParts,
  { report, step }: Checking,
): Promise<void> {
  const look = <T extends object>(path: string): T | undefined => {
    try {
      return readSnapshot<T>(place, path);
    } catch (error) {
      const { message } = asAppError(error);
      report.problems.push({ check: 'snapshot', where: basename(path), message });
      return undefined;
    }
  };
  const file = look<CaseFile>(paths.caseFile);
  const previous = previousOf(paths.caseFile);
  if (disk.exists(previous)) look(previous);
  for (const id of Object.keys(file?.shelves ?? {})) {
    await step();
    const path = paths.shelf(id);
    look(path);
    if (disk.exists(previousOf(path))) look(previousOf(path));
  }
}

/** Every original and every working text is there, and is what its document tells. */
export async function checkBlobs(
  { blobs }: CaseParts,
  state: CaseState,
  { report, step }: Checking,
): Promise<void> {
  for (const { id, source, text } of [...state.all('document')]) {
    await step();
    report.checked.originals++;
    const original = faultOf('original', source, () => {
      const bytes = blobs.source(source.sha256);
      return bytes.length === source.size;
    });
    const words = faultOf('working text', text, () => {
      const { text: found } = blobs.readText(text);
      return found.length === text.length && sha256(found) === text.sha256;
    });
    if (original) report.problems.push({ check: 'original', where: id, message: original });
    if (words) report.problems.push({ check: 'text', where: id, message: words });
  }
}

/** Files that only a removed document names are still what undo would bring back. */
export async function checkStrays(
  { blobs }: CaseParts,
  state: CaseState,
  { report, step }: Checking,
): Promise<void> {
  const named = new Set([...state.all('document')].flatMap((document) => blobs.namesOf(document)));
  for (const name of blobs.names()) {
    if (named.has(name)) continue;
    await step();
    if (blobs.fits(name)) continue;
    const message = `The file ${basename(name)} of a removed document does not fit its name.`;
    report.problems.push({ check: 'original', where: name, message });
  }
}

/** Why a file is not what its document tells; undefined when it is. */
function faultOf(
  what: string,
  { sha256: hash }: { sha256: string },
  fits: () => boolean,
): string | undefined {
  try {
    if (fits()) return undefined;
    return `The ${what} is not the one that its document tells of (SHA-256 ${hash}).`;
  } catch (error) {
    return asAppError(error).message;
  }
}
