import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCase } from '../../../electron/storage/open/create-case.ts';
import { newVault } from '../../../electron/storage/vault/vault.ts';
import { codebook } from '../../data/operations/seed.ts';
import { Cli } from './cli.ts';
import { folderState } from './folder-state.ts';

const PASSPHRASE = 'correct horse battery';
let cli: Cli;
beforeAll(async () => {
  cli = new Cli();
  const vault = await newVault(PASSPHRASE, false);
  const store = await createCase(cli.at('a.case'), {
    author: 'Tester',
    title: 'Sealed',
    codebook,
    vault,
  });
  await store.close();
});
afterAll(() => cli.remove());

test('an encrypted case opens with the passphrase of the environment, and only then', async () => {
  const before = folderState(cli.at('a.case'));
  const asked = await cli.call(['open', 'a.case', '--json']);
  expect(JSON.parse(asked.stderr)).toMatchObject({ code: 'passphrase-needed' });
  const wrong = await cli.call(['open', 'a.case', '--json'], '', {
    WAKHAN_PASSPHRASE: 'wrong one, sorry',
  });
  expect(wrong.code).toBe(1);
  expect(JSON.parse(wrong.stderr)).toMatchObject({ code: 'wrong-passphrase' });
  const right = await cli.call(['open', 'a.case', '--json'], '', { WAKHAN_PASSPHRASE: PASSPHRASE });
  expect(JSON.parse(right.stdout)).toMatchObject({ title: 'Sealed', encrypted: true });
  expect(folderState(cli.at('a.case'))).toEqual(before);
});
