import { randomFillSync } from 'node:crypto';
import type { Ports } from '#data/ports.ts';

/** The clock of the machine and UUIDv7 identifiers. */
export const systemPorts: Ports = {
  now: () => new Date().toISOString(),
  newId: uuid7,
};

const random = new Uint8Array(10);

/** RFC 9562 UUIDv7: 48 bits of milliseconds, then chance; sorts roughly by time of making. */
function uuid7(): string {
  randomFillSync(random);
  const time = Date.now().toString(16).padStart(12, '0');
  const rest = Buffer.from(random).toString('hex');
  const variant = ((random[2] ?? 0) & 0x3f) | 0x80;
  return [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${rest.slice(1, 4)}`,
    `${variant.toString(16)}${rest.slice(6, 8)}`,
    rest.slice(8, 20),
  ].join('-');
}
