import type { Proposal } from '../../../../model/reading.ts';
import { behindStamp } from '../debris/timestamps.ts';
import { isStatement, type Row } from '../rows.ts';
import { bylineIn } from './author.ts';
import { datesIn, type FoundDate } from './dates.ts';
import { datelineIn } from './dateline.ts';
import type { Front } from './front.ts';
import { isBesideDate } from './months.ts';

/** Longest row that is a date and what stands beside it. */
const LONGEST = 140;
/** Rows at the end in which a page may say when it was made. */
const LAST = 8;

/**
 * When a text came out, as it says itself: “Published on”, a date alone above it, a full date in its dateline; else
 * “Updated”. Dates in its sentences are not it, and two dates above it are no answer.
 */
export function published(front: Front): Proposal[] {
  const stamps = [...front.above, ...front.rows.slice(-LAST)].flatMap((row) => stampIn(row));
  const own = stamps.find(({ isUpdate }) => !isUpdate) ?? dateAbove(front) ?? inDateline(front);
  const found = own ?? stamps[0];
  return found
    ? front.say('published', found.row, [found.date.start, found.date.end], found.date.value)
    : [];
}

interface Said {
  row: Row;
  date: FoundDate;
}

/** “Published: 4 August 2016”. */
function stampIn(row: Row): (Said & { isUpdate: boolean })[] {
  if (row.length > LONGEST || row.region === 'references' || row.region === 'comments') return [];
  const stamp = behindStamp(row.text);
  const date = stamp && datesIn(stamp.rest)[0];
  if (!date || date.start > 24 || (row.region === undefined && isStatement(row))) return [];
  const [start, end] = [date.start + stamp.at, date.end + stamp.at];
  return [{ row, date: { ...date, start, end }, isUpdate: stamp.isUpdate }];
}

/** A date alone above the text; none when there are several, or when the text goes on by dates. */
function dateAbove(front: Front): Said | undefined {
  const found = front.above.flatMap(dateRow);
  const [first] = found;
  if (!first || found.some(({ date }) => date.value !== first.date.value)) return undefined;
  const below = front.rows.slice(front.above.length + 1).filter((row) => row.length <= LONGEST);
  const isChronicle = below.some((row) => row.region === undefined && dateRow(row).length > 0);
  return isChronicle ? undefined : first;
}

/** A row that is a date, with the hour, the place or the author beside it. */
function dateRow(row: Row): Said[] {
  if (row.length > LONGEST || row.region === 'breadcrumb' || row.region === 'related') return [];
  if (behindStamp(row.text)) return [];
  const [date, ...others] = datesIn(row.text);
  if (!date || others.length > 0) return [];
  const before = row.text.slice(0, date.start);
  const beside = leftOf(before) + leftOf(row.text.slice(date.end));
  if (beside === '' || bylineIn(row.text)) return [{ row, date }];
  const isPlace = /^\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2}(?:, \p{Lu}[\p{L}’'-]*)?, $/u.test(
    before,
  );
  return isPlace && leftOf(row.text.slice(date.end)) === '' ? [{ row, date }] : [];
}

/** The words of a piece without those that stand beside any date. */
const leftOf = (text: string): string =>
  (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !isBesideDate(word)).join(' ');

function inDateline({ opening }: Front): Said | undefined {
  const date = opening && datelineIn(opening.text)?.date;
  return opening && date ? { row: opening, date } : undefined;
}
