import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFiles } from '../../../electron/import/find-files.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wakhan-find-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function found(...paths: string[]): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of findFiles(paths)) names.push(name);
  return names;
}

test('what a browser saved beside a page is not looked at', async () => {
  for (const name of ['Talks_files', 'Alone_files']) mkdirSync(join(folder, name));
  for (const name of ['Talks.html', 'Talks_files/frame.html', 'Alone_files/a.txt']) {
    writeFileSync(join(folder, name), 'x');
  }
  expect(await found(folder)).toEqual(['a.txt', 'Talks.html']);
  expect(await found(join(folder, 'Talks.html'), join(folder, 'Talks_files'))).toEqual([
    'Talks.html',
  ]);
  expect(await found(join(folder, 'Talks_files'))).toEqual(['frame.html']);
});
