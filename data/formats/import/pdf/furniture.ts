import type { Line } from './line.ts';

/** A line that stands on many pages, or at the edge of one as their numbers do. */
export type Furniture = 'header' | 'footer';

/** The lines of a page, as far as furniture is looked for. */
export interface PageLines {
  height: number;
  lines: readonly Line[];
}

/** Share of the height at either end in which furniture stands. */
const MARGIN = 0.14;
/** Most lines of it at one end. */
const MOST = 4;
/** Longest line (code units) that has the number of its page beside a name. */
const LONGEST_HEADER = 90;
/** How far apart (points) the same line stands on two pages. */
const NEAR = 5;

const DIGITS = /[\d\u0660-\u0669\u06f0-\u06f9]+/g;
const ROMAN = /^[ivxlc]{1,7}$/i;
const PAGE_NUMBER =
  /^[-–—|·[(\s]{0,4}(?:page|p\.|seite|стр\.|страница|página|صفحه|صفحة|第)?\s?[\d\u0660-\u0669\u06f0-\u06f9]{1,4}\s?[页頁]?(?:\s?(?:of|\/|из|de|von|sur|من|از|共)\s?[\d\u0660-\u0669\u06f0-\u06f9]{1,4}\s?[页頁]?)?[-–—|·\])\s]{0,4}$/i;
const NUMBER_AND_NAME = /^\d{1,4}\s?[|•·]\s?\S.{0,80}$|^\S.{0,80}\s[|•·]\s?\d{1,4}$/;

interface Candidate {
  page: number;
  line: Line;
  side: Furniture;
  /** From the edge that it stands at. */
  at: number;
  numbers: string;
  /** It stands right at the text, in letters of the same size, as its lines do. */
  isOfText: boolean;
}

