import type { CaseFile } from '#data/storage/format.ts';
import type { Disk } from '../disk/disk.ts';
import type { CasePaths } from '../files/case-paths.ts';
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
    const { disk, paths, codec } = parts;
    const told = codec.encrypted ? undefined : toldFormat(disk, paths);
    return told ?? readSnapshot<CaseFile>(parts.place, paths.caseFile).format;
  } catch {
    return undefined; // missing or damaged: opening finds out and tells
  }
}

/**
 * What the beginning of a plain `case.json` says; undefined where it says nothing: it is sealed, damaged or
 * of another make. Throws what the disk throws.
 */
export function toldFormat(disk: Disk, { caseFile }: CasePaths): number | undefined {
  const file = disk.open(caseFile, 'read');
  try {
    const bytes = Buffer.alloc(START);
    const start = bytes.toString('utf8', 0, file.read(bytes, 0));
    const told = /^\s*\{\s*"format"\s*:\s*(\d{1,9})\b/.exec(start)?.[1];
    return told === undefined ? undefined : Number(told);
  } finally {
    file.close();
  }
}
