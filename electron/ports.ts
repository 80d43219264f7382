import { randomBytes } from 'node:crypto';
import type { Ports } from '#data/ports.ts';

/** The clock and the identifiers of this machine. */
export const systemPorts: Ports = { now: () => new Date().toISOString(), newId: uuid7 };

let lastTime = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562) whose text sorts in the order of making within this process, also when the
 * clock stands still or goes back: the 12 bits after the time count, and run over into the time.
 */
function uuid7(): string {
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastTime += 1;
    counter = 0;
  }
  const time = lastTime.toString(16).padStart(12, '0');
  const random = randomBytes(8);
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = random.toString('hex');
  const middle = (0x7000 | counter).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
