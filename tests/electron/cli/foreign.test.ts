import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportResult } from '#data/api/job.ts';
import { Cli } from './cli.ts';
import { folderState } from './folder-state.ts';

let cli: Cli;
beforeAll(async () => {
  cli = new Cli();
  await cli.json(['new', 'a.case', '--title', 'Karakul']);
  await cli.json(['new', 'other.case']);
  writeFileSync(cli.at('words.txt'), 'Words of a person.');
  await cli.json(['import', 'other.case', 'words.txt']);
  await cli.json(['pack', 'other.case', '-o', 'other.wakhan']);
  await cli.json(['backup', 'other.case']);
});
afterAll(() => cli.remove());

async function imported(...paths: string[]): Promise<ImportResult[]> {
  const { stdout, stderr } = await cli.call(['import', 'a.case', ...paths, '--json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as ImportResult[];
}

const refusalsOf = (results: readonly ImportResult[]): [string, string, string][] =>
  results.map((one) =>
    one.result === 'failed'
      ? [one.file, one.error.code, one.error.message]
      : [one.file, one.result, ''],
  );

describe('importing', () => {
  test('never walks into a case, packed or not, nor into the open one, and says so in one line', async () => {
    const folder = cli.at('mixed');
    mkdirSync(folder);
    writeFileSync(join(folder, 'b.txt'), 'the only document');
    symlinkSync(cli.at('other.case'), join(folder, 'link.case'));
    symlinkSync(cli.at('a.case'), join(folder, 'open.case'));
    symlinkSync(cli.at('other.wakhan'), join(folder, 'packed.wakhan'));
    const results = refusalsOf(await imported('mixed'));
    expect(results.map(([file, what]) => `${file} ${what}`)).toEqual([
      'b.txt imported',
      'link.case unsupported-format',
      'open.case unsupported-format',
      'packed.wakhan unsupported-format',
    ]);
    for (const [file, , words] of results.slice(1)) expect(words, file).toContain('is a case');
  });

  test.each([
    'other.case',
    'other.case/',
    'other.case/sources',
    'other.case/backups',
    'a.case/journal',
  ])('takes nothing of %s', async (path) => {
    const before = folderState(cli.at('a.case'));
    const results = refusalsOf(await imported(path));
    expect(results).toHaveLength(1);
    expect(results[0]?.[1]).toBe('unsupported-format');
    expect(results[0]?.[2]).toContain('case');
    expect(folderState(cli.at('a.case'))).toEqual(before);
  });

  test.each([
    ['its snapshots', ['case.json', 'case.prev.json']],
    ['its journal', ['journal']],
    ['all but its journal', ['case.json', 'case.prev.json', 'documents', 'texts', 'sources']],
    ['its snapshots and its texts', ['case.json', 'case.prev.json', 'texts']],
  ])('takes nothing of a case that has lost %s', async (what, lost) => {
    const folder = cli.at(`lost ${what}`);
    const broken = join(folder, 'broken');
    cpSync(cli.at('other.case'), broken, { recursive: true });
    for (const one of lost) rmSync(join(broken, one), { recursive: true, force: true });
    const results = refusalsOf(await imported(folder));
    expect(results.map(([file]) => file)).toEqual(['broken']);
    expect(results[0]?.[2]).toContain('is a case');
    expect(refusalsOf(await imported(join(broken, 'backups')))[0]?.[2]).toContain('in the case');
  });

  test('walks into folders of a person, whatever they are called', async () => {
    const diary = cli.at('diary');
    for (const one of ['journal', 'sources']) {
      mkdirSync(join(diary, one), { recursive: true });
      writeFileSync(join(diary, one, 'page.txt'), `A page of ${one}.`);
    }
    writeFileSync(join(diary, 'case.txt'), 'Words about a case.');
    const results = refusalsOf(await imported(diary));
    expect(results.map(([, what]) => what)).toEqual(['imported', 'imported', 'imported']);
  });

  test.each(['/proc', '/proc/self', '/sys', '/proc/self/environ', '/dev/pts'])(
    'ends at %s, which is the system’s',
    async (path) => {
      const results = refusalsOf(await imported(path));
      expect(results).toHaveLength(1);
      expect(results[0]?.[2]).toContain('what the system tells of itself');
    },
  );

  test('tells a pipe, a device, a circle of links and a long name, each in its own words', async () => {
    spawnSync('mkfifo', [cli.at('pipe.txt')]);
    symlinkSync('loop-b', cli.at('loop-a'));
    symlinkSync('loop-a', cli.at('loop-b'));
    const long = 'x'.repeat(300);
    const results = refusalsOf(await imported('pipe.txt', '/dev/zero', 'loop-a', long));
    expect(results.map(([, code]) => code)).toEqual([
      'unsupported-format',
      'unsupported-format',
      'not-found',
      'invalid-input',
    ]);
    const words = ['is a pipe', 'is a device', 'links lead in a circle', 'the name is too long'];
    for (const [nth, [, , message]] of results.entries()) expect(message).toContain(words[nth]);
  });

  test('takes a file from a folder though its name is no UTF-8, and says why it cannot be named', async () => {
    const folder = cli.at('bytes');
    mkdirSync(folder);
    const name = Buffer.concat([
      Buffer.from(`${folder}/caf`),
      Buffer.from([0xe9]),
      Buffer.from('.txt'),
    ]);
    const file = await open(name, 'w');
    await file.writeFile('words under a name of another time');
    await file.close();
    expect(await imported('bytes')).toMatchObject([{ file: 'caf\ufffd.txt', result: 'imported' }]);
    const [refused] = refusalsOf(await imported('bytes/caf\ufffd.txt'));
    expect(refused?.[2]).toContain('no valid UTF-8');
  });
});

describe('a file that is written', () => {
  test.each([
    ['export', 'a.case', '--format', 'md', '-o'],
    ['pack', 'a.case', '-o'],
  ])('by %s never takes the place of a device or a pipe', async (...args) => {
    const call = (path: string) => cli.call([...args, path]);
    spawnSync('mkfifo', [cli.at('out')]);
    const isPack = args[0] === 'pack';
    const reading = isPack
      ? undefined
      : open(cli.at('out'), 'r').then(async (file) => {
          const text = await file.readFile('utf8');
          await file.close();
          return text;
        });
    const result = await call('out');
    expect(result.code).toBe(isPack ? 1 : 0);
    if (isPack) expect(result.stderr).toContain('is no file');
    else expect(await reading).toContain('# Karakul');
    expect(lstatSync(cli.at('out')).isFIFO()).toBe(true);
    const device = cli.at(`device-${args[0]}`);
    if (process.getuid?.() !== 0) return;
    spawnSync('mknod', [device, 'c', '1', '3']);
    expect((await call(device)).code).toBe(isPack ? 1 : 0);
    expect(lstatSync(device).isCharacterDevice()).toBe(true);
  });

  test('follows a link, which stays a link, and keeps others out that were kept out', async () => {
    writeFileSync(cli.at('real.md'), 'old', { mode: 0o600 });
    symlinkSync('real.md', cli.at('link.md'));
    await cli.json(['export', 'a.case', '-o', 'link.md']);
    expect(lstatSync(cli.at('link.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(cli.at('real.md'), 'utf8')).toContain('# Karakul');
    expect(statSync(cli.at('real.md')).mode & 0o777).toBe(0o600);
    symlinkSync('a.case/case.json', cli.at('into.md'));
    const { code, stderr } = await cli.call(['export', 'a.case', '-o', 'into.md']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('inside the case')]);
  });

  test('leaves what a person calls by a temporary name', async () => {
    for (const name of ['p.wakhan.tmp', 'r.html.tmp']) writeFileSync(cli.at(name), 'mine');
    await cli.json(['pack', 'a.case', '-o', 'p.wakhan']);
    await cli.json(['export', 'a.case', '-o', 'r.html']);
    for (const name of ['p.wakhan.tmp', 'r.html.tmp']) {
      expect(readFileSync(cli.at(name), 'utf8')).toBe('mine');
    }
  });
});

describe('what is printed', () => {
  const name = 'x\nimported   fake\u001b[2K\u009b1m\u202e.txt';

  test('cannot make a line of its own, nor move what stands on the screen', async () => {
    mkdirSync(cli.at('forged'));
    writeFileSync(cli.at('forged', name), '');
    const { stdout } = await cli.call(['import', 'a.case', 'forged']);
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stdout).toContain('x\\u000aimported   fake\\u001b[2K\\u009b1m\\u202e.txt');
    expect(stdout.trimEnd()).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('is the same value as JSON, without a character that a terminal would act upon', async () => {
    const { stdout } = await cli.call(['import', 'a.case', 'forged', '--json']);
    expect(JSON.parse(stdout)).toMatchObject([{ file: name, result: 'failed' }]);
    expect(stdout).not.toMatch(/[\u007f-\u009f\u202e]/);
  });

  test('of a title, a quote or an error is harmless too', async () => {
    await cli.json(['new', 'title.case', '--title', 'A \u202eB']);
    const open = await cli.call(['open', 'title.case']);
    expect(open.stdout).toContain('A \\u202eB');
    const { stderr } = await cli.call(['open', 'no\u001b]0;x\u0007thing.case']);
    expect(stderr).toContain('no\\u001b]0;x\\u0007thing.case');
  });
});

describe('a case that is put somewhere', () => {
  test('is never put into another case, nor over what is there', async () => {
    for (const args of [
      ['new', 'a.case/inner.case'],
      ['unpack', 'other.wakhan', 'a.case/inner.case'],
    ]) {
      expect((await cli.call(args)).stderr).toContain('inside the case');
    }
    expect(readdirSync(cli.at('a.case'))).not.toContain('inner.case');
  });

  test('takes an empty folder, also behind a link, and no other', async () => {
    mkdirSync(cli.at('empty.case'));
    symlinkSync('empty.case', cli.at('link-to.case'));
    await cli.json(['unpack', 'other.wakhan', 'link-to.case']);
    expect(lstatSync(cli.at('link-to.case')).isSymbolicLink()).toBe(true);
    expect(existsSync(cli.at('empty.case', 'case.json'))).toBe(true);
    const { code } = await cli.call(['unpack', 'other.wakhan', 'empty.case']);
    expect(code).toBe(1);
  });

  test('from what is no file is refused at once', async () => {
    spawnSync('mkfifo', [cli.at('packed.pipe')]);
    const { code, stderr } = await cli.call(['unpack', 'packed.pipe', 'from-pipe.case']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('is a pipe')]);
    chmodSync(cli.at('packed.pipe'), 0o644);
  });
});

test('an unfinished save is a note of the check, in the words of opening, and no fault', async () => {
  await cli.json(['new', 'torn.case']);
  writeFileSync(cli.at('torn.case', 'journal', '000001.ndjson'), '{"n":2,"id', { flag: 'a' });
  const { code, stdout, stderr } = await cli.call(['verify', 'torn.case', '--json']);
  expect(code).toBe(0);
  const { ok, problems, notes } = JSON.parse(stdout) as {
    ok: boolean;
    problems: unknown[];
    notes: string[];
  };
  expect({ ok, problems }).toEqual({ ok: true, problems: [] });
  expect(notes).toEqual([expect.stringContaining('The last save was not finished: 10 bytes')]);
  expect(JSON.parse(stderr)).toEqual({ note: notes[0] });
  expect((await cli.call(['open', 'torn.case'])).stderr).toContain(notes[0] ?? 'none');
});
