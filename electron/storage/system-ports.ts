import { randomBytes } from 'node:crypto';
import type { Ports } from '#data/ports.ts';

/** The clock of the machine and UUIDv7 identifiers. */
export const systemPorts: Ports = {
  now: isoNow,
  newId: uuid7,
};

let told = { second: Number.NaN, text: '' };

/** UTC time. A save asks several times; the text of its second costs 5 µs each time it is made. */
function isoNow(): string {
  const at = Date.now();
  const milliseconds = at % 1000;
  const second = at - milliseconds;
  if (second !== told.second) told = { second, text: new Date(second).toISOString().slice(0, -4) };
  return `${told.text}${String(milliseconds).padStart(3, '0')}Z`;
}

/** Hexadecimal digits of chance that an identifier takes. */
const DIGITS = 20;
/** Chance for many identifiers: fetching it for each took 15 µs, an eighth of preparing a save. */
let pool = '';
let used = 0;

/** The variant of RFC 9562, two bits of which are chance. */
const VARIANTS = '89ab';

/** RFC 9562 UUIDv7: 48 bits of milliseconds, then chance; sorts roughly by time of making. */
function uuid7(): string {
  if (used === pool.length) {
    pool = randomBytes((256 * DIGITS) / 2).toString('hex');
    used = 0;
  }
  const time = Date.now().toString(16).padStart(12, '0');
  const at = used;
  used += DIGITS;
  const variant = VARIANTS[Number.parseInt(pool[at] ?? '', 16) & 3];
  const parts = `7${pool.slice(at + 1, at + 4)}-${variant}${pool.slice(at + 5, at + 8)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${parts}-${pool.slice(at + 8, used)}`;
}
