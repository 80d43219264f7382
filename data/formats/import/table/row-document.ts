import { readDate } from '../../../queries/read-date.ts';
import type { Reading } from '../../../model/reading.ts';
import { BlockWriter } from '../block-writer.ts';
import type { Given, ReadText } from '../format.ts';
import { fromFile } from '../from-file.ts';
import { asLine, asTitle, titleOf } from '../titles.ts';
import type { Columns } from './columns.ts';
import type { TableRow } from './table-row.ts';

const STYLE = { kind: 'paragraph' } as const;

/** What all rows of a table have in common. */
export interface TableFile {
  name: string;
  reading: Reading;
  mediaType: string;
}

/**
 * A row as a document: its text, title, day and source from the columns that were named; without a text the
 * other cells, each behind its heading. Undefined when there is nothing in it.
 */
export function rowDocument(
  { cells }: TableRow,
  columns: Columns,
  part: string,
  { name, reading, mediaType }: TableFile,
): ReadText | undefined {
  const cell = (index: number | undefined): string =>
    index === undefined ? '' : (cells[index] ?? '').trim();
  const { text, blocks } = written(cell(columns.text) || others(cells, columns));
  if (blocks.length === 0) return undefined;
  const given = givenBy(cell(columns.date), cell(columns.source));
  return {
    title: asTitle(cell(columns.title)) || titleOf(text, blocks, name),
    text,
    blocks,
    mediaType,
    meta: fromFile(given),
    reading,
    ...(Object.keys(given).length > 0 && { given }),
    part,
  };
}

/** The cells of a row that say something else, each in a line; all of them when there is nothing else. */
function others(cells: readonly string[], columns: Columns): string {
  const known = new Set([columns.title, columns.date, columns.source]);
  const lines = (isLeft: (index: number) => boolean): string[] =>
    cells.flatMap((cell, index) => {
      const heading = columns.headings[index] ?? '';
      const words = cell.trim();
      if (words === '' || !isLeft(index)) return [];
      return [heading === '' ? words : `${heading}: ${words}`];
    });
  const left = lines((index) => !known.has(index));
  return (left.length > 0 ? left : lines(() => true)).join('\n');
}

/** A text with its line ends. */
function written(text: string) {
  const writer = new BlockWriter();
  for (const line of text.split('\n')) {
    if (line.trim() === '') writer.end('\n\n');
    else writer.preformatted(line.trimEnd(), STYLE);
    writer.end('\n');
  }
  return writer.finish();
}

function givenBy(date: string, source: string): Given {
  const published = dayOf(date);
  const publisher = asLine(source);
  return {
    ...(published !== undefined && { published }),
    ...(publisher !== '' && { publisher }),
  };
}

/** The day in a cell (EDTF), without the time that may stand with it; a date that may mean two days is none. */
function dayOf(cell: string): string | undefined {
  if (cell === '' || cell.length > 60) return undefined;
  const day = /^(\d{4}-\d\d-\d\d)[T ]\d/.exec(cell)?.[1] ?? withoutTime(cell);
  const read = readDate(day);
  return 'edtf' in read ? read.edtf : undefined;
}

const withoutTime = (cell: string): string =>
  cell.replace(
    /,? \d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt))?$/i,
    '',
  );
