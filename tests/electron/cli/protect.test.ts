import { chmodSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCase } from '../../../electron/storage/open/open-case.ts';
import { Cli } from './cli.ts';
import { folderState } from './folder-state.ts';

const PASSPHRASE = 'correct horse battery';
const NEXT = 'eleven green bottles';
const text = 'Karakul lies high above the old road.';
let cli: Cli;

beforeAll(() => {
  cli = new Cli();
  writeFileSync(cli.at('pass.txt'), `${PASSPHRASE}\n`);
  writeFileSync(cli.at('next.txt'), NEXT);
  writeFileSync(cli.at('empty.txt'), '\n');
  writeFileSync(cli.at('road.txt'), text);
});
afterAll(() => cli.remove());

/** The error that a call with `--json` prints, and its exit code. */
async function refusal(...args: string[]): Promise<{ exit: number | null; code: unknown }> {
  const { code: exit, stderr, stdout } = await cli.call([...args, '--json']);
  expect(stdout).toBe('');
  return { exit, code: (JSON.parse(stderr) as { code: unknown }).code };
}

/** Whether a word stands in any file of a folder, or in the name of one. */
function holds(folder: string, word: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => {
    const path = join(folder, name);
    return name.includes(word) || (statSync(path).isFile() && readFileSync(path).includes(word));
  });
}

const withPass = ['--passphrase-file', 'pass.txt'];

describe('a case that is made encrypted', () => {
  let recoveryKey: string;
  beforeAll(async () => {
    const made = await cli.json([
      'new',
      'sealed.case',
      '--title',
      'Karakul',
      '--encrypt',
      '--recovery-key',
      ...withPass,
    ]);
    ({ recoveryKey } = made as { recoveryKey: string });
    writeFileSync(cli.at('key.txt'), recoveryKey.toLowerCase());
  });

  test('takes files and operations with its passphrase file, and holds no plain word', async () => {
    await cli.json(['import', 'sealed.case', 'road.txt', ...withPass]);
    expect(await cli.json(['open', 'sealed.case', ...withPass])).toMatchObject({
      title: 'Karakul',
      encrypted: true,
      counts: { documents: 1 },
    });
    for (const word of ['Karakul', 'old road', 'road.txt', PASSPHRASE, recoveryKey]) {
      expect(holds(cli.at('sealed.case'), word), word).toBe(false);
    }
  });

  test('opens with its recovery key', async () => {
    const key = ['--recovery-key-file', 'key.txt'];
    expect(await cli.json(['verify', 'sealed.case', ...key])).toMatchObject({ ok: true });
  });

  test('changes its passphrase, and opens with the new one only', async () => {
    await cli.json(['passphrase', 'sealed.case', ...withPass, '--new-passphrase-file', 'next.txt']);
    expect(await refusal('open', 'sealed.case', ...withPass)).toEqual({
      exit: 1,
      code: 'wrong-passphrase',
    });
    const renewed = [
      'passphrase',
      'sealed.case',
      '--recovery-key',
      '--passphrase-file',
      'next.txt',
    ];
    const { recoveryKey: second } = (await cli.json(renewed)) as { recoveryKey: string };
    expect(second).not.toBe(recoveryKey);
    expect(await refusal('open', 'sealed.case', '--recovery-key-file', 'key.txt')).toEqual({
      exit: 1,
      code: 'wrong-passphrase',
    });
  });
});

