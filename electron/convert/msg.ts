import type { FieldsData } from '@kenjiuno/msgreader';
import { AppError } from '#data/errors.ts';
import { BlockWriter } from '#data/formats/import/block-writer.ts';
import { decodeText, emptyFile } from '#data/formats/import/decode.ts';
import {
  leftOutOf,
  type ImportFormat,
  type InnerFile,
  type ReadText,
  type SourceFile,
} from '#data/formats/import/format.ts';
import { HtmlReader } from '#data/formats/import/html/reader.ts';
import { fileName, OwnNames, partName } from '#data/formats/import/mail/file-names.ts';
import { flagDebrisOfMail, writeHead } from '#data/formats/import/mail/header-lines.ts';
import { writePlain } from '#data/formats/import/mail/plain-body.ts';
import { refuseKnownKind } from '#data/formats/import/refused-kinds.ts';
import { asTitle, titleOf } from '#data/formats/import/titles.ts';
import { Meter, type ImportTools } from '#data/formats/import/tools.ts';
import type { LeftOutKind } from '#data/model/reading.ts';
import { say } from '#data/words/say.ts';
import { codePage, headOfMessage } from './msg-head.ts';
import { richBody, withBelow } from './msg-rtf.ts';

/** The stream that only messages have in such a file. */
const PROPERTIES = Buffer.from('__properties_version1.0', 'utf16le');

/** Messages as Outlook saves them. */
export const msg: ImportFormat = {
  id: 'msg',
  label: say('imports.outlook'),
  extensions: ['msg'],
  mediaTypes: ['application/vnd.ms-outlook'],
  limit: 200 * 1024 * 1024,
  starts: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  sniff: (_, bytes) => isMessage(bytes),
  holdsMany: true,
  convert: readMsg,
};

const isMessage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(PROPERTIES);

async function* readMsg(
  file: SourceFile,
  tools: ImportTools,
): AsyncGenerator<ReadText | InnerFile> {
  const { name, bytes } = file;
  if (!isMessage(bytes)) {
    // Other files of this container: what is protected has words of its own.
    await refuseKnownKind(file, []);
    const words = say('imports.unsupported', { file: name, what: 'office' });
    throw new AppError('unsupported-format', words, { file: name });
  }
  const { reader, fields } = await opened(file);
  const meter = new Meter(tools, 2 * bytes.length);
  const files = (fields.attachments ?? []).filter((one) => !isFurniture(one));
  const hasPictures = files.length < (fields.attachments?.length ?? 0);
  yield await textOf(file, fields, hasPictures, { ...tools, passed: meter.add });
  const names = new OwnNames();
  for (const [index, one] of files.entries()) {
    tools.signal.throwIfAborted();
    const { content } = reader.getAttachment(one);
    meter.add(content.length);
    yield { part: names.next(nameOf(one, index + 1)), inner: content, attached: true };
  }
}

/** The message as the library reads it, its texts of the time before Unicode in the encoding that it names. */
async function opened({ name, bytes }: SourceFile) {
  const { default: library } = await import('@kenjiuno/msgreader');
  // A module of CommonJS, whose default is the class or holds it.
  const Reader = 'default' in library ? (library.default as typeof library) : library;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    let reader = new Reader(view);
    let fields = reader.getFileData();
    const page = codePage(fields.messageCodepage ?? fields.internetCodepage);
    if (page !== undefined && page !== 'utf-8') {
      reader = new Reader(view);
      reader.parserConfig = { ansiEncoding: page };
      fields = reader.getFileData();
    }
    if (fields.error !== undefined) throw broken(name);
    return { reader, fields };
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : broken(name);
  }
}

async function textOf(
  file: SourceFile,
  fields: FieldsData,
  hasPictures: boolean,
  tools: ImportTools & { passed: (units: number) => void },
): Promise<ReadText> {
  const writer = new BlockWriter();
  const head = headOfMessage(fields);
  const proposals = writeHead(writer, head);
  const body = writer.here();
  const what = new Set<LeftOutKind>(hasPictures ? ['picture'] : []);
  const plain = (fields.body ?? '').replace(/\r\n?/g, '\n');
  const page = plain.trim() === '' ? await pageOf(file, fields, tools) : undefined;
  const reader = page === undefined ? undefined : new HtmlReader(writer);
  reader?.read(page ?? '', tools.passed);
  if (!reader) writePlain(writer, plain, { flowed: false, delSp: false }, tools.passed);
  const written = writer.finish();
  const read = { ...written, marks: reader?.marks.finish(written.text) ?? [] };
  const packed = plain.trim() === '' && !reader ? fields.compressedRtf : undefined;
  const rich = packed && (await richBody(file.name, packed, tools));
  if (packed && !rich) what.add('other');
  const { text, blocks, marks } = rich ? withBelow(read, rich) : read;
  if (blocks.length === 0) throw emptyFile(file.name);
  for (const one of reader?.leftOut.what ?? rich?.reading?.leftOut?.what ?? []) what.add(one);
  const said = blocks.filter(({ start }) => start >= body.offset);
  flagDebrisOfMail(text, blocks, body.offset);
  const characters = reader?.leftOut.characters ?? 0;
  return {
    title: asTitle(head.subject) || titleOf(text, said, file.name),
    text,
    blocks,
    cleaned: true,
    bodyAt: body.offset,
    ...(marks.length > 0 && { marks }),
    meta: proposals(),
    reading: leftOutOf({ characters, what: [...what] }),
  };
}

/** The message as a page, if it is there as one. */
async function pageOf(
  { name }: SourceFile,
  fields: FieldsData,
  tools: ImportTools & { passed: (units: number) => void },
): Promise<string | undefined> {
  if (fields.bodyHtml !== undefined) return fields.bodyHtml;
  if (!fields.html || fields.html.length === 0) return undefined;
  const declared = codePage(fields.internetCodepage);
  return (await decodeText({ name, bytes: fields.html }, { ...tools, declared })).text;
}

/** A picture that stands in the text. */
const isFurniture = ({
  attachmentHidden,
  pidContentId,
  attachMimeTag,
  fileName = '',
}: FieldsData) =>
  (attachmentHidden === true || pidContentId !== undefined) &&
  (attachMimeTag?.startsWith('image/') ?? /\.(?:png|jpe?g|gif|bmp)$/i.test(fileName));

function nameOf(one: FieldsData, number: number): string {
  const said = fileName(one.fileName ?? one.fileNameShort ?? one.name ?? '');
  if (one.innerMsgContent) {
    const subject =
      said || fileName((one.innerMsgContentFields?.subject ?? '').replace(/[/\\]/g, ' '));
    const name = subject || say('imports.messageName', { number });
    return /\.msg$/i.test(name) ? name : `${name}.msg`;
  }
  return said || partName(number, one.attachMimeTag ?? '');
}

function broken(file: string): AppError {
  return new AppError('import-failed', say('imports.brokenMessage', { file }), { file });
}
