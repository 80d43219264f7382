import { existsSync, mkdtempSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateCase, NEWS, type CaseSize } from '../generate-case.ts';
import { figure } from './quantiles.ts';

/** The usual cases by their number of documents. */
export const usualSizes: readonly CaseSize[] = [100, 1_000, 10_000].map((documents) => ({
  documents,
  ...NEWS,
}));

/** The case with a million highlights. */
export const MILLION: CaseSize = { documents: 10_000, highlights: 100, length: 12_000 };

/** Sizes that WAKHAN_BENCH_DOCUMENTS (a list like `100,1000`) asks for; all when it is not set. */
export function wantedSizes(): CaseSize[] {
  const wanted = process.env.WAKHAN_BENCH_DOCUMENTS?.split(',').map(Number);
  return usualSizes.filter(({ documents }) => !wanted || wanted.includes(documents));
}

/**
 * Folder of a generated case, made when it is not there yet. Benches of one run share the cases
 * (the runner sets WAKHAN_BENCH_CASES); a bench that changes one must not count on its size.
 */
export async function caseOf(size: CaseSize): Promise<string> {
  const { encrypted = false } = size;
  const form = encrypted ? '.encrypted' : '';
  const folder = join(casesFolder(), `${size.documents}x${size.highlights}${form}.case`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  const took = await generateCase(unfinished, size);
  renameSync(unfinished, folder);
  const highlights = (size.documents * size.highlights).toLocaleString('en');
  console.log(
    `  made ${encrypted ? 'an encrypted' : 'a'} case of ${size.documents.toLocaleString('en')} documents, ${highlights} highlights ` +
      `in ${figure(took / 1000)} s`,
  );
  return folder;
}

/** A new empty folder on the disk of the cases, for what a bench writes itself. */
export function scratchOf(name: string): string {
  return mkdtempSync(join(casesFolder(), `${name}-`));
}

function casesFolder(): string {
  const folder = process.env.WAKHAN_BENCH_CASES;
  if (!folder) throw new Error('WAKHAN_BENCH_CASES is not set: start this with npm run bench');
  mkdirSync(folder, { recursive: true });
  return folder;
}
