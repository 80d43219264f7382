import type { Origin } from '#data/model/origin.ts';
import { proposedOrigins } from '#data/queries/origins/proposed-origins.ts';
import { toTheEnd } from '#data/queries/to-the-end.ts';
import { say } from '#data/words/say.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { Work } from './command.ts';
import { tellUnread } from './tell-unread.ts';
import { withCase } from './with-case.ts';

/** An origin as the command answers it; one that waits for somebody's word has no id. */
type Answer = Pick<Origin, 'name' | 'documents' | 'reason' | 'from'> & {
  id?: string;
  state: 'proposed' | 'confirmed';
};

/**
 * `origins`: whose words documents pass on. Origins that were confirmed, then those that texts name and of which
 * nobody has said yes or no, with all documents that name them and the words of one that say it.
 */
export const originsCommand: Work = (invocation) =>
  withCase(invocation, 'read', async (store) => {
    const { json, out } = invocation;
    const { origins, unread } = toTheEnd(proposedOrigins(store.state));
    await tellUnread(invocation, unread);
    const proposed = origins.map((one): Answer => ({ ...one, state: 'proposed' }));
    const answers = [...confirmed(store), ...proposed];
    if (json) await out.array(answers);
    else if (answers.length === 0) await out.line(say('origins.none'));
    else for (const one of answers) for (const line of linesOf(store, one)) await out.line(line);
    return 0;
  });

function confirmed({ state }: CaseStore): Answer[] {
  return [...state.all('origin')].flatMap(
    ({ id, name, documents, reason, from, state: verdict }) =>
      verdict === 'refused'
        ? []
        : [{ id, name, documents, reason, ...(from && { from }), state: verdict }],
  );
}

function* linesOf({ state: view }: CaseStore, origin: Answer): Generator<string> {
  const { name, documents, reason, state } = origin;
  yield say('origins.line', { state, name, count: documents.length, reason });
  for (const id of documents) {
    yield `    ${say('origins.documentLine', { title: view.get('document', id)?.title ?? id, id })}`;
  }
}