describe('encrypting and decrypting', () => {
  test('goes there and back with the same contents', async () => {
    await cli.json(['new', 'plain.case', '--title', 'Karakul']);
    await cli.json(['import', 'plain.case', 'road.txt']);
    const before = await cli.json(['list', 'plain.case', 'documents']);
    const { stdout } = await cli.call(['encrypt', 'plain.case', '--recovery-key', ...withPass]);
    expect(stdout).toMatch(
      /^Encrypted plain\.case\nRecovery key, told only now: ([0-9A-Z]{4}-){7}/,
    );
    expect(holds(cli.at('plain.case'), 'Karakul')).toBe(false);
    expect(await refusal('encrypt', 'plain.case', ...withPass)).toEqual({
      exit: 1,
      code: 'invalid-input',
    });
    await cli.json(['decrypt', 'plain.case', ...withPass]);
    expect(await cli.json(['list', 'plain.case', 'documents'])).toEqual(before);
    expect(await refusal('decrypt', 'plain.case')).toEqual({ exit: 1, code: 'invalid-input' });
  });

  test('leaves files that are not its own, and names them', async () => {
    await cli.json(['new', 'shared.case']);
    writeFileSync(join(cli.at('shared.case'), 'by-hand.txt'), 'Karakul');
    const { stdout } = await cli.call(['encrypt', 'shared.case', ...withPass]);
    expect(stdout).toContain('Not encrypted, because the program does not know them: by-hand.txt.');
    expect(readFileSync(join(cli.at('shared.case'), 'by-hand.txt'), 'utf8')).toBe('Karakul');
    expect(await cli.json(['decrypt', 'shared.case', ...withPass])).toEqual({
      case: 'shared.case',
    });
  });

  test('asks for a passphrase before anything is changed', async () => {
    await cli.json(['new', 'other.case']);
    const before = folderState(cli.at('other.case'));
    expect(await refusal('encrypt', 'other.case')).toEqual({ exit: 1, code: 'passphrase-needed' });
    expect(await refusal('encrypt', 'other.case', '--passphrase-file', 'empty.txt')).toEqual({
      exit: 1,
      code: 'invalid-input',
    });
    expect(await refusal('encrypt', 'other.case', '--passphrase-file', 'missing.txt')).toEqual({
      exit: 1,
      code: 'not-found',
    });
    expect(await refusal('passphrase', 'other.case')).toEqual({ exit: 2, code: 'wrong-use' });
    expect(await refusal('passphrase', 'other.case', '--recovery-key')).toEqual({
      exit: 1,
      code: 'invalid-input',
    });
    expect(await refusal('new', 'third.case', '--encrypt')).toEqual({
      exit: 1,
      code: 'passphrase-needed',
    });
    expect(folderState(cli.at('other.case'))).toEqual(before);
  });
});

describe('a case in one file', () => {
  beforeAll(async () => {
    await cli.json(['new', 'whole.case', '--title', 'Karakul']);
    await cli.json(['import', 'whole.case', 'road.txt']);
  });

  test('is packed and unpacked with the same contents', async () => {
    const packed = await cli.json(['pack', 'whole.case', '-o', 'whole.wakhan']);
    expect(packed).toMatchObject({ file: 'whole.wakhan', size: statSync('whole.wakhan').size });
    await cli.json(['unpack', 'whole.wakhan', 'again.case']);
    const journal = await cli.json(['list', 'whole.case', 'journal']);
    expect(await cli.json(['list', 'again.case', 'journal'])).toEqual(journal);
    expect(await cli.json(['verify', 'again.case'])).toMatchObject({ ok: true });
    expect(await refusal('unpack', 'whole.wakhan', 'again.case')).toEqual({
      exit: 1,
      code: 'case-exists',
    });
  });

  test('is not written into a case, nor made from what is no case', async () => {
    expect(await refusal('pack', 'whole.case')).toEqual({ exit: 2, code: 'wrong-use' });
    expect(await refusal('pack', 'whole.case', '-o', 'whole.case/case.json')).toEqual({
      exit: 1,
      code: 'export-failed',
    });
    expect(await refusal('unpack', 'road.txt', 'none.case')).toEqual({
      exit: 1,
      code: 'not-a-case',
    });
    expect(readdirSync('.')).not.toContain('none.case');
  });

  test('is not packed while somebody edits the case', async () => {
    const store = await openCase(cli.at('whole.case'), { author: 'Ada' });
    try {
      expect(await refusal('pack', 'whole.case', '-o', 'torn.wakhan')).toEqual({
        exit: 1,
        code: 'case-locked',
      });
    } finally {
      await store.close();
    }
    expect(readdirSync('.')).not.toContain('torn.wakhan');
  });

  test('backups lie inside the case and can be unpacked', async () => {
    const made = (await cli.json(['backup', 'whole.case'])) as { file: string };
    expect(made.file).toMatch(/^whole\.case\/backups\/.+\.wakhan$/);
    await cli.json(['unpack', made.file, 'restored.case']);
    expect(await cli.json(['open', 'restored.case'])).toMatchObject({ title: 'Karakul' });
  });

  test.skipIf(process.getuid?.() === 0)('says so where nothing can be written', async () => {
    chmodSync('whole.case', 0o555);
    try {
      expect(await refusal('backup', 'whole.case')).toMatchObject({ exit: 1 });
    } finally {
      chmodSync('whole.case', 0o755);
    }
  });
});
