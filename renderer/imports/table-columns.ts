import type { TableRecipe } from '#data/model/reading.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';

/** Longest first row, in code units. */
const ROW = 20_000;

/** The headings of a table that was read as a document: the cells of its first row. */
export async function headingsOf(model: Pick<CaseModel, 'ask'>, id: string): Promise<string[]> {
  const { part } = await model.ask('document.open', { id, offset: 0 });
  const row = part.text
    .slice(0, ROW)
    .split('\n')
    .find((line) => line.includes('\t'));
  const cells = row?.split('\t').map((cell) => cell.trim()) ?? [];
  return [...new Set(cells.filter((cell) => cell !== ''))];
}

/** Headings that say by themselves what their column holds. */
const USUAL = {
  text: /^(?:text|body|content|message|full text|текст|متن)$/i,
  title: /^(?:title|head|headline|subject|name|заголовок|عنوان)$/i,
  date: /^(?:date|day|published|time|created|дата|تاریخ)$/i,
  source: /^(?:source|desk|publisher|outlet|site|источник|منبع)$/i,
} as const;

/** What the columns are, as far as their headings say it; each row is a document. */
export function guessedRecipe(headings: readonly string[]): TableRecipe {
  const recipe: TableRecipe = { unit: 'row' };
  for (const part of ['text', 'title', 'date', 'source'] as const) {
    const found = headings.find((heading) => USUAL[part].test(heading));
    if (found !== undefined) recipe[part] = found;
  }
  return recipe;
}
