import { AppError } from '../errors.ts';
import { fold } from '../text/fold.ts';
import type { CaseView } from '../state/case-view.ts';
import { say } from '../words/say.ts';

type CodebookKind = 'tag' | 'entityType' | 'relationType';

/** An entry that is going to be, or to be changed: then with its id. */
interface Wanted {
  id?: string | undefined;
  name: string;
  /** The parent of a tag; absent at the top. */
  parent?: string;
}

/**
 * Throws `duplicate-name` when another entry of the codebook has that name, for tags under the same
 * parent: nobody can tell the two apart. Capitals, white space and what is not seen make no difference.
 */
export function needFreeName(view: CaseView, kind: CodebookKind, wanted: Wanted): void {
  const words = seenName(wanted.name);
  for (const entry of view.all(kind)) {
    const parent = 'parent' in entry ? entry.parent : undefined;
    if (entry.id === wanted.id || parent !== wanted.parent || seenName(entry.name) !== words)
      continue;
    const { id, name } = entry;
    const message =
      parent === undefined
        ? say('operations.nameTaken', { kind, name })
        : say('operations.nameTakenUnder', {
            kind,
            name,
            parent: view.get('tag', parent)?.name ?? parent,
          });
    throw new AppError('duplicate-name', message, { id, kind, name });
  }
}

/** Throws `duplicate-name` when another entry of that kind has the key. */
export function needFreeKey(
  view: CaseView,
  kind: 'tag' | 'entityType',
  { id, key }: { id?: string; key?: string | null },
): void {
  if (key === undefined || key === null) return;
  for (const entry of view.all(kind)) {
    if (entry.id === id || entry.key?.toLowerCase() !== key.toLowerCase()) continue;
    throw new AppError(
      'duplicate-name',
      say('operations.keyTaken', { key, kind, name: entry.name }),
      { id: entry.id, kind, name: entry.name, key },
    );
  }
}

/** A name as it is told from others: capitals, white space and what is not seen make no difference. */
export const seenName = (name: string): string =>
  fold(name, { exactLetters: true, matchCase: false });
