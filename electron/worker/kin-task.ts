import { kinIn } from '#data/queries/kin-in.ts';
import type { TaskWork } from '../background/tasks.ts';
import { openCase } from '../storage/open/open-case.ts';

/** Finds copies, versions, excerpts and origins in a case on the disk. The case is not changed. */
export const kinTask: TaskWork<'kin'> = async function* ({ folder, vault }, { progress }) {
  const keys = vault ? [vault] : [];
  const store = await openCase(folder, { author: '', readOnly: true, later: true, keys });
  try {
    const total = 2 * store.state.size('document');
    const steps = kinIn(store.state);
    let step = steps.next();
    for (; !step.done; step = steps.next()) progress(step.value, total);
    yield step.value;
  } finally {
    await store.close();
  }
};
