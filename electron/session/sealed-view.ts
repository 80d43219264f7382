import type { CaseStore } from '../storage/case-store.ts';
import { codecOf } from '../storage/vault/vault.ts';
import type { View } from '../user-data/view-files.ts';

/** Name to which a sealed view is bound. */
const NAME = 'view';

/**
 * What the window shows of a case names its documents and holds words that were looked for, and it is
 * kept outside of the case: that of an encrypted case is sealed with the case's own key.
 */
export function sealedView({ vault: { vault } }: CaseStore, view: View): View {
  if (!vault || view === null) return view;
  const box = codecOf(vault).sealFile(NAME, Buffer.from(JSON.stringify(view)));
  return { box: Buffer.from(box).toString('base64') };
}

/** The view as it was before {@link sealedView}; null when it does not open, which loses no work. */
export function openSealedView({ vault: { vault } }: CaseStore, kept: View): View {
  const box = boxOf(kept);
  if (box === undefined) return vault ? null : kept;
  if (!vault) return null;
  try {
    const bytes = codecOf(vault).openFile(NAME, Buffer.from(box, 'base64'));
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as View;
  } catch {
    return null;
  }
}

/** Whether a view was sealed. */
export const isSealed = (kept: View): boolean => boxOf(kept) !== undefined;

function boxOf(view: View): string | undefined {
  const isBox = typeof view === 'object' && view !== null && !Array.isArray(view);
  return isBox && typeof view.box === 'string' ? view.box : undefined;
}
