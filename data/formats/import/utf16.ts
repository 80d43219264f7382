/** Bytes that are looked at to tell UTF-16. */
const SAMPLE = 4096;

/**
 * Which UTF-16 bytes without a mark are, if they are: in one order they are text, in the other not. The
 * library that tells other encodings goes by zero bytes, and has none to go by in Chinese and Japanese.
 */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 2) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  const [little, big] = [likenessOf(sample, 1), likenessOf(sample, 0)];
  if (little === big) return undefined;
  return Math.max(little, big) <= 0 ? undefined : little > big ? 'utf-16le' : 'utf-16be';
}

/** Line ends, full stops and commas of many scripts, beside all of ASCII. */
const COMMON = new Set(
  [...'\n\r\t\u060c\u061b\u06d4\u3000\u3001\u3002\uff0c\uff1a'].map((one) => one.charCodeAt(0)),
);

const isCommon = (unit: number): boolean => (unit >= 32 && unit < 127) || COMMON.has(unit);

/**
 * How much code units look like text: those that every text has count for it, those that none has
 * (controls, private use, halves of pairs alone, no characters) against it, and much more. `high`: where
 * the upper byte of a unit stands, 0 or 1.
 */
function likenessOf(bytes: Uint8Array, high: number): number {
  let likeness = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = ((bytes[at + high] ?? 0) << 8) | (bytes[at + 1 - high] ?? 0);
    if (isCommon(unit)) likeness++;
    else if (isNeverText(unit)) likeness -= 20;
  }
  return likeness;
}

const isNeverText = (unit: number): boolean =>
  unit < 32 || (unit >= 0x7f && unit < 0xa0) || (unit >= 0xe000 && unit < 0xf900) || unit >= 0xfff0;
