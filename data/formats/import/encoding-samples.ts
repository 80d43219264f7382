/** Encodings that texts of our trade come in, the usual ones first; labels of the WHATWG Encoding Standard. */
export const usualEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'windows-1250',
  'iso-8859-2',
  'windows-1256',
  'iso-8859-6',
  'windows-1254',
  'windows-1253',
  'windows-1255',
  'windows-1257',
  'windows-1258',
  'koi8-u',
  'macintosh',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
] as const;

/** Bytes of a file that its samples are read from. */
export const SAMPLED = 128 * 1024;
/** Lines of a sample, and characters of a line. */
const LINES = 8;
const LENGTH = 160;

/** The bytes that samples are read from: whole lines, and no half of a UTF-16 unit. */
export function sampledBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLED) return bytes;
  const start = bytes.subarray(0, SAMPLED);
  const end = start.lastIndexOf(0x0a);
  const isLine = end > SAMPLED / 2 && start[end + 1] !== 0 && start[end - 1] !== 0;
  return isLine ? start.subarray(0, end + 1) : start;
}

/** The first lines of a text that hold anything. */
export function firstLines(text: string): string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length && lines.length < LINES) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, Math.min(end, at + 4 * LENGTH)).trim();
    if (line !== '') lines.push([...line].slice(0, LENGTH).join(''));
    at = end + 1;
  }
  return lines;
}

/** What no encoding means: signs that stand in no text, and letters that stand in no word. */
const ODD: readonly { found: RegExp; weight: number }[] = [
  { found: /[\ufffd\u0080-\u009f\ue000-\uf8ff]/gu, weight: 8 },
  { found: /\p{So}|\p{Sm}|\p{Sk}|[¤¦§¬¶·ªº¹²³]/gu, weight: 2 },
  { found: /\p{Ll}\p{Lu}/gu, weight: 2 },
  { found: /\p{sc=Latn}\p{sc=Cyrl}|\p{sc=Cyrl}\p{sc=Latn}/gu, weight: 3 },
  { found: /\p{L}[¡¿‚„†‡ˆ‰‹›˜¸¨¯´«»]\p{L}/gu, weight: 3 },
  { found: /\p{sc=Latn}\p{sc=Arab}|\p{sc=Arab}\p{sc=Latn}/gu, weight: 3 },
  { found: /\p{sc=Latn}\p{sc=Han}|\p{sc=Han}\p{sc=Latn}/gu, weight: 1 },
  // Letters of words that are read in the wrong table of Latin stand close to each other.
  { found: /[\u00c0-\u00ff]{3}/gu, weight: 3 },
  { found: /[\uff61-\uff9f]/gu, weight: 2 },
];

/** How unlikely lines look: 0 for words as they are written, more for each sign that does not fit. */
export function oddness(lines: readonly string[]): number {
  const text = lines.join('\n');
  return ODD.reduce((sum, { found, weight }) => sum + weight * (text.match(found)?.length ?? 0), 0);
}
