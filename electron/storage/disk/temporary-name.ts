import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { isAlive, markOf, ownMark, type Mark } from './process-identity.ts';

/**
 * What an entry with a name of ours is: a `file` or a `folder` that is not finished, the successor of
 * a case that is being written anew (`next`), the note that it takes the place now (`swap`), what
 * Chromium writes while it works for us (`chromium`), or the note of something unfinished elsewhere (`note`).
 */
export type TemporaryKind = 'file' | 'folder' | 'next' | 'swap' | 'chromium' | 'note';

const FORM =
  /^\.wakhan-(file|folder|next|swap|chromium|note)-([0-9a-z-]{1,90})-[0-9a-f]{32}-\d{1,15}$/;

/** Nobody comes upon this by accident, so nothing of a person can have such a name. */
const chance = randomBytes(16).toString('hex');
let made = 0;

/**
 * A name for what is not finished yet: marked as ours, like no other, and with the process in it that
 * made it, so that others can see whether it is still being worked on. What has a name of this form is
 * the only thing that is ever removed without being asked for.
 */
export function temporaryName(kind: TemporaryKind): string {
  return `.wakhan-${kind}-${ownMark()}-${chance}-${++made}`;
}

/** Where a file is written before it takes its name: beside it, so that this is one step of the disk. */
export const temporaryBeside = (path: string): string => join(dirname(path), temporaryName('file'));

/** What an entry of a folder is to us; undefined when it is not ours. */
export function temporaryKindOf(name: string): TemporaryKind | undefined {
  return FORM.exec(name)?.[1] as TemporaryKind | undefined;
}

/** Whether a name is ours and the process that made it is gone: nobody will finish it. */
export function isLeftover(name: string): boolean {
  const maker = makerOf(name);
  return maker !== undefined && !isAlive(maker);
}

function makerOf(name: string): Mark | undefined {
  const mark = FORM.exec(name)?.[2];
  return mark === undefined ? undefined : markOf(mark);
}
