import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cli } from './cli.ts';
import { folderState } from './folder-state.ts';

const isRoot = process.getuid?.() === 0;
if (isRoot) console.warn('Root may write everywhere: the tests of permissions are skipped.');

let cli: Cli;
beforeAll(() => {
  cli = new Cli();
});
afterAll(() => cli.remove());

/** Takes the right to write away from a folder and all in it, or gives it back. */
function setWritable(folder: string, writable: boolean): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) setWritable(join(folder, entry.name), writable);
    else chmodSync(join(folder, entry.name), writable ? 0o644 : 0o444);
  }
  chmodSync(folder, writable ? 0o755 : 0o555);
}

describe.skipIf(isRoot)('without permission', () => {
  test('a case on a read-only disk can be read, exported and checked, not changed', async () => {
    await cli.json(['new', 'a.case']);
    cpSync(cli.at('a.case'), cli.at('frozen.case'), { recursive: true });
    setWritable(cli.at('frozen.case'), false);
    try {
      const before = folderState(cli.at('frozen.case'));
      for (const args of [
        ['open'],
        ['list', 'tags'],
        ['network'],
        ['verify'],
        ['export', '-o', 'r.md'],
      ]) {
        const [name = '', ...rest] = args;
        expect(await cli.call([name, 'frozen.case', ...rest])).toMatchObject({
          code: 0,
          stderr: '',
        });
      }
      const { code, stderr } = await cli.call(
        ['apply', 'frozen.case', '-', '--json'],
        '{"op":"undo"}',
      );
      expect(code).toBe(1);
      expect(JSON.parse(stderr)).toMatchObject({ code: 'read-only' });
      expect(folderState(cli.at('frozen.case'))).toEqual(before);
    } finally {
      setWritable(cli.at('frozen.case'), true);
    }
  });

  test('a folder or file that may not be read is told, and the rest is imported', async () => {
    await cli.json(['new', 'b.case']);
    mkdirSync(cli.at('closed'));
    writeFileSync(cli.at('secret.txt'), 'x');
    writeFileSync(cli.at('open.txt'), 'words');
    chmodSync(cli.at('closed'), 0);
    chmodSync(cli.at('secret.txt'), 0);
    const args = ['import', 'b.case', 'closed', 'secret.txt', 'open.txt', '--json'];
    const { code, stdout } = await cli.call(args);
    chmodSync(cli.at('closed'), 0o755);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { file: 'closed', error: { code: 'no-permission' } },
      { file: 'secret.txt', error: { code: 'no-permission' } },
      { file: 'open.txt', result: 'imported' },
    ]);
  });

  test('a case cannot be made where nothing may be written', async () => {
    mkdirSync(cli.at('locked'), { mode: 0o555 });
    const { code, stderr } = await cli.call(['new', 'locked/c.case', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'no-permission' });
    expect(readdirSync(cli.at('locked'))).toEqual([]);
  });
});
