import { openCase } from '../storage/open/open-case.ts';
import type { TaskWork } from '../background/tasks.ts';

/** Bytes handed over at a time, so that who takes them does so in no time. */
const PIECE = 1024 * 1024;

/** Makes a derived store of a case on the disk, and gives its bytes piece by piece. The case is not changed. */
export const deriveTask: TaskWork<'derive'> = async function* (
  { folder, vault, name },
  { progress, signal },
) {
  const keys = vault ? [vault] : [];
  const store = await openCase(folder, { author: '', readOnly: true, later: true, keys });
  try {
    await store.bringUp({ progress, signal });
    const { uid = '' } = store.state.get('case', 'case') ?? {};
    const image = (await store.derived.image(name, uid, store.head.n)) ?? new Uint8Array();
    for (let at = 0; at < image.length; at += PIECE) yield image.slice(at, at + PIECE);
  } finally {
    await store.close();
  }
};
