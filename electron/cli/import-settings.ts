import { readFileSync } from 'node:fs';
import type { ImportSettings } from '#data/formats/import/format.ts';
import { TableRecipe } from '#data/model/reading.ts';
import { say } from '#data/words/say.ts';
import { storageError } from '../storage/disk/storage-error.ts';
import type { Invocation } from './command.ts';
import { ocrSettings } from './ocr-settings.ts';
import { wrongUse } from './wrong-use.ts';

/** How files are to be read, from the options of a call. Throws `wrong-use`, and what reading a file throws. */
export function importSettings({ option }: Pick<Invocation, 'option'>): ImportSettings {
  const encoding = option('encoding');
  const passwords = passwordsIn(option('password-file'));
  const recipe = recipeOf(option('columns'), option('unit'));
  const ocr = ocrSettings(option('ocr'), option('ocr-data'));
  return {
    ...(encoding !== undefined && { encoding }),
    ...(passwords && { passwords }),
    ...(recipe && { recipe }),
    ...(ocr && { ocr }),
  };
}

/** One password a line; blanks within a line are part of it. */
function passwordsIn(path: string | undefined): string[] | undefined {
  if (path === undefined) return undefined;
  try {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    return text.split(/\r?\n/).filter((line) => line !== '');
  } catch (thrown) {
    throw storageError(thrown, say('doing.readPassphrase'), path);
  }
}

function recipeOf(columns: string | undefined, unit: string | undefined): TableRecipe | undefined {
  if (columns === undefined && unit === undefined) return undefined;
  const pairs = (columns ?? '').split(',').filter((pair) => pair !== '');
  const named = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
  const recipe = { ...Object.fromEntries(named), ...(unit !== undefined && { unit }) };
  const known = TableRecipe.safeParse(recipe);
  if (!known.success) throw wrongUse(say('command.wrongColumns'));
  return known.data;
}
