import { decodeText, emptyFile, type Decoded } from '../../decode.ts';
import type { SourceFile } from '../../format.ts';
import { usableCharset } from '../../mail/charsets.ts';
import { valueOf } from '../../mail/header-block.ts';
import { mimeTree, type MimePart } from '../../mail/mime-tree.ts';
import { unpacked } from '../../mail/transfer.ts';
import type { ImportTools } from '../../tools.ts';
import { declaredCharset } from '../charset.ts';

/** What a browser saved as one file: its parts in order, and which of them is the page itself. */
export interface SavedParts {
  message: MimePart;
  parts: MimePart[];
  root: MimePart;
}

/** What pages are read with: `passed` hears how many bytes are done. */
export type PageTools = Pick<ImportTools, 'encodings'> & { passed: (bytes: number) => void };

const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;

/** Whether a part is a page, or that of a frame. */
export const isPage = ({ type }: MimePart): boolean => PAGE.test(type.value);

/** The parts of a saved page. Throws `empty-file` when no page is among them, and `too-large` as {@link mimeTree}. */
export function savedParts(file: SourceFile, passed: (bytes: number) => void): SavedParts {
  const message = mimeTree(file.bytes, file.name, passed);
  const parts = [...partsIn(message)];
  const root = rootOf(message, parts);
  if (!root) throw emptyFile(file.name);
  return { message, parts, root };
}

/** The parts that hold something, in order. */
function* partsIn(part: MimePart): Generator<MimePart, void, undefined> {
  if (part.parts.length === 0) yield part;
  for (const inner of part.parts) yield* partsIn(inner);
}

/** The page itself: the part that the message names, or the first page in it. */
function rootOf(message: MimePart, parts: readonly MimePart[]): MimePart | undefined {
  const start = message.type.parameters.get('start')?.bytes;
  const named = start && parts.find((part) => valueOf(part.fields, 'content-id') === start);
  return (named && isPage(named) ? named : undefined) ?? parts.find(isPage);
}

/** The bytes of a part as they were before they were sent. */
export function bytesOf({ fields, start, end }: MimePart, whole: Uint8Array): Uint8Array {
  const encoding = valueOf(fields, 'content-transfer-encoding') ?? '';
  return unpacked(whole.subarray(start, end), encoding).bytes;
}

/** The text of a page among the parts, in the encoding that its part or itself declares. */
export async function decodedPage(
  part: MimePart,
  file: SourceFile,
  tools: PageTools,
): Promise<Decoded> {
  const bytes = bytesOf(part, file.bytes);
  const said = part.type.parameters.get('charset')?.bytes;
  const declared = (await usableCharset(said, tools.encodings)) ?? declaredCharset(bytes);
  return decodeText({ ...file, bytes }, { ...tools, declared });
}
