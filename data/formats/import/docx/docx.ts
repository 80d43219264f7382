import { say } from '../../../words/say.ts';
import { emptyFile } from '../decode.ts';
import type { ImportFormat, ReadText, SourceFile } from '../format.ts';
import { Parts } from '../office/parts.ts';
import { noText } from '../office/protected.ts';
import { zipNames } from '../office/zip-names.ts';
import { refuseKnownKind } from '../refused-kinds.ts';
import { Meter, type ImportTools } from '../tools.ts';
import { mainPartOf, readParts } from './document-parts.ts';
import { writeDocument } from './write-document.ts';

/** How much larger the text of a file is than the file, about. */
const PACKED = 10;

/** Word files since 2007, templates and those with macros included; nothing that they refer to is fetched. */
export const docx: ImportFormat = {
  id: 'docx',
  label: say('imports.docx'),
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  limit: 200 * 1024 * 1024,
  starts: ['PK\x03\x04'],
  sniff: (_, bytes) => zipNames(bytes).some(isMain),
  async *convert(file, tools) {
    yield await convertDocx(file, tools);
  },
};

async function convertDocx(file: SourceFile, tools: ImportTools): Promise<ReadText> {
  const { name, bytes } = file;
  // Of an archive of another kind it is said what it is, rather than what it lacks.
  const names = zipNames(bytes);
  const isOther = names.length > 0 && !names.some((part) => /^\/?word\//i.test(part));
  if (isOther) await refuseKnownKind(file, []);
  const parts = new Parts(await tools.openZip(bytes, name), name);
  const main = await mainPartOf(parts, name);
  if (main === undefined) throw noText(name);
  const meter = new Meter(tools, PACKED * bytes.length);
  const read = await readParts(parts, main, name, meter.add);
  const found = writeDocument(read, name, meter.add);
  if (found.blocks.length === 0) throw emptyFile(name);
  const macros = parts.names.some((part) => /(?:^|\/)vbaProject\.bin$/i.test(part));
  const what = [...found.leftOut, ...(macros ? (['macro'] as const) : [])];
  const { leftOut: _, ...text } = found;
  return { ...text, ...(what.length > 0 && { reading: { leftOut: { characters: 0, what } } }) };
}

const isMain = (name: string): boolean => /^\/?word\/document\d*\.xml$/i.test(name);
