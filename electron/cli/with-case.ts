import { basename } from 'node:path';
import { AppError } from '#data/errors.ts';
import { FORMAT } from '#data/storage/format.ts';
import { say } from '#data/words/say.ts';
import { openCase } from '../storage/open/open-case.ts';
import { sweepAnnouncedLeftovers } from '../storage/disk/announce-leftover.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { nodeDisk } from '../storage/disk/disk.ts';
import { casePaths } from '../storage/files/case-paths.ts';
import { toldFormat } from '../storage/snapshots/format-of.ts';
import type { OpenOptions } from '../storage/store-options.ts';
import type { Invocation } from './command.ts';
import { secretOf } from './secrets.ts';

/**
 * Opens the case that the first word names, does the work and closes it, whatever happens. `read`
 * leaves every byte of the case as it is, takes no lock and works on read-only disks. `how`: more on how it is
 * opened.
 */
export async function withCase<T>(
  invocation: Invocation,
  mode: 'read' | 'write',
  work: (store: CaseStore) => Promise<T>,
  how: Pick<OpenOptions, 'work'> = {},
): Promise<T> {
  const { words, author, notes, json } = invocation;
  const [folder = ''] = words;
  refuseNewerFormat(folder);
  const secret = secretOf(invocation);
  const upgrading = quarters(
    (words) => void notes.line(json ? JSON.stringify({ note: words }) : `wakhan: ${words}`),
  );
  const options = {
    author,
    readOnly: mode === 'read',
    upgrading,
    ...(secret && { secret }),
    ...how,
  };
  await sweepAnnouncedLeftovers();
  const store = await openCase(folder, options);
  try {
    if (mode === 'write' && store.status.mode === 'read-only') throw notWritable(store);
    for (const note of store.status.recovery) {
      await notes.line(json ? JSON.stringify({ note }) : `wakhan: ${note}`);
    }
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Says how far bringing a case to this format is: when it begins, and at every quarter. */
function quarters(tell: (words: string) => void): (done: number, total: number) => void {
  let next = 0;
  return (done, total) => {
    const part = Math.floor((done / Math.max(1, total)) * 4);
    if (part < next) return;
    next = part + 1;
    tell(say('command.upgrading', { format: FORMAT, percent: part * 25 }));
  };
}

/** The store reads what it can of a newer format; a script must not take that for the whole. */
function refuseNewerFormat(folder: string): void {
  const format = toldBy(folder);
  if (format === undefined || format <= FORMAT) return;
  throw new AppError(
    'newer-format',
    say('command.newerFormat', { folder: basename(folder), format, known: FORMAT }),
    { format, known: FORMAT },
  );
}

/** An unreadable or missing file is the store's to judge. */
function toldBy(folder: string): number | undefined {
  try {
    return toldFormat(nodeDisk, casePaths(folder));
  } catch {
    return undefined;
  }
}

function notWritable({ status }: CaseStore): AppError {
  return new AppError('read-only', say('store.unchangeable', { why: status.reason ?? '' }));
}
