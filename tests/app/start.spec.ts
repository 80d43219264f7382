import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { appFolder, expect, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';

/** Puts what a message box would show on stdout, and closes it as a person does. */
const CLOSES_BOXES = `
const { dialog } = require('electron');
dialog.showMessageBox = async ({ message, detail }) => {
  process.stdout.write('BOX ' + message + ' ' + detail + '\\n');
  return { response: 0, checkboxChecked: false };
};`;

interface Ended {
  code: number | null;
  box: string;
  said: string;
}

/** Starts the program where it cannot work, and waits until it has ended. */
async function startBadly(
  folder: string,
  env: Record<string, string>,
  args: string[],
  app = appFolder,
): Promise<Ended> {
  const electron = process.env.WAKHAN_ELECTRON;
  if (electron === undefined) throw new Error('WAKHAN_ELECTRON says which Electron to start');
  const boxes = join(folder, 'boxes.cjs');
  await writeFile(boxes, CLOSES_BOXES);
  const child = spawn(electron, ['-r', boxes, app, ...args], { env: { ...process.env, ...env } });
  const said: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => (said[name] += chunk.toString()));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, box: /^BOX (.*)$/m.exec(said.stdout)?.[1] ?? '', said: said.stderr };
}

test.describe('a start that fails says why in a dialog and on stderr, and ends', () => {
  let locked: string;
  test.beforeEach(async ({ folder }) => {
    locked = join(folder, 'locked');
    await mkdir(join(locked, 'user'), { recursive: true });
    await writeFile(join(locked, 'file'), 'Not a folder.');
    await chmod(join(locked, 'user'), 0o500);
    await chmod(locked, 0o500);
  });
  test.afterEach(async () => {
    await chmod(locked, 0o700);
    await chmod(join(locked, 'user'), 0o700);
  });

  for (const [what, place, why] of [
    ['is read-only', 'user', 'you may not write there'],
    ['cannot be made', 'none', 'you may not write there'],
    ['is a file', 'file', 'it is not a folder'],
    ['is below a file', 'file/user', 'it is not a folder'],
  ] as const) {
    test(`where the user’s folder ${what}`, async ({ folder }) => {
      const path = await makeCase(join(folder, 'a.case'), 'A');
      const before = await readdir(path, { recursive: true });
      const env = { WAKHAN_USER_DATA: join(locked, place) };
      const { code, box, said } = await startBadly(folder, env, [path]);
      expect(code).toBe(1);
      expect(box).toContain(
        `Wakhan cannot start. Wakhan keeps its settings in “${locked}/${place}”`,
      );
      expect(box).toContain(why);
      expect(said).toContain(`wakhan: Wakhan keeps its settings in “${locked}/${place}”`);
      expect(await readdir(path, { recursive: true })).toEqual(before);
    });
  }

  test('where the temporary folder takes no files', async ({ folder, userData }) => {
    const env = { WAKHAN_USER_DATA: userData, TMPDIR: join(locked, 'user') };
    const { code, box, said } = await startBadly(folder, env, []);
    expect(code).toBe(1);
    expect(box).toContain('The system keeps temporary files in');
    expect(said).toContain('The system keeps temporary files in');
  });

  test('where the page cannot begin, and lets go of the case', async ({ folder, userData }) => {
    const path = await makeCase(join(folder, 'a.case'), 'A');
    const { main } = JSON.parse(await readFile(join(appFolder, 'package.json'), 'utf8')) as {
      main: string;
    };
    const app = join(folder, 'program');
    await cp(dirname(dirname(join(appFolder, main))), app, { recursive: true });
    await writeFile(join(app, 'package.json'), '{"type":"module","main":"main/main.js"}');
    const assets = join(app, 'renderer', 'assets');
    for (const name of await readdir(assets))
      if (name.endsWith('.js')) await rm(join(assets, name));
    const env = { WAKHAN_USER_DATA: userData };
    const { code, box, said } = await startBadly(folder, env, [path], app);
    expect(code).toBe(1);
    expect(box).toContain('The page of the window does not begin');
    expect(said).toContain('wakhan: The page of the window does not begin');
    expect(await readdir(path)).not.toContain('lock');
  });
});

test('a case opens also where what it showed last cannot be read', async ({
  launch,
  folder,
  userData,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'A');
  await writeFile(join(userData, 'views'), 'Not a folder.');
  const { page } = await launch({ args: [path] });
  await expect(page.getByRole('heading', { name: 'A', level: 1 })).toBeVisible();
});
