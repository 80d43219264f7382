/** The part of the platform's TextDecoder that importing uses; Node, browsers and workers have it. */
interface PlatformDecoder {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => PlatformDecoder;

/** What bytes 80-9F mean in windows-1252; every other byte is its own code point. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const LATIN_LABELS = /^(windows-?1252|cp-?1252|x-cp1252|iso-?8859-?1|latin-?1|l1|us-ascii|ascii)$/i;

/**
 * Decodes bytes strictly. Gives `undefined` when the bytes are not valid in that encoding, and
 * `null` when the encoding is unknown. A leading byte order mark is kept as U+FEFF.
 */
export function decodeStrictly(bytes: Uint8Array, label: string): string | undefined | null {
  // Several Node releases decode windows-1252 as if it were Latin-1 and lose its quotation marks.
  if (LATIN_LABELS.test(label)) return decodeWindows1252(bytes);
  const decoder = decoderFor(label);
  if (decoder === null) return null;
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function decoderFor(label: string): PlatformDecoder | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    return null;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return parts
    .join('')
    .replace(/[\u0080-\u009f]/g, (one) => WINDOWS_1252.charAt(one.charCodeAt(0) - 0x80));
}

/**
 * Offset of the first byte that does not fit UTF-8 (the first byte of the faulty sequence), or -1.
 * Only asked after strict decoding failed, to say where.
 */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let next = 1; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const tooLong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const surrogate = first === 0xed && second > 0x9f;
  const tooBig = first === 0xf4 && second > 0x8f;
  return tooLong || surrogate || tooBig ? 0 : length;
}
