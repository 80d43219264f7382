const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** Random bytes ahead: asking for those of one id costs more than all the rest of it. */
const pool = new Uint8Array(4096);
let used = pool.length;

/**
 * A new UUIDv7 (RFC 9562), as the desktop makes them: records made in one step may then refer to each
 * other before they are stored.
 */
export function newId(now = Date.now()): string {
  if (used + 10 > pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, (used += 10));
  const time = now.toString(16).padStart(12, '0');
  const hex = (from: number, to: number) =>
    Array.from(bytes.subarray(from, to), (byte) => HEX[byte] ?? '').join('');
  const version = HEX[0x70 | ((bytes[0] ?? 0) & 0x0f)] ?? '';
  const variant = HEX[0x80 | ((bytes[2] ?? 0) & 0x3f)] ?? '';
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}${hex(1, 2)}-${variant}${hex(3, 4)}-${hex(4, 10)}`;
}
