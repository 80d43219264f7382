import { mkdir, open, readFile, rename, rm, unlink, utimes, stat } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { say } from './progress.mjs';

const BEAT_MS = 1_000;
const POLL_MS = 250;
const DEAD_OWNER_MS = 3 * BEAT_MS;
const SILENT_OWNER_MS = 20 * BEAT_MS;

/**
 * Runs `work` while holding the lock file `path`, so that two set-ups never do the same job twice.
 * The lock holds pid and boot id and its time stamp beats. A waiter judges by whether the beat
 * moves while it watches, never by comparing clocks: clocks move, and pids repeat across
 * containers that share a cache. Breaking a lock wrongly costs double work, not damage, because
 * everything made under a lock is published by one rename.
 */
export async function withLock(path, title, work) {
  await mkdir(dirname(path), { recursive: true });
  const owner = JSON.stringify({ pid: process.pid, boot: bootId(), token: randomUUID() });
  await acquire(path, owner, title);
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => clearInterval(beat));
  }, BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await read(path))?.owner === owner) await rm(path, { force: true });
  }
}

async function acquire(path, owner, title) {
  let watched = null;
  let since = 0;
  for (;;) {
    if (await create(path, owner)) return;
    const seen = await read(path);
    if (seen === null) continue;
    if (watched === null) say(`${title}: another process is at it, waiting`);
    if (seen.owner !== watched?.owner || seen.beat !== watched?.beat) {
      watched = seen;
      since = performance.now();
    }
    if (isAbandoned(seen.owner, performance.now() - since)) await breakLock(path, seen.owner);
    else await delay(POLL_MS);
  }
}

async function create(path, owner) {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(owner);
    await file.close();
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

async function read(path) {
  try {
    return { owner: await readFile(path, 'utf8'), beat: (await stat(path)).mtimeMs };
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAbandoned(text, silentMs) {
  if (silentMs > SILENT_OWNER_MS) return true;
  try {
    const { pid, boot } = JSON.parse(text);
    if (boot !== bootId()) return true;
    return silentMs > DEAD_OWNER_MS && !isAlive(pid);
  } catch {
    // A torn lock file: its writer died between creating and filling it.
    return silentMs > DEAD_OWNER_MS;
  }
}

/** Two waiters may break at once: whoever finds it moved away a living lock puts that back. */
async function breakLock(path, expected) {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    const found = await readFile(aside, 'utf8');
    if (found !== expected) await rename(aside, path);
    else await unlink(aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Linux names each boot; elsewhere the empty string, which leaves pid and beat to judge. */
function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
