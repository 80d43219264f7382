import { bytesOf } from '../bytes.ts';

/** What the dictionary holds before the first byte ([MS-OXRTFCP] 2.1.2.1). */
const START = bytesOf(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript ' +
    // eslint-disable-next-line words/no-prose -- names of fonts are part of the format
    '\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n' +
    '\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
);
const DICTIONARY = 4096;
const HEAD = 16;
const PACKED = 0x75465a4c;
const PLAIN = 0x414c454d;
/** Longest rich text of a message, in bytes: no more than eight times what it is packed in. */
const LONGEST = 200 * 1024 * 1024;

/**
 * The rich text that Outlook keeps packed in a message (LZFu, [MS-OXRTFCP]); undefined where it is none. What is
 * cut off is read as far as it goes; the check sum is not asked, because a damaged text is worth reading.
 */
export function unpackedRtf(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < HEAD) return undefined;
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD);
  const size = Math.min(head.getUint32(4, true), LONGEST, 8 * DICTIONARY + 9 * bytes.length);
  const kind = head.getUint32(8, true);
  if (kind === PLAIN) return bytes.subarray(HEAD, HEAD + size);
  return kind === PACKED ? unpack(bytes, size) : undefined;
}

function unpack(bytes: Uint8Array, size: number): Uint8Array {
  const text = new Uint8Array(size);
  const seen = new Uint8Array(DICTIONARY);
  seen.set(START);
  let write = START.length;
  let length = 0;
  const put = (byte: number): void => {
    if (length < size) text[length++] = byte;
    seen[write] = byte;
    write = (write + 1) % DICTIONARY;
  };
  for (let at = HEAD; at < bytes.length && length < size;) {
    const control = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at++] ?? 0);
        continue;
      }
      const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = pair >> 4;
      if (from === write) return text.subarray(0, length);
      for (let step = 0; step < (pair & 15) + 2; step++) put(seen[(from + step) % DICTIONARY] ?? 0);
    }
  }
  return text.subarray(0, length);
}
