import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../../../electron/storage/disk/disk.ts';
import {
  levelVault,
  newVault,
  openVault,
  writeVault,
} from '../../../../electron/storage/vault/vault.ts';
import { temporaryFolder } from '../helpers.ts';

const passphrase = 'four snow leopards';

test('of a case without a recovery key no such key opens it, and nothing says what is wrong with it', async () => {
  const folder = temporaryFolder();
  await writeVault(nodeDisk, folder, (await newVault(passphrase, false)).file);
  await expect(openVault(nodeDisk, folder, { recoveryKey: 'x' })).rejects.toMatchObject({
    code: 'wrong-passphrase',
    message: expect.stringContaining('not the recovery key') as string,
  });
});

test('the copy of the key file follows the file, but not one that is damaged', async () => {
  const folder = temporaryFolder();
  await levelVault(nodeDisk, folder); // not encrypted: nothing to do
  await writeVault(nodeDisk, folder, (await newVault(passphrase, false)).file);
  const [file, copy] = [join(folder, 'vault.json'), join(folder, 'vault.copy.json')];
  const whole = readFileSync(file, 'utf8');
  writeFileSync(copy, 'an older one');
  await levelVault(nodeDisk, folder);
  expect(readFileSync(copy, 'utf8')).toBe(whole);
  for (const damaged of ['no JSON', '{"format":1}']) {
    writeFileSync(file, damaged);
    await levelVault(nodeDisk, folder);
    expect(readFileSync(copy, 'utf8')).toBe(whole);
  }
  expect(existsSync(file)).toBe(true);
});
