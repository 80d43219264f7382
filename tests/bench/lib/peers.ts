import { join } from 'node:path';
import type { CaseDocument } from '#data/model/document.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { residentKinds, type RecordOf, type ResidentKind } from '#data/model/records.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { Low } from 'lowdb';
import { JSONFilePreset } from 'lowdb/node';
import { loadSqlite, openSqlite, type Sqlite } from './sqlite.ts';

/** A case as one lowdb file holds it. */
export interface OneFile {
  residents: RecordOf<ResidentKind>[];
  documents: (CaseDocument & { words: string })[];
  highlights: Highlight[];
}

/** The case as one lowdb file; writes it. */
export async function lowdbOf(state: CaseState, folder: string): Promise<Low<OneFile>> {
  const database = await openLowdb(folder);
  for (const kind of residentKinds.filter((one) => one !== 'document')) {
    database.data.residents.push(...state.all(kind));
  }
  for (const document of state.all('document')) {
    database.data.documents.push({ ...document, words: state.text(document.id).text });
    database.data.highlights.push(...state.highlightsOf(document.id));
  }
  await database.write();
  return database;
}

/** Reads the file that {@link lowdbOf} wrote. */
export function openLowdb(folder: string): Promise<Low<OneFile>> {
  const empty = { residents: [], documents: [], highlights: [] };
  return JSONFilePreset<OneFile>(join(folder, 'lowdb.json'), empty);
}

/** The case in a database of better-sqlite3, or why there is none. */
export async function sqliteOf(
  state: CaseState,
  folder: string,
): Promise<Sqlite | { missing: string }> {
  const make = await loadSqlite();
  if ('missing' in make) return make;
  const database = openSqlite(make, sqliteFile(folder));
  database.exec(`
    create table document (id text primary key, words text not null);
    create table highlight (id text primary key, document text not null, record text not null);
    create index by_document on highlight (document);
    create table resident (id text primary key, kind text not null, record text not null);
    begin`);
  const resident = database.prepare('insert into resident values (?, ?, ?)');
  for (const kind of residentKinds) {
    for (const one of state.all(kind)) resident.run(one.id, kind, JSON.stringify(one));
  }
  const document = database.prepare('insert into document values (?, ?)');
  const highlight = insertion(database);
  for (const one of state.all('document')) {
    document.run(one.id, state.text(one.id).text);
    for (const mark of state.highlightsOf(one.id)) highlight(mark);
  }
  database.exec('commit');
  database.pragma('wal_checkpoint(TRUNCATE)');
  return database;
}

export const sqliteFile = (folder: string): string => join(folder, 'case.sqlite');

/** Inserts one highlight; on its own it is one durable transaction. */
export function insertion(database: Sqlite): (mark: Highlight) => void {
  const statement = database.prepare('insert into highlight values (?, ?, ?)');
  return (mark) => void statement.run(mark.id, mark.document, JSON.stringify(mark));
}
