import { randomFillSync } from 'node:crypto';
import type { Ports } from '#data/ports.ts';

/** The clock of the machine and UUIDv7 identifiers. */
export const systemPorts: Ports = {
  now: () => new Date().toISOString(),
  newId: uuid7,
};

const BYTES = 10;
/** Chance for many identifiers: fetching it for each took 15 µs, an eighth of preparing a save. */
const pool = Buffer.alloc(256 * BYTES);
let used = pool.length;

/** RFC 9562 UUIDv7: 48 bits of milliseconds, then chance; sorts roughly by time of making. */
function uuid7(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const time = Date.now().toString(16).padStart(12, '0');
  const rest = pool.toString('hex', used, used + BYTES);
  const variant = (pool.readUInt8(used + 2) & 0x3f) | 0x80;
  used += BYTES;
  return [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${rest.slice(1, 4)}`,
    `${variant.toString(16)}${rest.slice(6, 8)}`,
    rest.slice(8, 20),
  ].join('-');
}
