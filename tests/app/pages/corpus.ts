import type { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { call, recordsOf } from '../fixtures.ts';

/** Where the reference texts lie: beside the checkout, or where WAKHAN_CORPUS says. */
const corpusFolder = process.env.WAKHAN_CORPUS ?? resolve('../shared/corpus');

/** Why the tests on the reference texts are left out; empty when the texts are there. */
export const corpusMissing = existsSync(corpusFolder)
  ? ''
  : `no reference texts in ${corpusFolder}: set WAKHAN_CORPUS to their folder`;

/** The five reference texts, by path, in the order of their names. */
export async function corpusFiles(): Promise<string[]> {
  const names = (await readdir(corpusFolder)).filter((name) => name.endsWith('.txt')).sort();
  return names.map((name) => join(corpusFolder, name));
}

/** How often words stand in the texts of the open case. */
export async function occurrences(page: Page, words: RegExp): Promise<number> {
  const { document } = await recordsOf(page);
  const texts = await Promise.all(
    document.map(async ({ id }) => (await call(page, 'document.read', { id })).text.text),
  );
  return texts.reduce((sum, text) => sum + (text.match(words)?.length ?? 0), 0);
}
