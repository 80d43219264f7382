import type { DecoderStream } from 'iconv-lite';
import type { Encodings } from '#data/formats/import/tools.ts';
import { ENOUGH, foreignSample } from './foreign-sample.ts';

/** Bytes that are decoded at a time. */
const SLICE = 1024 * 1024;
/** Below this the library guesses at random. */
const LEAST_CONFIDENCE = 0.1;
/** What iconv-lite can do besides that is no encoding of text before Unicode. */
const NO_LEGACY = /^(?:cs)?(?:utf|ucs|cesu|unicode|base64|binary|hex)/i;
/** Names of the WHATWG Encoding Standard by those of iconv-lite. It reads GBK as the larger GB 18030. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  gbk: 'gb18030',
  'x-mac-cyrillic': 'maccyrillic',
};

/**
 * Encodings by iconv-lite, told by jschardet; both are loaded when a file needs them. Only ISO-2022-JP, which
 * iconv-lite does not know, is read by the platform's decoder. That knows fewer encodings, and in several
 * releases of Node reads windows-1252 and EUC-KR wrong.
 */
export const encodings: Encodings = {
  knows: async (label) => (await decoderFor(label)) !== undefined,

  async decode(bytes, label, passed) {
    const decoder = await decoderFor(label);
    const parts: string[] = [];
    for (let at = 0; decoder && at < bytes.length; at += SLICE) {
      const slice = bytes.subarray(at, at + SLICE);
      parts.push(decoder.write(Buffer.from(slice.buffer, slice.byteOffset, slice.length)));
      passed(slice.length);
    }
    return parts.join('') + (decoder?.end() ?? '');
  },

  async guess(bytes) {
    const { chardet } = await import('jschardet');
    const { ALL, LEGACY_MAC, MAINFRAME } = chardet.EncodingEra;
    const { encoding, confidence } = chardet.detect(foreignSample(bytes), {
      // One stray byte in a text of Windows, and it looks like one of an old Macintosh.
      encodingEra: ALL - LEGACY_MAC - MAINFRAME,
      maxBytes: ENOUGH,
    });
    // When the likeliest cannot be read, the next one is wrong.
    if (encoding === null || confidence < LEAST_CONFIDENCE) return undefined;
    return (await decoderFor(encoding)) && encoding;
  },
};

async function decoderFor(label: string): Promise<DecoderStream | undefined> {
  const { default: iconv } = await import('iconv-lite');
  const standard = standardName(label);
  if (standard === 'iso-2022-jp') return platformDecoder(standard);
  const name = OTHER_NAMES[standard] ?? standard;
  return !NO_LEGACY.test(name) && iconv.encodingExists(name) ? iconv.getDecoder(name) : undefined;
}

/** Labels mean what they mean to browsers: `iso-8859-1` is windows-1252, `iso-8859-9` windows-1254. */
function standardName(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label;
  }
}

function platformDecoder(name: string): DecoderStream {
  const decoder = new TextDecoder(name);
  return {
    write: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}
