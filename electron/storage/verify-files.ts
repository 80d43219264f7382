import { basename } from 'node:path';
import { asAppError } from '#data/errors.ts';
import type { CaseDocument } from '#data/model/document.ts';
import type { Problem } from '#data/queries/verify.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { CaseFile } from '#data/storage/format.ts';
import type { CaseParts } from './case-parts.ts';
import { sha256 } from './hash.ts';
import { previousOf, readSnapshot } from './snapshot-adapter.ts';
import type { Checking } from './verify.ts';

/** Every snapshot and the one before it fit their hashes; those that must be there are there. */
export async function checkSnapshots(
  { place, paths, disk }: CaseParts,
  _state: CaseState,
  { report, step }: Checking,
): Promise<void> {
  const look = <T extends object>(path: string): T | undefined => {
    try {
      return readSnapshot<T>(place, path);
    } catch (error) {
      complain(report.problems, 'snapshot', basename(path), error);
      return undefined;
    }
  };
  const file = look<CaseFile>(paths.caseFile);
  const shelves = Object.keys(file?.shelves ?? {}).map((id) => paths.shelf(id));
  for (const path of shelves) {
    look(path);
    await step();
  }
  for (const path of [paths.caseFile, ...shelves].map(previousOf))
    if (disk.exists(path)) look(path);
}

/** Every original is there, with the hash and the size that its document tells. */
export async function checkOriginals(
  { blobs }: CaseParts,
  state: CaseState,
  { report, step }: Checking,
): Promise<void> {
  for (const { id, source } of [...state.all('document')]) {
    await step();
    report.checked.originals++;
    try {
      const bytes = blobs.source(source.sha256);
      if (bytes.length === source.size) continue;
      const message = `The original has ${bytes.length} bytes, not ${source.size}.`;
      report.problems.push({ check: 'original', where: id, message });
    } catch (error) {
      complain(report.problems, 'original', id, error);
    }
  }
}

/** Every working text is the one that was imported, and every quote stands in it where it says. */
export async function checkQuotes(
  parts: CaseParts,
  state: CaseState,
  checking: Checking,
): Promise<void> {
  for (const document of [...state.all('document')]) {
    await checking.step();
    checkQuotesOf(parts, state, document, checking);
  }
}

function checkQuotesOf(
  { blobs }: CaseParts,
  state: CaseState,
  { id, text: reference }: CaseDocument,
  { report }: Checking,
): void {
  let text = '';
  try {
    ({ text } = blobs.readText(reference));
  } catch (error) {
    complain(report.problems, 'text', id, error);
    return;
  }
  if (sha256(text) !== reference.sha256 || text.length !== reference.length) {
    const message = 'The working text is not the one that its document tells of.';
    report.problems.push({ check: 'text', where: id, message });
  }
  for (const { id: mark, start, end, quote } of state.highlightsOf(id)) {
    report.checked.quotes++;
    if (text.slice(start, end) === quote) continue;
    const message = `The words ${start}-${end} of document ${id} are not the quote.`;
    report.problems.push({ check: 'quote', where: mark, message });
  }
}

function complain(into: Problem[], check: Problem['check'], where: string, thrown: unknown): void {
  into.push({ check, where, message: asAppError(thrown).message });
}
