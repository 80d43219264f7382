import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';
import { BlockWriter } from '../block-writer.ts';
import { emptyFile } from '../decode.ts';
import type { ImportFormat, ReadText, SourceFile } from '../format.ts';
import { MarkList } from '../mark-list.ts';
import { factProposals, ownTitle } from '../office/file-meta.ts';
import { LONGEST_TEXT, Parts } from '../office/parts.ts';
import { zipNames } from '../office/zip-names.ts';
import { findColumns, isByRow } from '../table/columns.ts';
import { rowDocument } from '../table/row-document.ts';
import type { TableRow } from '../table/table-row.ts';
import { writeTable } from '../table/whole-table.ts';
import { asLine, titleOf } from '../titles.ts';
import { Meter, type ImportTools } from '../tools.ts';
import { textOf, xmlTree } from '../xml/xml-tree.ts';
import { sharedStrings, sheetRows } from './sheet-rows.ts';
import { commentsOn, personsIn } from './comments.ts';
import { inside, readWorkbook, relationsOf, type SheetEntry } from './workbook.ts';

/** How much larger the text of a file is than the file, about. */
const PACKED = 10;

/** A sheet that was read. */
interface Sheet extends SheetEntry {
  rows: TableRow[];
  /** Columns that are not shown, from 0. */
  hidden: ReadonlySet<number>;
  comments: string[];
}

/** Spreadsheets since 2007: one document, or one for each sheet or row when the analyst says so. */
export const xlsx: ImportFormat = {
  id: 'xlsx',
  label: say('imports.spreadsheet'),
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  limit: 200 * 1024 * 1024,
  starts: ['PK\x03\x04'],
  sniff: (_, bytes) => zipNames(bytes).some((name) => /^\/?xl\/workbook\.xml$/i.test(name)),
  holdsMany: true,
  convert: readXlsx,
};

async function* readXlsx(file: SourceFile, tools: ImportTools): AsyncGenerator<ReadText> {
  const { name, bytes, recipe } = file;
  const meter = new Meter(tools, PACKED * bytes.length);
  const parts = new Parts(await tools.openZip(bytes, name), name);
  const sheets = await readSheets(parts, name, meter.add);
  if (sheets.length === 0) throw noSheet(name);
  if (recipe && isByRow(recipe)) yield* byRow(sheets, file);
  else if (recipe?.unit === 'sheet') {
    for (const sheet of sheets) {
      const read = documentOf([sheet], sheet.name, name);
      if (read) yield { ...read, part: asLine(sheet.name) };
    }
  } else {
    const facts = await factsOf(parts, name);
    const read = documentOf(sheets, ownTitle(facts) || titleOf('', [], name), name);
    if (!read) throw emptyFile(name);
    yield { ...read, meta: factProposals(facts) };
  }
}

async function readSheets(
  parts: Parts,
  file: string,
  passed: (units: number) => void,
): Promise<Sheet[]> {
  const book = await readWorkbook(parts, file);
  const xml = await parts.text('xl/sharedStrings.xml', LONGEST_TEXT);
  const strings = xml === undefined ? [] : sharedStrings(xml, { file, passed });
  const persons = await personsIn(parts, book.persons, file);
  const sheets: Sheet[] = [];
  for (const entry of book.sheets) {
    const content = await parts.text(entry.path, LONGEST_TEXT);
    // Charts and sheets of dialogs have no rows.
    if (content === undefined || !/worksheets\//i.test(entry.path)) continue;
    const relations = await relationsOf(parts, entry, file);
    const targets = new Map([...relations].map(([id, { address = '' }]) => [id, address]));
    const read = sheetRows(content, { ...book, strings }, targets, { file, passed });
    const comments = await commentsOn(parts, relations.values(), persons, file);
    sheets.push({ ...entry, ...read, comments });
  }
  return sheets;
}

/** Every row becomes a document; sheets without the named columns are others, unless all are. */
function* byRow(sheets: readonly Sheet[], file: SourceFile): Generator<ReadText> {
  let refusal: AppError | undefined;
  let isRead = false;
  for (const sheet of sheets) {
    const rows = sheet.rows.values();
    try {
      const columns = findColumns(rows, file.recipe ?? {}, file.name);
      if (!columns) continue;
      isRead = true;
      const table = { name: file.name, reading: {}, mediaType: xlsx.mediaTypes[0] };
      for (const row of rows) {
        const part = `${asLine(sheet.name)}/${say('imports.rowName', { number: row.number })}`;
        const read = rowDocument(row, columns, part, table);
        if (read) yield read;
      }
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'import-failed') throw thrown;
      refusal ??= thrown;
    }
  }
  if (!isRead && refusal) throw refusal;
}

/** Sheets under their names, one behind the other; undefined when there is nothing in them. */
function documentOf(sheets: readonly Sheet[], title: string, file: string): ReadText | undefined {
  const writer = new BlockWriter();
  const hidden: { from: { offset: number }; to: { offset: number } }[] = [];
  const marks = new MarkList();
  for (const { name, rows, comments, isHidden, hidden: columns } of sheets) {
    if (rows.length === 0) continue;
    const from = writer.here();
    writer.words(asLine(name), { kind: 'heading', level: 1 });
    writer.end('\n\n');
    writeTable(writer, rows, { marks, hidden: columns });
    for (const words of comments) {
      for (const line of words.split('\n')) {
        writer.preformatted(line.trim(), { kind: 'comment' });
        writer.end('\n');
      }
    }
    writer.end('\n\n');
    if (isHidden) hidden.push({ from, to: writer.there() });
  }
  const { text, blocks } = writer.finish();
  if (blocks.every(({ kind }) => kind === 'heading')) return undefined;
  let next = 0;
  for (const block of blocks) {
    while (next < hidden.length && (hidden[next]?.to.offset ?? 0) <= block.start) next++;
    const range = hidden[next];
    if (range && range.from.offset <= block.start) block.region = 'hidden';
  }
  const links = marks.finish(text);
  return {
    title: title || titleOf('', [], file),
    text,
    blocks,
    ...(links.length > 0 && { marks: links }),
  };
}

/** What the file says of itself. */
async function factsOf(parts: Parts, file: string): Promise<{ title?: string; author?: string }> {
  const xml = await parts.text('docProps/core.xml');
  const root = xml === undefined ? undefined : xmlTree(xml, { file });
  return {
    title: textOf(inside(root, 'title')[0]),
    author: textOf(inside(root, 'creator')[0]),
  };
}

function noSheet(file: string): AppError {
  return new AppError('import-failed', say('imports.brokenTable', { file }), { file });
}
