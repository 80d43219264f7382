import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import type { Disk } from '../disk/disk.ts';
import { writeAll } from '../disk/durable-file.ts';
import { temporaryBeside } from '../disk/temporary-name.ts';
import { isAlive, isElsewhere, thisProcess, type Holder } from '../disk/process-identity.ts';
import { codeOf } from '../disk/storage-error.ts';

/** A held lock. */
export interface Lock {
  /** Whether a process that died had it before: what that one was at is not finished. */
  readonly inherited: boolean;
  /** Whether it is still ours: somebody may have deleted the file. */
  isOurs(): boolean;
  /** Gives the lock back; harmless when it is ours no more. */
  release(): void;
}

/** How often, and after how many milliseconds, a lock that changes under our hands is looked at again. */
const TRIES = 20;
const PAUSE = 5;

/**
 * Takes the lock file of a case. Throws `case-locked` with the holder in `details` while another
 * process has it, or what the disk throws.
 *
 * A lock left by a dead process is taken over by replacing it (rename), and only by the process that
 * holds `<lock>.<token of the dead lock>`: whoever gets that right late finds that the lock has
 * another token by now, and stands back. Nobody ever deletes a lock that is not theirs.
 */
export async function takeLock(disk: Disk, path: string, author: string, depth = 0): Promise<Lock> {
  const mine = thisProcess(author, randomUUID());
  for (let tries = 0; tries < TRIES; tries++) {
    if (create(disk, path, mine)) return lockOf(disk, path, mine, false);
    const holder = readHolder(disk, path);
    if (holder === 'none') continue; // released meanwhile
    if (holder === 'unreadable' && tries < TRIES / 2) {
      await wait(PAUSE); // being written at this moment, on a disk without hard links
      continue;
    }
    if (holder !== 'unreadable' && isAlive(holder)) throw lockedBy(holder);
    if (depth < 8 && (await replace(disk, path, holder, mine, depth))) {
      return lockOf(disk, path, mine, true);
    }
    await wait(PAUSE);
  }
  throw new AppError('case-locked', say('store.beingOpened'));
}

/** Who holds the lock now, if anybody alive does. */
export function liveHolder(disk: Disk, path: string): Holder | undefined {
  const holder = readHolder(disk, path);
  return typeof holder === 'object' && isAlive(holder) ? holder : undefined;
}

/** Whether somebody may be writing to the case now; a lock that cannot be looked at may be held. */
export function isBeingWritten(disk: Disk, path: string): boolean {
  try {
    return liveHolder(disk, path) !== undefined;
  } catch {
    return true;
  }
}

/** Whether a process that died has left the lock behind. */
export function isAbandoned(disk: Disk, path: string): boolean {
  return isDead(readHolder(disk, path));
}

/** Files that taking over a lock needed and that nobody needs any more; to be called by its holder. */
export function deadLocks(disk: Disk, path: string): string[] {
  const name = basename(path);
  return disk
    .list(dirname(path))
    .filter((one) => one.startsWith(`${name}.`) && RIGHTS.test(one.slice(name.length)))
    .map((one) => join(dirname(path), one))
    .filter((one) => isDead(readHolder(disk, one)));
}

/** What follows the name of a lock in the name of the right to take it over, see {@link takeLock}. */
const RIGHTS = /^(?:\.(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|unreadable))+$/;

const isDead = (holder: Holder | 'none' | 'unreadable'): boolean =>
  holder === 'unreadable' || (typeof holder === 'object' && !isAlive(holder));

/** Makes the lock with its content in one step where the disk has hard links. False when it exists. */
function create(disk: Disk, path: string, mine: Holder): boolean {
  const prepared = temporaryBeside(path);
  try {
    write(disk, prepared, mine);
    return linked(disk, prepared, path) ?? write(disk, path, mine);
  } finally {
    disk.remove(prepared);
  }
}

/** Undefined where the disk has no hard links. */
function linked(disk: Disk, from: string, to: string): boolean | undefined {
  try {
    disk.link(from, to);
    return true;
  } catch (error) {
    return codeOf(error) === 'EEXIST' ? false : undefined;
  }
}

function write(disk: Disk, path: string, mine: Holder): boolean {
  try {
    const file = disk.open(path, 'create');
    try {
      writeAll(file, Buffer.from(JSON.stringify(mine)), 0);
    } finally {
      file.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Puts our lock in the place of a dead one. False when somebody else was faster. */
async function replace(
  disk: Disk,
  path: string,
  dead: Holder | 'unreadable',
  mine: Holder,
  depth: number,
): Promise<boolean> {
  const right = await rightTo(disk, `${path}.${tokenOf(dead)}`, mine.author, depth + 1);
  if (!right) return false;
  const prepared = temporaryBeside(path);
  try {
    if (tokenOf(readHolder(disk, path)) !== tokenOf(dead)) return false;
    write(disk, prepared, mine);
    disk.rename(prepared, path);
    return true;
  } finally {
    disk.remove(prepared);
    right.release();
  }
}

async function rightTo(
  disk: Disk,
  path: string,
  author: string,
  depth: number,
): Promise<Lock | undefined> {
  try {
    return await takeLock(disk, path, author, depth);
  } catch (error) {
    if (error instanceof AppError && error.code === 'case-locked') return undefined;
    throw error;
  }
}

const tokenOf = (holder: Holder | 'none' | 'unreadable'): string =>
  typeof holder === 'object' ? holder.token : holder;

/** A lock is unreadable when a power cut took its content. */
function readHolder(disk: Disk, path: string): Holder | 'none' | 'unreadable' {
  try {
    const holder: unknown = JSON.parse(Buffer.from(disk.read(path)).toString('utf8'));
    return isHolder(holder) ? holder : 'unreadable';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'none';
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && 'pid' in value && 'token' in value;
}

function lockOf(disk: Disk, path: string, mine: Holder, inherited: boolean): Lock {
  const isOurs = (): boolean => tokenOf(readHolder(disk, path)) === mine.token;
  return {
    inherited,
    isOurs,
    release: () => {
      if (isOurs()) disk.remove(path);
    },
  };
}

/** The refusal that a second opener gets. */
export function lockedBy(holder: Holder): AppError {
  const { author, host, pid } = holder;
  const code = isElsewhere(holder) ? 'store.lockedElsewhere' : 'store.locked';
  const who = author || say('store.someProcess');
  return new AppError('case-locked', say(code, { author: who, host, pid }), { author, host, pid });
}
