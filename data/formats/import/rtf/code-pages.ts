import { decodeUnicode, unicodeOf } from '../text-decoder.ts';
import type { ImportTools } from '../tools.ts';

/** Code pages of two bytes for a letter. */
const DOUBLE = new Set([932, 936, 949, 950, 1361]);

/** Labels of code pages that are not `windows-` and their number. */
const LABELS: Readonly<Record<number, string>> = {
  437: 'cp437',
  708: 'iso-8859-6',
  850: 'cp850',
  852: 'cp852',
  855: 'cp855',
  857: 'cp857',
  860: 'cp860',
  861: 'cp861',
  862: 'cp862',
  863: 'cp863',
  864: 'cp864',
  865: 'cp865',
  866: 'cp866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  65001: 'utf-8',
};

/** Code pages of the character sets that fonts are declared with. */
const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

/** The code page of a character set; undefined for that of the document. */
export const codePageOf = (charset: number): number | undefined => CHARSETS[charset];

/** The label of a code page. */
export const labelOf = (page: number): string => LABELS[page] ?? `windows-${page}`;

/** Turns bytes of one code page into text, at once. */
export type Decode = (bytes: readonly number[]) => string;

/**
 * A decoder for a code page, made of tables: text comes in pieces of a few bytes, too many to ask for each.
 * Undefined when nobody knows the code page.
 */
export async function decoderOf(
  label: string,
  page: number | undefined,
  { encodings }: Pick<ImportTools, 'encodings'>,
): Promise<Decode | undefined> {
  if (unicodeOf(label)) return (bytes) => utf8(bytes);
  if (!(await encodings.knows(label))) return undefined;
  const decode = (bytes: Uint8Array) => encodings.decode(bytes, label, () => undefined);
  const single: string[] = [];
  for (let code = 0; code < 256; code++)
    single.push(code < 128 ? String.fromCharCode(code) : '\ufffd');
  const isDouble = page === undefined ? /jis|gb|euc|big5|949|936/i.test(label) : DOUBLE.has(page);
  if (!isDouble) {
    const high = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);
    const letters = [...(await decode(high))];
    if (letters.length === 128) letters.forEach((letter, index) => (single[128 + index] = letter));
    return (bytes) => bytes.map((byte) => single[byte] ?? '').join('');
  }
  return pairs(await pairTable(decode), single);
}

/** Letters of all pairs of bytes, by the number of the pair. */
async function pairTable(
  decode: (bytes: Uint8Array) => Promise<string>,
): Promise<Map<number, string>> {
  const bytes: number[] = [];
  const keys: number[] = [];
  for (let lead = 0x80; lead < 0xff; lead++) {
    bytes.push(lead, 10);
    keys.push(lead);
    for (let trail = 0x40; trail < 0xff; trail++) {
      bytes.push(lead, trail, 10);
      keys.push(lead * 256 + trail);
    }
  }
  const letters = (await decode(Uint8Array.from(bytes))).split('\n');
  const table = new Map<number, string>();
  if (letters.length !== keys.length + 1) return table;
  keys.forEach((key, index) => {
    const letter = letters[index] ?? '';
    if (letter !== '' && !letter.includes('\ufffd')) table.set(key, letter);
  });
  return table;
}

function pairs(table: ReadonlyMap<number, string>, single: readonly string[]): Decode {
  return (bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      const pair = byte < 128 ? undefined : table.get(byte * 256 + (bytes[at + 1] ?? 0));
      if (pair !== undefined) {
        text += pair;
        at++;
      } else text += byte < 128 ? single[byte] : (table.get(byte) ?? '\ufffd');
    }
    return text;
  };
}

function utf8(bytes: readonly number[]): string {
  const text = decodeUnicode(Uint8Array.from(bytes), 'utf-8', () => undefined);
  return text ?? bytes.map((byte) => (byte < 128 ? String.fromCharCode(byte) : '\ufffd')).join('');
}
