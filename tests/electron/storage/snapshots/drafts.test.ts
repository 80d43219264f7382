import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { recodeCase } from '../../../../electron/storage/recode-case.ts';
import { newVault } from '../../../../electron/storage/vault/vault.ts';
import { newCase, reopened } from '../helpers.ts';

/** Argon2id is made to be slow. */
vi.setConfig({ testTimeout: 60_000 });

const passphrase = 'four snow leopards';
const drafts = { forms: [{ kind: 'note', fields: { text: 'who is the deputy in Zaranj' } }] };
const bytesOf = (folder: string) => readFileSync(join(folder, 'drafts.json'));

test('drafts are there again when a case opens, and a damaged file harms nothing', async () => {
  const { store, folder } = await newCase();
  expect(store.drafts.read()).toBeNull();
  await store.drafts.write({ forms: [] });
  await store.drafts.write(drafts);
  await store.close();
  const again = await reopened(folder);
  expect(again.drafts.read()).toEqual(drafts);
  expect((await again.verify()).problems).toEqual([]);
  await again.close();
  writeFileSync(join(folder, 'drafts.json'), '{"forms": [');
  const third = await reopened(folder);
  expect(third.drafts.read()).toBeNull();
  expect(third.status.mode).toBe('writable');
});

test('drafts of an encrypted case are sealed', async () => {
  const { store, folder } = await newCase({ vault: await newVault(passphrase, false) });
  await store.drafts.write(drafts);
  await store.close();
  expect(bytesOf(folder).includes('Zaranj')).toBe(false);
  const again = await reopened(folder, { secret: { passphrase } });
  expect(again.drafts.read()).toEqual(drafts);
});

test('drafts go along when a case is encrypted and decrypted', async () => {
  const { store, folder } = await newCase();
  await store.drafts.write(drafts);
  await store.close();
  const author = 'Ada';
  const secret = { passphrase };
  await recodeCase(folder, await newVault(passphrase, false), { author });
  expect(bytesOf(folder).includes('Zaranj')).toBe(false);
  const sealed = await reopened(folder, { secret });
  expect(sealed.drafts.read()).toEqual(drafts);
  await sealed.close();
  await recodeCase(folder, undefined, { author, secret });
  const plain = await reopened(folder);
  expect(plain.drafts.read()).toEqual(drafts);
});
