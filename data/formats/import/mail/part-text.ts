import { AppError } from '../../../errors.ts';
import { decodeText } from '../decode.ts';
import type { SourceFile } from '../format.ts';
import { mendUnicode } from '../text-decoder.ts';
import type { ImportTools } from '../tools.ts';
import { declaredCharset } from '../html/charset.ts';
import { usableCharset } from './charsets.ts';
import { valueOf } from './header-block.ts';
import type { MimePart } from './mime-tree.ts';
import { unpacked } from './transfer.ts';

/** The words of a part. */
export interface PartText {
  text: string;
  encoding?: string;
  guessed?: true;
  damaged: number;
  /** It is no text at all. */
  isBinary?: true;
}

/** More than one bad character in so many, and it is no text. */
const BINARY = 4;
/** So many are damage, however short the text. */
const FEW = 20;

/** The bytes of a part as its sender had them. */
export function bytesOfPart(bytes: Uint8Array, { fields, start, end }: MimePart) {
  return unpacked(bytes.subarray(start, end), valueOf(fields, 'content-transfer-encoding') ?? '');
}

/** The text of a part in its encoding. What is bad in it becomes U+FFFD: the rest of a mail is worth reading. */
export async function textOfPart(
  file: SourceFile,
  part: MimePart,
  tools: ImportTools,
): Promise<PartText> {
  const { bytes, damaged } = bytesOfPart(file.bytes, part);
  if (bytes.length === 0) return { text: '', damaged };
  const said = part.type.parameters.get('charset')?.bytes;
  const declared =
    (await usableCharset(said, tools.encodings)) ??
    (await usableCharset(declaredIn(bytes, part), tools.encodings));
  const named = file.encoding === undefined ? {} : { encoding: file.encoding };
  try {
    const source = { name: file.name, bytes, ...named };
    const decoding = { ...tools, declared, passed: () => undefined };
    const { text, reading } = await decodeText(source, decoding);
    return { text, ...reading, damaged: damaged + (reading.damaged ?? 0) };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || file.encoding !== undefined) throw thrown;
    const text = mended(bytes);
    const bad = text.split('\ufffd').length - 1;
    if (bad > FEW && bad * BINARY > text.length) return { text: '', damaged: 0, isBinary: true };
    return { text, encoding: 'utf-8', damaged: damaged + bad };
  }
}

const declaredIn = (bytes: Uint8Array, { type }: MimePart): string | undefined =>
  type.value === 'text/html' ? declaredCharset(bytes) : undefined;

/** Bytes that are in no encoding: what no text has is U+FFFD. */
const mended = (bytes: Uint8Array): string =>
  mendUnicode(bytes, 'utf-8', () => undefined)
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\0-\x08\x0e-\x1f]/g, '\ufffd');
