import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contents, mark, newCase, reopened } from '../helpers.ts';
import { flip, workedOn } from '../worked-on.ts';

test.each(['missing', 'damaged', 'short', 'of another case', 'of another layout'])(
  'an index that is %s is built anew, in silence',
  async (harm) => {
    const { folder, whole } = await workedOn();
    const path = join(folder, 'index', 'highlights');
    if (harm === 'missing') rmSync(path);
    else if (harm === 'damaged') flip(path, 100);
    else if (harm === 'short') truncateSync(path, 20);
    else if (harm === 'of another layout') {
      const content = readFileSync(path, 'latin1').slice(32).replace('"layout":1', '"layout":9');
      const bytes = Buffer.from(content, 'latin1');
      writeFileSync(path, Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]));
    } else {
      const { store, folder: other } = await newCase({
        clock: { now: () => '2024-01-01T00:00:00.000Z', newId: () => 'other' },
      });
      await store.close();
      copyFileSync(join(other, 'index', 'highlights'), path);
    }
    const store = await reopened(folder);
    expect(store.status.recovery).toEqual([]);
    expect(store.state.highlights.get('b')?.document).toBe('D2');
    expect(contents(store.state)).toEqual(whole);
  },
);

test('an index from before the last checkpoint is caught up', async () => {
  const { store, folder } = await newCase();
  await mark(store, 'old', 5);
  await store.checkpoint();
  const kept = `${folder}.index`;
  cpSync(join(folder, 'index'), kept, { recursive: true });
  await mark(store, 'new', 9);
  await store.checkpoint();
  await store.close();
  cpSync(kept, join(folder, 'index'), { recursive: true, force: true });
  const again = await reopened(folder);
  expect(again.state.highlights.get('new')?.start).toBe(9);
  expect(again.state.highlights.get('old')?.start).toBe(5);
});
