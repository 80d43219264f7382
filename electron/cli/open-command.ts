import { say } from '#data/words/say.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { Work } from './command.ts';
import { listable } from './listable.ts';
import { withCase } from './with-case.ts';

/** `open`: says what a case holds, and what opening it for writing would have to repair. */
export const openCommand: Work = (invocation) =>
  withCase(invocation, 'read', async (store) => {
    const { json, out } = invocation;
    const summary = summaryOf(store);
    if (json) {
      await out.line(JSON.stringify(summary));
      return 0;
    }
    const { title, marking, counts, journal } = summary;
    await out.line(`${title} (${marking === null ? say('command.unmarked') : `TLP:${marking}`})`);
    for (const [word, count] of Object.entries(counts)) await out.line(`  ${word}: ${count}`);
    const { n, at } = journal;
    const operations = at
      ? say('command.journalTo', { n, at })
      : say('command.journalEmpty', { n });
    await out.line(`  ${operations}`);
    return 0;
  });

function summaryOf({ state, status, head }: CaseStore) {
  const { uid = '', title = '', marking = null } = state.get('case', 'case') ?? {};
  const counts = Object.entries(listable).map(([word, kind]) => {
    if (kind === 'journal') return [];
    if (kind !== 'highlight') return [[word, state.size(kind)]];
    const documents = [...state.all('document')];
    const marks = documents.reduce((sum, { id }) => sum + state.highlights.count(id), 0);
    return [[word, marks]];
  });
  return {
    id: uid,
    title,
    marking,
    counts: Object.fromEntries(counts.flat()) as Record<string, number>,
    journal: { n: head.n, at: status.savedAt, hash: head.hash },
    recovery: status.recovery,
    encrypted: status.encrypted,
  };
}
