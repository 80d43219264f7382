import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = process.env.WAKHAN_ROOT ?? process.cwd();
const peers = join(root, 'tests/bench/peers');

/**
 * What loads the packages of `peers/`, which are no dependencies of the program: installed from their own lock
 * file into the cache of the checkout when they are first asked for (about a minute where one must be compiled).
 * Throws where they cannot be had.
 */
export async function installedPeers(): Promise<NodeJS.Require> {
  return createRequire(join(await peersFolder(), 'package.json'));
}

/** Folder in which they are installed, for a process of its own. */
export async function peersFolder(): Promise<string> {
  const lock = readFileSync(join(peers, 'package-lock.json'));
  const version = createHash('sha256').update(lock).update(process.version).digest('hex');
  const folder = join(root, 'node_modules/.cache/wakhan', `peers-${version.slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const temporary = `${folder}.${process.pid}.tmp`;
  mkdirSync(temporary, { recursive: true });
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(join(peers, file), join(temporary, file));
    }
    console.log('  installing what is measured against …');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await promisify(execFile)(npm, ['ci', '--no-audit', '--no-fund'], { cwd: temporary });
    createRequire(join(temporary, 'package.json'))('better-sqlite3');
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}
