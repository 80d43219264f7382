import { AppError } from '../../../errors.ts';
import type { LeftOutKind, Reading } from '../../../model/reading.ts';
import type { TextMark } from '../../../text/working-text.ts';
import { say } from '../../../words/say.ts';
import { BlockWriter } from '../block-writer.ts';
import { emptyFile } from '../decode.ts';
import { leftOutOf, type InnerFile, type ReadText, type SourceFile } from '../format.ts';
import { unicodeOf } from '../text-decoder.ts';
import { asLine, asTitle, titleOf } from '../titles.ts';
import { Meter, type ImportTools } from '../tools.ts';
import { mailboxes, type Mailbox } from './addresses.ts';
import { Attachments } from './attachments.ts';
import { usableCharset } from './charsets.ts';
import { chooseParts, type Chosen } from './choose-parts.ts';
import { BodyWriter } from './body-writer.ts';
import { valueOf } from './header-block.ts';
import { flagDebrisOfMail, writeHead, type MessageHead } from './header-lines.ts';
import { guessedCharset, HeaderWords } from './header-words.ts';
import { mimeTree, type MimePart } from './mime-tree.ts';

/** Bytes of a message that are looked at to tell the encoding of its header. */
const SAMPLE = 16 * 1024;

/**
 * Reads a message: who wrote it to whom, when and about what, then what it says; then its attachments, one by
 * one. Throws `import-failed` for an encrypted one, `empty-file`, and what {@link mimeTree} throws.
 */
export async function* readMessage(
  file: SourceFile,
  tools: ImportTools,
): AsyncGenerator<ReadText | InnerFile> {
  const meter = new Meter(tools, 2 * file.bytes.length);
  const root = mimeTree(file.bytes, file.name, meter.add);
  const chosen = chooseParts(root);
  if (chosen.isSealed) throw sealed(file.name);
  const words = new HeaderWords(tools.encodings, await charsetOf(file, root, chosen, tools));
  const attachments = new Attachments(file.bytes, words);
  yield await textOf(file, root, chosen, words, attachments, { ...tools, passed: meter.add });
  for (const part of chosen.attachments) {
    tools.signal.throwIfAborted();
    const inner = await attachments.file(part);
    meter.add(inner.inner.length);
    yield inner;
  }
}

async function textOf(
  file: SourceFile,
  { fields }: MimePart,
  chosen: Chosen,
  words: HeaderWords,
  attachments: Attachments,
  tools: ImportTools & { passed: (units: number) => void },
): Promise<ReadText> {
  const writer = new BlockWriter();
  const head = await headOf(fields, words);
  const proposals = writeHead(writer, head);
  const body = writer.here();
  const bodies = new BodyWriter(writer, file, tools);
  for (const forms of chosen.bodies) await bodies.write(forms);
  const { text, blocks } = writer.finish();
  if (blocks.length === 0) throw emptyFile(file.name);
  const marks: TextMark[] = bodies.marks(text);
  const said = blocks.filter(({ start }) => start >= body.offset);
  flagDebrisOfMail(text, blocks, body.offset);
  return {
    title: asTitle(head.subject) || titleOf(text, said, file.name),
    text,
    blocks,
    cleaned: true,
    bodyAt: body.offset,
    ...(marks.length > 0 && { marks }),
    meta: proposals(),
    reading: { ...bodies.reading, ...(await leftOutOfMail(chosen, bodies.leftOut, attachments)) },
  };
}

async function headOf(fields: MimePart['fields'], words: HeaderWords): Promise<MessageHead> {
  const people = async (...names: string[]): Promise<Mailbox[]> => {
    const field = names.map((name) => valueOf(fields, name)).find((one) => one?.trim());
    const found = mailboxes(field ?? '');
    return Promise.all(
      found.map(async ({ name, address }) => ({
        name: await words.text(name),
        address: await words.text(address),
      })),
    );
  };
  return {
    from: await people('from', 'sender'),
    to: await people('to'),
    cc: await people('cc'),
    bcc: await people('bcc'),
    date: await words.text(valueOf(fields, 'date') ?? ''),
    subject: await words.text(valueOf(fields, 'subject') ?? ''),
  };
}

/** The encoding that a message names, or looks to be in, for fields of its header that name none. */
async function charsetOf(
  { bytes }: SourceFile,
  root: MimePart,
  { bodies }: Chosen,
  { encodings }: ImportTools,
): Promise<string | undefined> {
  const [body] = bodies;
  for (const { type } of [root, ...(body?.plain ?? []), ...(body?.html ?? [])]) {
    const label = await usableCharset(type.parameters.get('charset')?.bytes, encodings);
    if (label !== undefined && !unicodeOf(label)) return label;
  }
  return guessedCharset(root.fields, bytes.subarray(root.start, root.start + SAMPLE), encodings);
}

async function leftOutOfMail(
  { leftOut }: Chosen,
  { characters, kinds }: { characters: number; kinds: readonly LeftOutKind[] },
  attachments: Attachments,
): Promise<Pick<Reading, 'leftOut' | 'files'>> {
  const what = new Set<LeftOutKind>([...kinds, ...leftOut.map((one) => one.what)]);
  const files: string[] = [];
  for (const { part, what: kind } of leftOut) {
    if (kind === 'file') files.push(asLine(await attachments.nameOf(part)));
  }
  return {
    ...leftOutOf({ characters, what: [...what] }),
    ...(files.length > 0 && { files }),
  };
}

function sealed(file: string): AppError {
  return new AppError('import-failed', say('imports.sealedMail', { file }), { file });
}
