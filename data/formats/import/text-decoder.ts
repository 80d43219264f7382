/** The part of the platform's TextDecoder that importing uses; Node, browsers and workers have it. */
interface PlatformDecoder {
  readonly encoding: string;
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => PlatformDecoder;

/** An encoding of Unicode, which is read strictly: one wrong byte, and it is another. */
export type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes that are decoded at a time. */
const SLICE = 1024 * 1024;

/** The encoding of Unicode that a label of the WHATWG Encoding Standard stands for, if it is one. */
export function unicodeOf(label: string): UnicodeEncoding | undefined {
  try {
    const { encoding } = strict(label);
    return /^utf-(?:8|16[bl]e)$/.test(encoding) ? (encoding as UnicodeEncoding) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Bytes as text, `undefined` when they are not valid. A leading byte order mark is kept as U+FEFF. `passed`
 * hears how many bytes are done. The platform's decoder does it, because that of iconv-lite takes anything.
 */
export function decodeUnicode(
  bytes: Uint8Array,
  encoding: UnicodeEncoding,
  passed: (units: number) => void,
): string | undefined {
  const decoder = strict(encoding);
  const parts: string[] = [];
  try {
    for (let at = 0; at < bytes.length; at += SLICE) {
      const slice = bytes.subarray(at, at + SLICE);
      parts.push(decoder.decode(slice, { stream: true }));
      passed(slice.length);
    }
    parts.push(decoder.decode());
  } catch (thrown) {
    if (thrown instanceof TypeError) return undefined;
    throw thrown;
  }
  return parts.join('');
}

/** As {@link decodeUnicode}, with U+FFFD for what is not valid. */
export function mendUnicode(
  bytes: Uint8Array,
  encoding: UnicodeEncoding,
  passed: (units: number) => void,
): string {
  const decoder = new TextDecoder(encoding, { fatal: false, ignoreBOM: true });
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += SLICE) {
    const slice = bytes.subarray(at, at + SLICE);
    parts.push(decoder.decode(slice, { stream: true }));
    passed(slice.length);
  }
  parts.push(decoder.decode());
  return parts.join('');
}

const strict = (label: string): PlatformDecoder =>
  new TextDecoder(label, { fatal: true, ignoreBOM: true });

/** How bytes that are not valid UTF-8 fail to be. */
export interface Utf8Faults {
  /** Offset of the first byte of the first faulty sequence; -1 when there is none. */
  first: number;
  /** Bytes that fit nowhere, and sequences of several bytes that are right. */
  bad: number;
  good: number;
}

/** Looks for what is not UTF-8. Only asked after strict decoding failed. */
export function utf8Faults(bytes: Uint8Array): Utf8Faults {
  const faults = { first: -1, bad: 0, good: 0 };
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length > 1) faults.good++;
    else if (length === 0) {
      if (faults.bad++ === 0) faults.first = at;
    }
    at += length || 1;
  }
  return faults;
}

/** 0 for a byte that begins no sequence. */
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
