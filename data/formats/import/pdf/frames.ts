import type { Line } from './line.ts';
import type { Box } from './page.ts';
import type { PageLayout } from './page-layout.ts';
import { around } from './runs.ts';

/** Lines from which on a column shows how wide it is. */
const MANY = 8;
/** How far (points) the same edge is apart on two pages. */
const NEAR = 3;

/** The columns of a document that have many lines. */
export const framesOf = (layouts: readonly PageLayout[]): Box[] =>
  layouts.flatMap(({ columns }) =>
    columns.filter(({ length }) => length >= MANY).map((column) => around(column)),
  );

/** How wide a column of few lines is on other pages: the narrowest one that it would fit into. */
export function frameOf(column: readonly Line[], frames: readonly Box[]): Box[] {
  if (column.length >= MANY || column.length === 0) return [];
  const { x0, x1 } = around(column);
  const [widest] = frames
    .filter((one) => one.x0 < x0 + NEAR && one.x1 > x1 - NEAR)
    .filter((one) => Math.min(x0 - one.x0, one.x1 - x1) < NEAR)
    .sort((one, other) => one.x1 - one.x0 - (other.x1 - other.x0));
  return widest ? [widest] : [];
}
