import { AppError } from '../../../errors.ts';
import type { TableRecipe } from '../../../model/reading.ts';
import { say } from '../../../words/say.ts';
import { asLine } from '../titles.ts';
import { isBlank, type TableRow } from './table-row.ts';

/** What a column may be. */
const ROLES = ['text', 'title', 'date', 'source'] as const;
type Role = (typeof ROLES)[number];

/** Where the columns are that the analyst has named. */
export interface Columns extends Partial<Record<Role, number>> {
  headings: readonly string[];
}

/** Rows in which headings are looked for: what stands above them is the title of the table. */
const MOST_ABOVE = 30;
/** Headings that a refusal names, and code units of all. */
const MOST_NAMED = 30;

/** Whether rows become documents of their own. */
export const isByRow = (recipe: TableRecipe | undefined): boolean =>
  recipe !== undefined &&
  (recipe.unit ? recipe.unit === 'row' : ROLES.some((role) => recipe[role] !== undefined));

/**
 * Reads rows until the headings that a recipe names: the first row with all of them, or the first one at all
 * when it names none. The rows that follow are left. Throws `import-failed` when there is no such row, and
 * answers undefined when there is no row at all.
 */
export function findColumns(
  rows: Iterator<TableRow>,
  recipe: TableRecipe,
  file: string,
): Columns | undefined {
  let fullest: readonly string[] | undefined;
  for (let seen = 0; seen < MOST_ABOVE; seen++) {
    const next = rows.next();
    if (next.done) break;
    if (isBlank(next.value)) continue;
    const headings = next.value.cells.map((cell) => asLine(cell));
    // What stands above the headings has fewer cells than they have.
    if (filledIn(headings) > filledIn(fullest ?? [])) fullest = headings;
    const columns = columnsIn(headings, recipe);
    if (columns) return columns;
  }
  if (fullest) throw noColumn(file, recipe, fullest);
  return undefined;
}

const filledIn = (headings: readonly string[]): number =>
  headings.filter((heading) => heading !== '').length;

function columnsIn(headings: readonly string[], recipe: TableRecipe): Columns | undefined {
  const columns: Columns = { headings };
  for (const role of ROLES) {
    const named = recipe[role];
    if (named === undefined) continue;
    const index = indexOf(headings, named);
    if (index < 0) return undefined;
    columns[role] = index;
  }
  return columns;
}

/** The column of a heading; capitals matter only where two differ by nothing else. */
function indexOf(headings: readonly string[], named: string): number {
  const exact = headings.indexOf(named.trim());
  const loose = (heading: string) => heading.normalize('NFC').toLowerCase();
  return exact >= 0
    ? exact
    : headings.findIndex((heading) => loose(heading) === loose(named.trim()));
}

function noColumn(file: string, recipe: TableRecipe, headings: readonly string[]): AppError {
  const missing = ROLES.map((role) => recipe[role]).find(
    (name) => name !== undefined && indexOf(headings, name) < 0,
  );
  const column = missing ?? recipe.text ?? '';
  const named = headings.filter((heading) => heading !== '').slice(0, MOST_NAMED);
  const columns = asLine(named.map((heading) => `“${heading.slice(0, 60)}”`).join(', '));
  return new AppError('import-failed', say('imports.noColumn', { file, column, columns }), {
    file,
    column,
  });
}
