import { existsSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '#data/errors.ts';
import { codeOf, storageError } from './storage/storage-error.ts';

/**
 * Refuses a place for a file that is to be written (`what` in words: "save the report"): a folder, or
 * among the files of a case. Throws `export-failed`, `not-found`, `no-permission`.
 */
export async function refuseFilePlace(path: string, what: string): Promise<void> {
  await refuseInsideCase(path, what);
  if (!(await isFolder(path, what))) return;
  throw new AppError('export-failed', `“${basename(path)}” is a folder. Nothing was written.`, {
    file: basename(path),
  });
}

/** Refuses a place among the files of a case, where the program alone writes, and clears up. */
export async function refuseInsideCase(path: string, what: string): Promise<void> {
  const folder = await realpath(dirname(resolve(path))).catch((thrown: unknown) => {
    throw storageError(thrown, what, path);
  });
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'journal')) && existsSync(join(at, 'case.json')))
      throw insideCase(path, at);
    if (dirname(at) === at) break;
  }
}

async function isFolder(path: string, what: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return false;
    throw storageError(thrown, what, path);
  }
}

function insideCase(path: string, folder: string): AppError {
  return new AppError(
    'export-failed',
    `“${basename(path)}” would lie inside the case “${basename(folder)}”, whose files only the ` +
      'program writes. Nothing was written; choose another folder.',
    { file: basename(path) },
  );
}
