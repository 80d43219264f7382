import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appFolder, expect, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { wordsOfPages } from './pdf-words.ts';

/** Prints a case on a machine that has no font at all but DejaVu. */
async function print(folder: string, path: string, title: string): Promise<string[]> {
  const electron = process.env.WAKHAN_ELECTRON;
  if (electron === undefined) throw new Error('WAKHAN_ELECTRON says which Electron to start');
  const TMPDIR = join(folder, 'tmp');
  await mkdir(TMPDIR);
  const FONTCONFIG_FILE = join(folder, 'fonts.conf');
  await writeFile(
    FONTCONFIG_FILE,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      `<dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>${TMPDIR}</cachedir></fontconfig>`,
  );
  const pdf = join(folder, 'a.pdf');
  const asked = ['export', path, '--title', title, '-o', pdf];
  const env = { ...process.env, TMPDIR, FONTCONFIG_FILE };
  const child = spawn(electron, [appFolder, ...asked], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  expect(await once(child, 'close')).toEqual([0, null]);
  return wordsOfPages(await readFile(pdf));
}

test('a PDF has the letters of every script, and title and number on every page', async ({
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'fonts are taken away by fontconfig');
  const chinese = '出席会议的有各国的军事代表。';
  const scripts = [
    'بهرنیو چارو څلور هېوادونه ښه',
    'ئۇيغۇر ئاپتونوم',
    'ٹیم نے کہا۔',
    'آلية التنسيق',
  ];
  const text = [chinese, ...scripts, 'Talks.'].join('\n');
  const path = await makeCase(
    join(folder, 'a.case'),
    'Case',
    [{ id: 'd', title: 'D', text }],
    [
      { op: 'highlight.add', input: { id: 'h', document: 'd', start: 0, end: text.length } },
      ...Array.from({ length: 90 }, (_, n) => ({
        op: 'claim.add',
        input: { text: `第${n}项声明`, evidence: ['h'] },
      })),
      { op: 'case.update', input: { marking: 'GREEN' } },
    ],
  );
  const title = '四国 <b>x</b> <script>alert(1)</script><span class="date"></span>';
  const pages = await print(folder, path, title);
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, words] of pages.entries()) {
    expect(words).toContain('TLP:GREEN');
    expect(words.slice(-200)).toContain(`${title}Page ${index + 1} of ${pages.length}`);
  }
  const all = pages.join('');
  expect(all).not.toContain('\uFFFD');
  expect(all).toContain(chinese);
  const letters = new Set(all.normalize('NFKC'));
  for (const letter of scripts.join('').replaceAll(' ', '')) expect(letters).toContain(letter);
});
