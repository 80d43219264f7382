import { beforeEach, expect, test } from 'vitest';
import { correctWords } from '../../../electron/versions/correct-words.ts';
import { sha256 } from '../../../electron/storage/disk/hash.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import { TakeIn } from '../../../electron/import/take-in.ts';
import { readBytes } from '../import/support/read-case.ts';
import { newCase } from '../storage/helpers.ts';

const words = 'The rnin1sters met. They agreed on little.\n\nNobody was glad.';
let store: CaseStore;
let id = '';

beforeEach(async () => {
  ({ store } = await newCase());
  const bytes = Buffer.from(words);
  const takeIn = new TakeIn(store, { method: 'test', collector: 'Ada' });
  const { documents } = await readBytes('scan.txt', bytes);
  for (const one of documents) await takeIn.take({ name: 'scan.txt', bytes }, sha256(bytes), one);
  id = [...store.state.all('document')].at(-1)?.id ?? '';
});

async function mark(quote: string): Promise<string> {
  const start = words.indexOf(quote);
  const input = { document: id, start, end: start + quote.length, tags: [], entities: [] };
  return (await store.perform({ op: 'highlight.add', input })).id;
}

test('corrected words make a new version, and highlights come along with them', async () => {
  const [over, beside, cut] = [
    await mark('rnin1sters met'),
    await mark('glad'),
    await mark('ters met'),
  ];
  const correction = { start: 4, end: 14, words: 'ministers' };
  const version = await correctWords(store, id, correction);
  expect(store.state.text(version).text).toBe(words.replace('rnin1sters', 'ministers'));
  expect(store.state.text(id).text).toBe(words);
  const now = (one: string) => store.state.get('highlight', one);
  expect(now(over)).toMatchObject({ document: version, quote: 'ministers met' });
  expect(now(beside)).toMatchObject({
    document: version,
    quote: 'glad',
    anchoring: { state: 'exact' },
  });
  // It began within the words that are others now: nobody knows where.
  expect(now(cut)).toMatchObject({
    document: id,
    quote: 'ters met',
    anchoring: { state: 'uncertain', to: { document: version } },
  });
  expect([...store.state.all('documentLink')]).toMatchObject([
    { type: 'version-of', from: version, to: id, why: 'corrected' },
  ]);

  // What waits goes on waiting for the newest version.
  const next = await correctWords(store, version, { start: 19, end: 23, words: 'All' });
  expect(now(cut)).toMatchObject({ document: id, anchoring: { to: { document: next } } });
  await store.perform({ op: 'undo', input: {} });
  await store.perform({ op: 'undo', input: {} });
  expect(now(over)).toMatchObject({ document: id, quote: 'rnin1sters met' });
  expect(store.state.get('document', version)).toBeUndefined();
});

test.each([
  [{ start: 4, end: words.length, words: 'all' }, 'outside-text'],
  [{ start: 4, end: 4000, words: 'all' }, 'outside-text'],
  [{ start: 0, end: 3, words: 'The' }, 'invalid-input'],
])('%j is refused, and changes nothing', async (correction, code) => {
  const { n } = store.head;
  await expect(correctWords(store, id, correction)).rejects.toMatchObject({ code });
  expect(store.head.n).toBe(n);
});