/** Running headers, footers and page numbers of a document, page by page. */
export function furnitureOf(pages: readonly PageLines[]): ReadonlyMap<Line, Furniture> {
  const found = new Map<Line, Furniture>();
  const groups = new Map<string, Candidate[]>();
  const all = pages.flatMap((page, index) => candidatesOf(page, index));
  for (const one of all) {
    const key = `${one.side} ${keyOf(one.line.text)}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  for (const group of groups.values()) {
    for (const same of bands(group)) {
      if (isRepeated(same) && !areOfText(same))
        for (const { line, side } of same) found.set(line, side);
    }
  }
  addLikeOthers(all, found, pages.length);
  pages.forEach((page) => addNumbers(page, found));
  return found;
}

function candidatesOf({ height, lines }: PageLines, page: number): Candidate[] {
  const sorted = lines.filter(({ rows }) => !rows).sort((one, other) => one.y - other.y);
  const above = sorted.filter(({ y }) => y < MARGIN * height).slice(0, MOST);
  const below = sorted.filter(({ y0 }) => y0 > (1 - MARGIN) * height).slice(-MOST);
  const candidate =
    (side: Furniture) =>
    (line: Line): Candidate => {
      const at = side === 'header' ? line.y : height - line.y;
      const numbers = (line.text.match(DIGITS) ?? []).join(' ');
      return { page, line, side, at, numbers, isOfText: isOfText(line, sorted, side) };
    };
  return [...above.map(candidate('header')), ...below.map(candidate('footer'))];
}

/** Whether the next line further in is as near as the one behind that, and all are alike. */
function isOfText(line: Line, sorted: readonly Line[], side: Furniture): boolean {
  const inwards = (one: Line): Line | undefined => {
    const isUnder = (other: Line): boolean =>
      other.x0 < one.x1 && one.x0 < other.x1 && Math.abs(other.size - one.size) < 0.06 * one.size;
    return side === 'header'
      ? sorted.find((other) => other.y > one.y + 0.3 * one.size && isUnder(other))
      : sorted.findLast((other) => other.y < one.y - 0.3 * one.size && isUnder(other));
  };
  const next = inwards(line);
  const further = next && inwards(next);
  if (!further) return false;
  const [near, usual] = [Math.abs(next.y - line.y), Math.abs(further.y - next.y)];
  return near < 1.15 * usual && usual < 2 * line.size;
}

const areOfText = (same: readonly Candidate[]): boolean =>
  same.filter((one) => one.isOfText).length * 2 > same.length;

/** Words of a line, whatever numbers are in it. */
function keyOf(text: string): string {
  const words = text.replace(DIGITS, '#').replace(/\s+/g, ' ').toLowerCase().trim();
  return ROMAN.test(words) ? '#' : words;
}

/** Those of the same words that stand at the same height. */
function bands(group: readonly Candidate[]): Candidate[][] {
  const sorted = [...group].sort((one, other) => one.at - other.at);
  const found: Candidate[][] = [];
  for (const one of sorted) {
    const band = found.at(-1);
    if (band && one.at - (band.at(-1)?.at ?? 0) < NEAR) band.push(one);
    else found.push([one]);
  }
  return found;
}

/** Whether a line is there on several pages, and not a heading of which each page has its own number. */
function isRepeated(same: readonly Candidate[]): boolean {
  if (new Set(same.map(({ page }) => page)).size < 2) return false;
  if (new Set(same.map(({ numbers }) => numbers)).size === 1) return true;
  const offsets = same.flatMap(({ numbers, page }) =>
    numbers.split(' ').map((number) => Number(number.replace(/\D/g, '') || Number.NaN) - page),
  );
  const counts = new Map<number, number>();
  for (const one of offsets) counts.set(one, (counts.get(one) ?? 0) + 1);
  const counting = Math.max(...counts.values()) * 2 > same.length;
  const isBare = !/\p{L}/u.test(same[0]?.line.text.replace(/[ivxlc]/gi, '') ?? '');
  return counting || isBare;
}

/** What stands alone where other pages have their header, in letters of its size, is one as well. */
function addLikeOthers(
  all: readonly Candidate[],
  found: Map<Line, Furniture>,
  pages: number,
): void {
  const places = new Map<string, number>();
  const placeOf = ({ side, at, line }: Candidate): string =>
    `${side} ${Math.round(at / 2)} ${line.size.toFixed(1)}`;
  for (const one of all) {
    if (found.has(one.line)) places.set(placeOf(one), (places.get(placeOf(one)) ?? 0) + 1);
  }
  const least = Math.max(2, pages * 0.25);
  const usual = [...places].filter(([, count]) => count >= least).map(([place]) => place);
  for (const one of all) {
    if (
      !found.has(one.line) &&
      !one.isOfText &&
      one.line.text.length < 120 &&
      usual.includes(placeOf(one))
    ) {
      found.set(one.line, one.side);
    }
  }
}

/** Numbers that stand alone at the edge of a page, also when there is no other page. */
function addNumbers({ height, lines }: PageLines, found: Map<Line, Furniture>): void {
  const sorted = lines.filter(({ rows }) => !rows).sort((one, other) => one.y - other.y);
  for (const side of ['header', 'footer'] as const) {
    const fromEdge = side === 'header' ? sorted : [...sorted].reverse();
    const [edge] = fromEdge;
    if (!edge) continue;
    const beside = fromEdge.filter(({ y }) => Math.abs(y - edge.y) < 0.5 * edge.size);
    const next = fromEdge[beside.length];
    const inMargin = side === 'header' ? edge.y < MARGIN * height : edge.y0 > (1 - MARGIN) * height;
    const isAlone = !next || Math.abs(next.y - edge.y) > 1.6 * Math.max(edge.size, next.size);
    if (inMargin && isAlone && beside.length <= 3 && beside.some(hasNumber)) {
      for (const line of beside) if (!found.has(line)) found.set(line, side);
    }
  }
}

/** Whether a line is the number of a page, or has it beside a name. */
function hasNumber({ text, pieces, size }: Line): boolean {
  const words = text.slice(0, 120);
  const isNumber = PAGE_NUMBER.test(words) || ROMAN.test(words) || NUMBER_AND_NAME.test(words);
  if (isNumber || text.length > LONGEST_HEADER || pieces.length > 3) return isNumber;
  const isApart = pieces.every(({ x0 }, at) => x0 - (pieces[at - 1]?.x1 ?? -Infinity) > 3 * size);
  return isApart && pieces.some((one) => PAGE_NUMBER.test(one.text.trim()));
}
