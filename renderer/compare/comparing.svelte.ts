import type { KinQuestion } from '#data/queries/kin-looks.ts';
import { shownParagraphs } from '#data/text/shown-paragraphs.ts';
import { sideBySide, type ComparedRow } from '#data/text/side-by-side.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';

/** Two documents side by side: what one goes back to (`left`), and that one (`right`). */
export interface Compared {
  left: string;
  right: string;
  /** What is asked about them, answered where they are read. */
  question?: KinQuestion;
}

/** Rows that are the same, folded into one line. */
export interface SameRows {
  count: number;
}

/** The texts of two documents as rows of paragraphs, without what is folded away. Throws as reading them does. */
export async function comparedRows(
  model: CaseModel,
  { left, right }: Compared,
): Promise<ComparedRow[]> {
  const [one, other] = await Promise.all([paragraphsOf(model, left), paragraphsOf(model, right)]);
  return sideBySide(one, other);
}

async function paragraphsOf(model: CaseModel, id: string): Promise<string[]> {
  const [{ text }, regions] = await Promise.all([
    model.ask('document.read', { id }),
    model.ask('document.regions', { id }),
  ]);
  return shownParagraphs(
    text,
    regions.map(({ region }) => region),
  );
}

/** The rows that differ, each run of others as their number. */
export function onlyChanges(rows: readonly ComparedRow[]): (ComparedRow | SameRows)[] {
  const shown: (ComparedRow | SameRows)[] = [];
  for (const row of rows) {
    const last = shown.at(-1);
    if (!row.isSame) shown.push(row);
    else if (last && 'count' in last) last.count++;
    else shown.push({ count: 1 });
  }
  return shown;
}
