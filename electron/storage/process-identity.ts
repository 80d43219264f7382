import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { sha256 } from './hash.ts';

/** Who holds a lock. Together these tell a live process from one whose number was given out again. */
export interface Holder {
  pid: number;
  /** Name of the machine, to be told to others. */
  host: string;
  /** Identity of the machine, and of the space in which its process numbers count. */
  machine: string;
  /** Identity of the machine's run since its last start; seconds of uptime where there is none. */
  boot: string | number;
  /** Start of the process in ticks since boot; null where the system does not tell. */
  started: string | null;
  /** Name of the analyst, to be told to others. */
  author: string;
  /** Unique per lock. */
  token: string;
}

/** This process, as the holder of a lock. */
export function thisProcess(author: string, token: string): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    machine: machineId(),
    boot: bootId() ?? Math.floor(uptime()),
    started: startOf(process.pid),
    author,
    token,
  };
}

/**
 * Whether a holder is still there. On this machine: same run of the machine, process alive, started
 * at the same tick. A holder on another machine counts as alive, because nobody here can know.
 */
export function isAlive(holder: Holder): boolean {
  if (isElsewhere(holder)) return true;
  if (typeof holder.boot === 'number' ? holder.boot > uptime() : holder.boot !== bootId()) {
    return false;
  }
  if (!runs(holder.pid)) return false;
  return holder.started === null || holder.started === startOf(holder.pid);
}

/** Whether nothing can be known about a holder from here: another machine, or another container. */
export function isElsewhere({ machine }: Holder): boolean {
  return machine !== machineId();
}

/** Names of machines change with the network they are in; their ids do not. */
function machineId(): string {
  const machine = readLine('/etc/machine-id') ?? hostname();
  return sha256(`${machine} ${processSpace()}`).slice(0, 16);
}

/** On Linux a container counts its processes for itself. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function bootId(): string | null {
  return readLine('/proc/sys/kernel/random/boot_id');
}

/** Field 22 of /proc/<pid>/stat; the name before it may itself hold brackets and blanks. */
function startOf(pid: number): string | null {
  const stat = readLine(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function readLine(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null; // not Linux, or the process is gone
  }
}
