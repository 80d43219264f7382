import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportResult } from '#data/api/job.ts';
import { appFolder, expect, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';

/**
 * Runs the program itself with a command, as a packaged one is: there is no Node beside it. `screen`: whether
 * there is one.
 */
async function run(folder: string, screen: boolean, ...args: string[]) {
  const electron = process.env.WAKHAN_ELECTRON;
  if (electron === undefined) throw new Error('WAKHAN_ELECTRON says which Electron to start');
  const TMPDIR = join(folder, 'tmp');
  await mkdir(TMPDIR, { recursive: true });
  const env: NodeJS.ProcessEnv = { ...process.env, TMPDIR };
  if (!screen) for (const name of ['DISPLAY', 'WAYLAND_DISPLAY']) Reflect.deleteProperty(env, name);
  const child = spawn(electron, [appFolder, ...args], { env });
  const said = { out: '', notes: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.notes += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said, left: await readdir(TMPDIR) };
}

for (const screen of [true, false]) {
  test.describe(screen ? 'with a screen' : 'without a screen', () => {
    test.skip(!screen && process.platform !== 'linux', 'only here a screen can be missing');

    test('a command imports in the guarded process of Electron', async ({ folder }) => {
      const path = await makeCase(join(folder, 'a.case'), 'A');
      const files = join(folder, 'files');
      await mkdir(files);
      await writeFile(join(files, 'talks.txt'), 'The minister met the general.');
      await writeFile(join(files, 'empty.txt'), '');
      await copyFile('tests/fixtures/security/sniff-redos.bin', join(files, 'redos.bin'));
      const { code, out, left } = await run(folder, screen, '--json', 'import', path, files);
      const results = JSON.parse(out) as ImportResult[];
      expect(results.map(({ file, result }) => [file, result])).toEqual([
        ['empty.txt', 'failed'],
        ['redos.bin', 'imported'],
        ['talks.txt', 'imported'],
      ]);
      expect(code).toBe(1);
      expect(left).toEqual([]);
      expect(await readdir(path)).not.toContain('lock');
    });

    test('a command packs a case beside itself', async ({ folder }) => {
      const path = await makeCase(join(folder, 'a.case'), 'A');
      const packed = join(folder, 'a.wakhan');
      for (const args of [
        ['pack', path, '-o', packed],
        ['backup', path],
        ['unpack', packed, join(folder, 'b.case')],
      ]) {
        const { code, notes, left } = await run(folder, screen, ...args);
        expect(code, notes).toBe(0);
        expect(left).toEqual([]);
      }
      expect(await readdir(join(path, 'backups'))).toHaveLength(1);
      expect(await readdir(join(folder, 'b.case'))).toContain('case.json');
    });

    test('a command prints a PDF', async ({ folder }) => {
      const path = await makeCase(join(folder, 'a.case'), 'A');
      const pdf = join(folder, 'a.pdf');
      const { code, notes, left } = await run(folder, screen, 'export', path, '-o', pdf);
      expect(code, notes).toBe(0);
      expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
      expect(left).toEqual([]);
    });
  });
}
