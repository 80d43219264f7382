import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { recodeCase } from '../../../../electron/storage/recode-case.ts';
import { newVault } from '../../../../electron/storage/vault/vault.ts';
import { addDocument, contents, mark, newCase, reopened } from '../helpers.ts';

/** Argon2id is made to be slow. */
vi.setConfig({ testTimeout: 60_000 });

const author = 'Ada';

/** A closed case with checkpoints, a removed document and files that nobody but a person knows. */
async function withForeignFiles() {
  const { store, folder } = await newCase();
  await addDocument(store, 'd2');
  await mark(store, 'a');
  await mark(store, 'b', 4, 'd2');
  await store.checkpoint();
  await mark(store, 'c');
  await store.perform({ op: 'highlight.remove', input: { id: 'b' } });
  await store.perform({ op: 'document.remove', input: { id: 'd2' } });
  await store.checkpoint();
  const before = contents(store.state);
  await store.close();
  const foreign = [
    'README.txt',
    'notes/a/deep.txt',
    'documents/notes.json',
    'documents/letter.docx',
    'journal/index.txt',
    'index/mine',
    'sources/scan.tmp',
    'texts/draft.tmp',
    'backups/mine.zip',
    'quarantine/half.tmp',
  ];
  for (const name of foreign) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `foreign ${name}`);
  }
  const ours = [
    'case.json.tmp',
    'journal/000002.ndjson.tmp',
    'backups/20240101T000000Z-000003.wakhan',
  ];
  for (const name of ours) writeFileSync(join(folder, name), 'ours');
  return { folder, before, foreign: foreign.sort(), ours };
}

test('encrypting and decrypting a case deletes nothing that it does not know', async () => {
  const { folder, before, foreign, ours } = await withForeignFiles();
  const vault = await newVault('four snow leopards', false);
  for (const [from, to] of [[undefined, vault] as const, [vault, undefined] as const]) {
    const carried = vi.fn<(names: readonly string[]) => void>();
    await recodeCase(folder, to, { author, carried, ...(from && { vault: from }) });
    expect(carried).toHaveBeenCalledOnce();
    expect(carried.mock.calls[0]?.[0].toSorted()).toEqual(foreign);
    for (const name of foreign) {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(`foreign ${name}`);
    }
    expect(ours.filter((name) => existsSync(join(folder, name)))).toEqual([]);
  }
  const again = await reopened(folder);
  expect(contents(again.state)).toEqual(before);
  expect((await again.verify()).problems).toEqual([]);
});

test('writing a case anew shows its progress, to the end', async () => {
  const { store, folder } = await newCase();
  await mark(store, 'a');
  await store.close();
  const seen: number[] = [];
  const progress = (done: number, total: number): void => void seen.push(done / total);
  await recodeCase(folder, undefined, { author, progress });
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.some((part) => part > 1 / 3 && part < 2 / 3)).toBe(true);
  expect(seen.at(-1)).toBe(1);
});
