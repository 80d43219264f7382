import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where the reference texts lie: beside the checkout, or where WAKHAN_CORPUS says. */
export const corpusFolder = process.env.WAKHAN_CORPUS ?? resolve('../shared/corpus');

/** Why the tests on the reference texts are left out; empty when the texts are there. */
export const corpusMissing = existsSync(corpusFolder)
  ? ''
  : `no reference texts in ${corpusFolder}: set WAKHAN_CORPUS to their folder`;

/** The five reference texts, by path, in the order of their names. */
export async function corpusFiles(): Promise<string[]> {
  const names = (await readdir(corpusFolder)).filter((name) => name.endsWith('.txt')).sort();
  return names.map((name) => join(corpusFolder, name));
}
