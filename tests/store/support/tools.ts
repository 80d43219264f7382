import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Why a tool cannot be used here, as a sentence for the list of skipped proofs; undefined when it can. */
export type Missing = string | undefined;

const works = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;

/** strace, and the right to trace our own processes (containers and Yama may take it). */
export function missingStrace(): Missing {
  if (process.platform !== 'linux') return 'strace is there on Linux only';
  if (!works('strace', ['-V'])) return 'install strace';
  return works('strace', ['-o', '/dev/null', 'true']) ? undefined : 'tracing is not allowed here';
}

/** Mounting file systems needs root, and a system that lets root. */
export function missingMount(): Missing {
  if (process.platform !== 'linux') return 'done on Linux only';
  if (process.getuid?.() !== 0) return 'mounting needs root';
  return works('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'])
    ? undefined
    : 'this machine does not let root mount';
}

/** A file system in a file. */
export function missingLoop(): Missing {
  const missing = missingMount();
  if (missing !== undefined) return missing;
  if (!works('mkfs.ext4', ['-V'])) return 'install e2fsprogs';
  return works('losetup', ['-f']) ? undefined : 'there are no loop devices';
}

const fakeClocks = ['x86_64', 'aarch64'].map(
  (machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`,
);

/** The library that lies about the time, or undefined. */
export function fakeClock(): string | undefined {
  return fakeClocks.find((path) => existsSync(path));
}

/** Runs a command and throws what it complained of when it fails. */
export function run(command: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}
