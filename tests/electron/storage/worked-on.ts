import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDocument, contents, mark, newCase } from './helpers.ts';

/** A closed case with two checkpoints and a tail, and what it holds. */
export async function workedOn(): Promise<{ folder: string; whole: unknown }> {
  const { store, folder } = await newCase();
  await addDocument(store, 'D2');
  await mark(store, 'a', 5);
  await mark(store, 'b', 10, 'D2');
  await store.checkpoint();
  await mark(store, 'c', 15);
  await store.perform({ op: 'tag.add', input: { id: 't', name: 'T' } });
  await store.checkpoint();
  await mark(store, 'd', 20, 'D2');
  await store.perform({ op: 'undo', input: {} });
  await mark(store, 'e', 25);
  const whole = contents(store.state);
  await store.close();
  return { folder, whole };
}

/** The first segment of the journal of a case. */
export const segment = (folder: string): string => join(folder, 'journal', '000001.ndjson');

/** Turns one bit of a file. */
export const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};
