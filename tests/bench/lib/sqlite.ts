import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What the benches use of better-sqlite3. */
export interface Sqlite {
  pragma(text: string): unknown;
  exec(text: string): unknown;
  prepare(text: string): {
    run(...values: unknown[]): unknown;
    get(...values: unknown[]): unknown;
    all(...values: unknown[]): unknown[];
  };
  close(): unknown;
}

type SqliteConstructor = new (path: string) => Sqlite;

const root = process.env.WAKHAN_ROOT ?? process.cwd();
const peers = join(root, 'tests/bench/peers');

/**
 * The peer better-sqlite3, which is no dependency of the program: installed from its own lock file
 * into the cache of the checkout when it is first asked for (about a minute where it must be
 * compiled). Answers why not where it cannot be had.
 */
export async function loadSqlite(): Promise<SqliteConstructor | { missing: string }> {
  try {
    const folder = await installed();
    return createRequire(join(folder, 'package.json'))('better-sqlite3') as SqliteConstructor;
  } catch (error) {
    return {
      missing: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
  }
}

/** Opens a database as a careful program would: WAL, every commit on the disk. */
export function openSqlite(make: SqliteConstructor, path: string): Sqlite {
  const database = new make(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return database;
}

async function installed(): Promise<string> {
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
    console.log('  installing better-sqlite3 to measure against …');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await promisify(execFile)(npm, ['ci', '--no-audit', '--no-fund'], { cwd: temporary });
    createRequire(join(temporary, 'package.json'))('better-sqlite3');
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}
