import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { sha256 } from './hash.ts';

/** A process. Together these tell a live one from one whose number was given out again. */
export interface Mark {
  pid: number;
  /** Identity of the machine, and of the space in which its process numbers count. */
  machine: string;
  /** Identity of the machine's run since its last start; seconds of uptime where there is none. */
  boot: string | number;
  /** Start of the process in ticks since boot; null where the system does not tell. */
  started: string | null;
}

/** Who holds a lock. */
export interface Holder extends Mark {
  /** Name of the machine, to be told to others. */
  host: string;
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

let mark: string | undefined;

/** This process as letters, digits and dashes: machine, run of the machine, number, start. */
export function ownMark(): string {
  if (mark !== undefined) return mark;
  const { machine, boot, pid, started } = thisProcess('', '');
  const run = typeof boot === 'number' ? `u${boot}` : boot.replaceAll('-', '');
  mark = [machine, run, pid, started ?? 'x'].join('-');
  return mark;
}

/** The process that a mark tells of; undefined for what is no mark. */
export function markOf(text: string): Mark | undefined {
  const form = /^([0-9a-f]{16})-(?:u(\d{1,12})|([0-9a-f]{32}))-(\d{1,10})-(?:x|(\d{1,20}))$/;
  const found = form.exec(text);
  if (!found) return undefined;
  const [, machine = '', uptimeThen, run = '', pid, started = null] = found;
  const boot = uptimeThen === undefined ? asUuid(run) : Number(uptimeThen);
  return { machine, boot, pid: Number(pid), started };
}

const asUuid = (hex: string): string =>
  hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/**
 * Whether a holder is still there. On this machine: same run of the machine, process alive, started
 * at the same tick. A holder on another machine counts as alive, because nobody here can know.
 */
export function isAlive(holder: Mark): boolean {
  if (isElsewhere(holder)) return true;
  if (typeof holder.boot === 'number' ? holder.boot > uptime() : holder.boot !== bootId()) {
    return false;
  }
  if (!runs(holder.pid)) return false;
  return holder.started === null || holder.started === startOf(holder.pid);
}

/** Whether nothing can be known about a holder from here: another machine, or another container. */
export function isElsewhere({ machine }: Mark): boolean {
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

/** A zombie, which has ended and waits for its parent to look, runs no more; signals reach it all the same. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return !['Z', 'X', 'x'].includes(statOf(pid)?.[0] ?? '');
}

function bootId(): string | null {
  return readLine('/proc/sys/kernel/random/boot_id');
}

/** Field 22 of proc_pid_stat(5). */
const startOf = (pid: number): string | null => statOf(pid)?.[19] ?? null;

/** Fields of proc_pid_stat(5) from the third on, the state; the name before may hold brackets and blanks. */
function statOf(pid: number): string[] | undefined {
  const stat = readLine(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readLine(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null; // not Linux, or the process is gone
  }
}
