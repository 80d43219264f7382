import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openCase } from '../../../../electron/storage/open/open-case.ts';
import { saveCopy } from '../../../../electron/storage/open/save-copy.ts';
import type { CaseStore } from '../../../../electron/storage/case-store.ts';
import { nodeDisk } from '../../../../electron/storage/disk/disk.ts';
import { recodeCase } from '../../../../electron/storage/recode-case.ts';
import { newVault } from '../../../../electron/storage/vault/vault.ts';
import { contents, mark, newCase, reopened } from '../helpers.ts';

/** Argon2id is made to be slow: half a second each time, more on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const passphrase = 'four snow leopards';
const secret = { passphrase };
const author = 'Ada';

/** Words that stand in every test case: title, text, ids, labels, authors of records. */
const words = ['ministers', 'borders', 'secretdoc', 'Doubt', 'Test', 'Person', 'highlight.add'];

/** Relative names and bytes of all files below a folder. */
function filesOf(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

const journalOf = (folder: string) => filesOf(join(folder, 'journal'));

/** Words of the case that can be read in its files or their names, plain or as UTF-16 or base64. */
function leaks(folder: string): string[] {
  return filesOf(folder).flatMap(({ name, bytes }) =>
    words
      .filter((word) =>
        [word, Buffer.from(word).toString('base64').slice(0, -2)].some(
          (form) =>
            name.includes(form) ||
            bytes.includes(form) ||
            bytes.includes(Buffer.from(form, 'utf16le')),
        ),
      )
      .map((word) => `${word} in ${name}`),
  );
}

async function fill(store: CaseStore): Promise<void> {
  await store.perform({
    op: 'entity.add',
    input: { id: 'secretdoc-person', type: 'person', name: 'Ministers of borders' },
  });
  await mark(store, 'secretdoc-mark');
}

async function encryptedCase(): Promise<{ folder: string; recoveryKey: string; before: unknown }> {
  const made = await newVault(passphrase, true);
  const { store, folder } = await newCase({ vault: made });
  await fill(store);
  await store.checkpoint();
  const before = contents(store.state);
  await store.close();
  return { folder, before, recoveryKey: made.recoveryKey ?? '' };
}

describe('an encrypted case', () => {
  test('holds no plain word in any file or name, and opens with its passphrase', async () => {
    const { folder, before } = await encryptedCase();
    expect(leaks(folder)).toEqual([]);
    const store = await reopened(folder, { secret });
    expect(contents(store.state)).toEqual(before);
    expect(store.status.encrypted).toBe(true);
    expect((await store.verify()).problems).toEqual([]);
  });

  test('is a test that can fail: a plain case shows its words', async () => {
    const { store, folder } = await newCase();
    await fill(store);
    await store.close();
    expect(leaks(folder).length).toBeGreaterThan(words.length);
  });

  test('refuses a wrong or missing passphrase and stays byte-identical', async () => {
    const { folder } = await encryptedCase();
    const before = filesOf(folder);
    const wrong = openCase(folder, { author, secret: { passphrase: 'four snow leopardz' } });
    await expect(wrong).rejects.toMatchObject({ code: 'wrong-passphrase' });
    const missing = openCase(folder, { author });
    await expect(missing).rejects.toMatchObject({ code: 'passphrase-needed' });
    expect(filesOf(folder)).toEqual(before);
  });

  test('opens with its recovery key, as a person may type it', async () => {
    const { folder, before, recoveryKey } = await encryptedCase();
    expect(recoveryKey).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ');
    const store = await reopened(folder, { secret: { recoveryKey: typed } });
    expect(contents(store.state)).toEqual(before);
  });

  test('takes another passphrase, and the old one no longer opens it', async () => {
    const { folder, before } = await encryptedCase();
    const store = await openCase(folder, { author, secret });
    await store.vault.changePassphrase('a new and longer one');
    await store.close();
    await expect(openCase(folder, { author, secret })).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    const again = await reopened(folder, { secret: { passphrase: 'a new and longer one' } });
    expect(contents(again.state)).toEqual(before);
  });

  test('makes a new recovery key, and the old one no longer opens it', async () => {
    const { folder, recoveryKey } = await encryptedCase();
    const store = await openCase(folder, { author, secret });
    const fresh = await store.vault.newRecoveryKey();
    await store.close();
    const old = openCase(folder, { author, secret: { recoveryKey } });
    await expect(old).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await reopened(folder, { secret: { recoveryKey: fresh } });
  });

  test('opens from the second key file when the first is damaged', async () => {
    const { folder } = await encryptedCase();
    writeFileSync(join(folder, 'vault.json'), 'nonsense');
    await reopened(folder, { secret });
  });

  test('finds every altered sealed file', async () => {
    const { folder } = await encryptedCase();
    for (const { name, bytes } of filesOf(folder)) {
      if (!/^(sources|texts)/.test(name)) continue;
      const altered = Buffer.from(bytes);
      altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1;
      nodeDisk.remove(join(folder, name));
      writeFileSync(join(folder, name), altered);
    }
    const store = await reopened(folder, { secret });
    const { problems } = await store.verify();
    expect(new Set(problems.map(({ check }) => check))).toEqual(new Set(['original', 'text']));
  });

  test('copies to a case that opens with the same passphrase', async () => {
    const { folder, before } = await encryptedCase();
    const store = await reopened(folder, { secret });
    await saveCopy(store, `${folder}-copy`);
    const copy = await reopened(`${folder}-copy`, { secret });
    expect(contents(copy.state)).toEqual(before);
  });

  test('refuses a short passphrase', async () => {
    await expect(newVault('short', false)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('a plain case', () => {
  test('is encrypted later and decrypted again, with all it held and its undo', async () => {
    const { store, folder } = await newCase();
    await fill(store);
    await store.checkpoint();
    await mark(store, 'secretdoc-second', 9);
    const before = contents(store.state);
    await store.close();

    await recodeCase(folder, await newVault(passphrase, false), { author });
    expect(leaks(folder)).toEqual([]);
    expect(leaks(join(folder, '..'))).toEqual([]);
    const sealed = await openCase(folder, { author, secret });
    expect(contents(sealed.state)).toEqual(before);
    await sealed.perform({ op: 'undo', input: {} });
    await sealed.perform({ op: 'redo', input: {} });
    const { head } = sealed;
    await sealed.close();

    await recodeCase(folder, undefined, { author, secret });
    const plain = await reopened(folder);
    expect(plain.status.encrypted).toBe(false);
    expect(plain.head).toEqual(head);
    expect((await plain.verify()).problems).toEqual([]);
    expect(leaks(folder).length).toBeGreaterThan(0);
  });

  test('is encrypted also where a killed process left room behind its journal', async () => {
    const { store, folder } = await newCase();
    await fill(store);
    const before = contents(store.state);
    const left = join(folder, '../left.case');
    cpSync(folder, left, { recursive: true }); // as the disk is while it is open
    await store.close();
    rmSync(join(left, 'lock'));
    expect(journalOf(left)[0]?.bytes.at(-1)).toBe(0);
    await recodeCase(left, await newVault(passphrase, false), { author });
    expect(leaks(left)).toEqual([]);
    const again = await reopened(left, { secret });
    expect(contents(again.state)).toEqual(before);
    expect((await again.verify()).problems).toEqual([]);
    await again.close();
  });

  test('is not encrypted while it is damaged', async () => {
    const { store, folder } = await newCase();
    await store.close();
    const source = filesOf(folder).find(({ name }) => name.startsWith('sources'));
    nodeDisk.remove(join(folder, source?.name ?? ''));
    const before = journalOf(folder);
    const refused = recodeCase(folder, await newVault(passphrase, false), { author });
    await expect(refused).rejects.toMatchObject({ code: 'damaged' });
    expect(journalOf(folder)).toEqual(before);
    const still = await reopened(folder);
    expect(still.status.encrypted).toBe(false);
  });
});
