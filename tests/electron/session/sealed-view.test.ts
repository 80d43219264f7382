import { expect, test } from 'vitest';
import { openSealedView, sealedView } from '../../../electron/session/sealed-view.ts';
import { newVault } from '../../../electron/storage/vault/vault.ts';
import { newCase } from '../storage/helpers.ts';

const view = { reader: { find: 'Zaranj' } };

test('the view of an encrypted case opens with that case only', async () => {
  const vault = await newVault('seven quiet rivers', false);
  const [{ store: sealed }, { store: plain }, { store: other }] = await Promise.all([
    newCase({ vault }),
    newCase(),
    newCase({ vault: await newVault('seven quiet rivers', false) }),
  ]);
  const kept = sealedView(sealed, view);
  expect(JSON.stringify(kept)).not.toContain('Zaranj');
  expect(openSealedView(sealed, kept)).toEqual(view);
  expect(openSealedView(other, kept)).toBeNull();
  expect(openSealedView(plain, kept)).toBeNull();
  expect(openSealedView(sealed, view)).toBeNull();
  expect(openSealedView(plain, sealedView(plain, view))).toEqual(view);
  expect(sealedView(sealed, null)).toBeNull();
  await Promise.all([sealed, plain, other].map((store) => store.close()));
});
