import type { CaseFile } from '#data/storage/format.ts';
import type { CaseParts } from './case-parts.ts';
import { readSnapshot } from './snapshot-adapter.ts';

/** `{"format":12,` and a little more. */
const START = 64;

/**
 * Format of the case on disk; undefined when `case.json` does not tell. In a plain case the beginning
 * of the file is enough, so that a newer program's file is not first taken for a damaged one.
 */
export function formatOf(parts: CaseParts): number | undefined {
  try {
    const start = parts.codec.encrypted ? '' : startOf(parts);
    const told = /^\s*\{\s*"format"\s*:\s*(\d{1,9})\b/.exec(start)?.[1];
    if (told !== undefined) return Number(told);
    return readSnapshot<CaseFile>(parts.place, parts.paths.caseFile).format;
  } catch {
    return undefined; // missing or damaged: opening finds out and tells
  }
}

function startOf({ disk, paths }: CaseParts): string {
  const file = disk.open(paths.caseFile, 'read');
  try {
    const bytes = Buffer.alloc(START);
    return bytes.toString('utf8', 0, file.read(bytes, 0));
  } finally {
    file.close();
  }
}
