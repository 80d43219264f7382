import { expect, test } from 'vitest';
import { asFile } from '../../../electron/import/pasted.ts';
import { TakeIn } from '../../../electron/import/take-in.ts';
import { sha256 } from '../../../electron/storage/disk/hash.ts';
import { newCase } from '../storage/helpers.ts';
import { readBytes } from './support/read-case.ts';

test.each([
  [
    'https://example.org/talks',
    [{ field: 'url', value: 'https://example.org/talks', from: 'file' }],
  ],
  ['file:///home/ada/talks.html', []],
  [undefined, []],
])(
  'the address %s that words came with is proposed when it is one of the web',
  async (address, found) => {
    const { store } = await newCase();
    const words = { text: 'The four met.', ...(address !== undefined && { address }) };
    const brought = asFile(words, new Date(0));
    if (!('bytes' in brought)) throw new Error('no bytes');
    const takeIn = new TakeIn(store, { method: 'clipboard', collector: 'Ada', ...brought.how });
    const { documents } = await readBytes(brought.name, brought.bytes);
    for (const one of documents) await takeIn.take(brought, sha256(brought.bytes), one);
    const [, document] = [...store.state.all('document')];
    expect(document?.proposals?.filter(({ field }) => field === 'url') ?? []).toEqual(found);
  },
);
