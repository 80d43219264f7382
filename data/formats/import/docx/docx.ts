import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';
import { emptyFile } from '../decode.ts';
import type { ImportFormat, ReadText, SourceFile } from '../format.ts';
import { latin1 } from '../html-charset.ts';
import { Parts } from '../office/parts.ts';
import { zipNames } from '../office/zip-names.ts';
import { refuseKnownKind } from '../refused-kinds.ts';
import { Meter, type ImportTools } from '../tools.ts';
import { mainPartOf, noText, readParts } from './document-parts.ts';
import { writeDocument } from './write-document.ts';

/** First bytes of a ZIP, and of the older container that a protected file is wrapped in. */
const ZIP = 'PK\x03\x04';
const CONTAINER = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** Name of the protected file in its container, as UTF-16. */
const PROTECTED = [...'EncryptedPackage'].join('\0');
/** Bytes of a container in which the name is looked for at each end. */
const SEEN = 4 * 1024 * 1024;

/** Word files since 2007, templates and those with macros included; nothing that they refer to is fetched. */
export const docx: ImportFormat = {
  id: 'docx',
  label: say('imports.docx'),
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  limit: 200 * 1024 * 1024,
  starts: [ZIP, CONTAINER],
  sniff: (start, bytes) =>
    start.startsWith(ZIP)
      ? zipNames(bytes).some((name) => /^\/?word\/document\d*\.xml$/i.test(name))
      : isProtected(bytes),
  async *convert(file, tools) {
    yield await convertDocx(file, tools);
  },
};

async function convertDocx(file: SourceFile, tools: ImportTools): Promise<ReadText> {
  const { name, bytes } = file;
  if (bytes[0] === CONTAINER.charCodeAt(0)) {
    if (isProtected(bytes)) throw protectedFile(name);
    await refuseKnownKind(file, []);
    throw noText(name);
  }
  const parts = new Parts(await tools.openZip(bytes, name), name);
  const main = await mainPartOf(parts, name);
  if (main === undefined) {
    await refuseKnownKind(file, []);
    throw noText(name);
  }
  const read = await readParts(parts, main, name);
  const found = writeDocument(read, name, new Meter(tools, read.main.length).add);
  if (found.blocks.length === 0) throw emptyFile(name);
  const macros = parts.names.some((part) => /(?:^|\/)vbaProject\.bin$/i.test(part));
  const what = [...found.leftOut, ...(macros ? (['macro'] as const) : [])];
  const { leftOut: _, ...text } = found;
  return { ...text, ...(what.length > 0 && { reading: { leftOut: { characters: 0, what } } }) };
}

function isProtected(bytes: Uint8Array): boolean {
  const ends = [bytes.subarray(0, SEEN), bytes.subarray(Math.max(SEEN, bytes.length - SEEN))];
  return ends.some((end) => latin1(end).includes(PROTECTED));
}

function protectedFile(file: string): AppError {
  return new AppError('import-failed', say('imports.protectedFile', { file }), { file });
}
