import { say } from '#data/words/say.ts';
import type { Invocation } from './command.ts';

/** Says on stderr which documents a command left out because their text could not be read. */
export async function tellUnread(
  { json, notes }: Invocation,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const note = say('kinship.unread', { count: ids.length, ids: ids.join(', ') });
  await notes.line(json ? JSON.stringify({ note }) : `wakhan: ${note}`);
}
