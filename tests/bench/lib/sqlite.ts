import { installedPeers } from './installed-peers.ts';

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

/**
 * The peer better-sqlite3, which is no dependency of the program: installed from its own lock file
 * into the cache of the checkout when it is first asked for (about a minute where it must be
 * compiled). Answers why not where it cannot be had.
 */
export async function loadSqlite(): Promise<SqliteConstructor | { missing: string }> {
  try {
    return (await installedPeers())('better-sqlite3') as SqliteConstructor;
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
