import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { WrittenFiles } from '../../../electron/files/written-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'wakhan-written-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('tells where a written file is by its name alone, while it is there', () => {
  const path = join(folder, 'report.md');
  const files = new WrittenFiles();
  const gone = expect.objectContaining({
    code: 'not-found',
    details: { file: 'report.md' },
  }) as Error;
  expect(() => files.pathOf('report.md')).toThrow(gone);
  writeFileSync(path, 'words');
  expect(() => files.pathOf('report.md')).toThrow(gone);
  expect(files.add(path)).toBe('report.md');
  expect(files.pathOf('report.md')).toBe(path);
  for (const name of [path, '../report.md', 'other.md']) {
    expect(() => files.pathOf(name)).toThrow(expect.objectContaining({ code: 'not-found' }));
  }
  rmSync(path);
  expect(() => files.pathOf('report.md')).toThrow(gone);
});
