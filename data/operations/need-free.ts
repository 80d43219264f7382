import { AppError } from '../errors.ts';
import { fold } from '../text/fold.ts';
import type { CaseView } from '../state/case-view.ts';

type CodebookKind = 'tag' | 'entityType' | 'relationType';

const nouns: Readonly<Record<CodebookKind, string>> = {
  tag: 'tag',
  entityType: 'type of actor',
  relationType: 'type of relation',
};

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
    const under = parent === undefined ? '' : ` under “${view.get('tag', parent)?.name ?? parent}”`;
    throw new AppError(
      'duplicate-name',
      `There is a ${nouns[kind]} “${entry.name}”${under} already. Nothing was changed; use it, or another name.`,
      { id: entry.id, kind, name: entry.name },
    );
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
      `The key ${key} belongs to the ${nouns[kind]} “${entry.name}”. Nothing was changed; use another key.`,
      { id: entry.id, kind, name: entry.name, key },
    );
  }
}

/** A name as it is told from others: capitals, white space and what is not seen make no difference. */
export const seenName = (name: string): string =>
  fold(name, { exactLetters: true, matchCase: false });
