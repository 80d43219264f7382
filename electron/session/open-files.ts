import { basename } from 'node:path';
import { AppError } from '#data/errors.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { openCase } from '../storage/open/open-case.ts';
import type { OpenOptions } from '../storage/store-options.ts';
import type { CaseSessionParts } from './session-parts.ts';

/**
 * Opens the files of a case for the window. One that another process edits, or that a newer version wrote,
 * opens for reading. Where a secret is missing, `passphrase-needed` says how the window can give it
 * (details: key, folder). Throws as {@link openCase}.
 */
export async function openFiles(
  parts: CaseSessionParts,
  path: string,
  how: Partial<OpenOptions>,
): Promise<CaseStore> {
  try {
    const upgrading = (done: number, total: number) => parts.send('rewriting', { done, total });
    const { work } = parts;
    return await openOrRead(path, { author: parts.author(), work, upgrading, later: true, ...how });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'passphrase-needed') throw error;
    const details = { key: parts.keyFor(path), folder: basename(path) };
    throw new AppError(error.code, error.message, details);
  }
}

async function openOrRead(path: string, options: OpenOptions): Promise<CaseStore> {
  try {
    return await openCase(path, options);
  } catch (error) {
    const readable =
      error instanceof AppError && (error.code === 'case-locked' || error.code === 'newer-format');
    if (!readable) throw error;
    return openCase(path, { ...options, readOnly: true });
  }
}
