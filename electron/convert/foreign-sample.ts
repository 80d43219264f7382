/** Bytes that are enough to tell an encoding by; a sample that is longer was cut there. */
export const ENOUGH = 64 * 1024;
/** Some more, so that it can be seen that there are more. */
const LONGEST = ENOUGH + 16;
const LINE_FEED = 0x0a;

/**
 * The first lines of a text that are not all ASCII, from wherever they stand in it: what is known anyway
 * tells nothing. A line feed is no part of a longer character in any encoding that these bytes may be in.
 */
export function foreignSample(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length && length < LONGEST;) {
    const feed = bytes.indexOf(LINE_FEED, at);
    const line = bytes.subarray(at, feed < 0 ? bytes.length : feed + 1);
    at += line.length;
    const first = line.findIndex((byte) => byte >= 0x80);
    if (first < 0) continue;
    // What stands far before the first such byte of a long line tells nothing either.
    const part = line.subarray(Math.max(0, first - 100)).subarray(0, LONGEST - length);
    parts.push(part);
    length += part.length;
  }
  return Buffer.concat(parts);
}
