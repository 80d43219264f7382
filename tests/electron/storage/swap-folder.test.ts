import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../../electron/storage/disk.ts';
import { finishSwap } from '../../../electron/storage/swap-folder.ts';
import { temporaryFolder } from './helpers.ts';

/** Folders beside each other, each with a file that holds its name. */
function folders(...names: string[]): string {
  const parent = temporaryFolder();
  for (const name of names) {
    mkdirSync(join(parent, name));
    writeFileSync(join(parent, name, 'case.json'), name);
  }
  return parent;
}

test.each([
  ['nothing to finish', ['a.case', '.a.case.next'], 'a.case', ['.a.case.next', 'a.case']],
  ['before the successor came', ['.a.case.next', '.a.case.old'], '.a.case.next', ['a.case']],
  ['without a successor', ['.a.case.old'], '.a.case.old', ['a.case']],
  ['before the old one went', ['a.case', '.a.case.old'], 'a.case', ['a.case']],
])('a swap that was cut off is finished: %s', async (_when, before, inPlace, after) => {
  const parent = folders(...before);
  await finishSwap(nodeDisk, join(parent, 'a.case'));
  expect(readFileSync(join(parent, 'a.case', 'case.json'), 'utf8')).toBe(inPlace);
  expect(readdirSync(parent).sort()).toEqual(after);
});
