import { csvRows } from './csv-rows.ts';
import { isBlank } from './table-row.ts';

/** What parts cells; of several that fit, the one that stands in prose least often. */
const CANDIDATES = ['\t', ';', '|', ','] as const;
/** Code units and rows that are looked at. */
const SEEN = 64 * 1024;
const MOST_ROWS = 100;
/** Share of the rows that have as many cells as the first one. */
const LEAST_SHARE = 0.5;

/** A table as text, without the line in which some programs say what parts its cells. */
export interface Delimited {
  text: string;
  /** Undefined when it is no table, or one of a single column. */
  delimiter: string | undefined;
  /** Lines that were taken off. */
  skipped: number;
}

/** Finds out what parts the cells of a table. */
export function delimited(text: string): Delimited {
  const said = /^"?sep=([,;|\t])"?\n/i.exec(text);
  if (said) return { text: text.slice(said[0].length), delimiter: said[1], skipped: 1 };
  const start = text.slice(0, SEEN);
  const found = CANDIDATES.map((delimiter) => ({ delimiter, ...fit(start, delimiter) }))
    .filter(({ share, columns }) => columns > 1 && share >= LEAST_SHARE)
    // Shares that are almost the same are: one ragged row tells nothing.
    .sort((one, other) => Math.round((other.share - one.share) * 10));
  return { text, delimiter: found[0]?.delimiter, skipped: 0 };
}

/** How many cells the first row has, and how many rows have as many. */
function fit(start: string, delimiter: string): { columns: number; share: number } {
  const counts: number[] = [];
  for (const row of csvRows(start, delimiter)) {
    if (!isBlank(row)) counts.push(row.cells.length);
    if (counts.length >= MOST_ROWS) break;
  }
  // The last one may be cut.
  if (start.length === SEEN && counts.length > 1) counts.pop();
  const columns = Math.max(counts[0] ?? 0, counts[1] ?? 0);
  const same = counts.filter((count) => count === columns).length;
  return { columns, share: counts.length > 0 ? same / counts.length : 0 };
}
