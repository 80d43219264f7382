import { nearDuplicates } from '#data/queries/kinship/near-duplicates.ts';
import { toTheEnd } from '#data/queries/to-the-end.ts';
import { say } from '#data/words/say.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { Work } from './command.ts';
import { tellUnread } from './tell-unread.ts';
import { withCase } from './with-case.ts';

/**
 * `duplicates`: documents that seem to be copies, versions or excerpts of others and of which nobody has said
 * yes or no. The first of a pair goes back to the second: the copy, the newer version or the excerpt comes
 * first. `contained` is the share of the first that is in the second.
 */
export const duplicatesCommand: Work = (invocation) =>
  withCase(invocation, 'read', async (store) => {
    const { json, out } = invocation;
    const { pairs, unread } = toTheEnd(nearDuplicates(store.state));
    await tellUnread(invocation, unread);
    if (json) await out.array(pairs);
    else if (pairs.length === 0) await out.line(say('kinship.nothingAlike'));
    else {
      for (const { documents, kind, score } of pairs) {
        const [oneId, otherId] = documents;
        const [one, other] = documents.map((id) => titleOf(store, id));
        const words = { kind: kind.replace('-', '_'), score, oneId, otherId };
        await out.line(say('kinship.pairLine', { ...words, one: one ?? '', other: other ?? '' }));
      }
    }
    return 0;
  });

const titleOf = ({ state }: CaseStore, id: string): string =>
  state.get('document', id)?.title ?? id;
