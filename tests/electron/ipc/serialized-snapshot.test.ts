import { expect, test } from 'vitest';
import type { CaseSnapshot } from '#data/api/case-snapshot.ts';
import {
  SerializedSnapshot,
  serializeSnapshot,
} from '../../../electron/ipc/serialized-snapshot.ts';

test('a prepared snapshot reads like the snapshot, however many slices it took', async () => {
  const tag = (at: number) => ({ id: `t${at}`, name: `“${at}” \\ ,[]{}` });
  const snapshot = {
    records: {
      case: [{ id: 'case', title: 'SerializedSnapshot' }],
      document: [],
      tag: Array.from({ length: 2_345 }, (_, at) => tag(at)),
    },
    highlightCounts: { d1: 3 },
    mentionCounts: {},
    tagCounts: {},
    history: { undo: { n: 3, label: 'Added a tag' } },
    store: { mode: 'writable', n: 3, recovery: [], encrypted: false },
  } as unknown as CaseSnapshot;
  const prepared = await serializeSnapshot(snapshot);
  expect(prepared).toBeInstanceOf(SerializedSnapshot);
  expect(JSON.parse(prepared.json)).toEqual(snapshot);
});
