import { say } from '../../../words/say.ts';
import { BlockWriter } from '../block-writer.ts';
import { decodeText, emptyFile } from '../decode.ts';
import type { ImportFormat, ReadText, SourceFile } from '../format.ts';
import { titleOf } from '../titles.ts';
import { Meter, type ImportTools } from '../tools.ts';
import { findColumns, isByRow } from './columns.ts';
import { csvRows } from './csv-rows.ts';
import { delimited } from './delimiter.ts';
import { rowDocument, type TableFile } from './row-document.ts';
import type { TableRow } from './table-row.ts';
import { writeTable } from './whole-table.ts';

const TABS = /\.(?:tsv|tab)$/i;

/** Tables as text: one document, or one for each row when the analyst has said which columns are what. */
export const csv: ImportFormat = {
  id: 'csv',
  label: say('imports.table'),
  extensions: ['csv', 'tsv', 'tab'],
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  limit: 64 * 1024 * 1024,
  holdsMany: true,
  convert: readCsv,
};

async function* readCsv(file: SourceFile, tools: ImportTools): AsyncGenerator<ReadText> {
  const meter = new Meter(tools, 2 * file.bytes.length);
  const { text: given, reading } = await decodeText(file, { ...tools, passed: meter.add });
  const { text, delimiter, skipped } = delimited(given);
  const mediaType = TABS.test(file.name) ? 'text/tab-separated-values' : 'text/csv';
  const table = { name: file.name, reading, mediaType };
  const rows = csvRows(text, delimiter, meter.add);
  if (file.recipe && isByRow(file.recipe)) yield* byRow(rows, file, table, skipped);
  else yield whole(rows, table);
}

function* byRow(
  rows: Generator<TableRow>,
  file: SourceFile,
  table: TableFile,
  skipped: number,
): Generator<ReadText> {
  const columns = findColumns(rows, file.recipe ?? {}, file.name);
  if (!columns) return;
  for (const row of rows) {
    const part = say('imports.rowName', { number: row.number + skipped });
    const document = rowDocument(row, columns, part, table);
    if (document) yield document;
  }
}

function whole(rows: Iterable<TableRow>, { name, reading, mediaType }: TableFile): ReadText {
  const writer = new BlockWriter();
  writeTable(writer, rows);
  const { text, blocks } = writer.finish();
  if (blocks.length === 0) throw emptyFile(name);
  return { title: titleOf('', [], name), text, blocks, mediaType, reading };
}
