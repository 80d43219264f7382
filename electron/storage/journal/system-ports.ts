import { randomFillSync } from 'node:crypto';
import type { Clock } from '#data/ports.ts';
import { uuid7Maker } from '#data/uuid7.ts';

const make = uuid7Maker((bytes) => randomFillSync(bytes));

/** The clock of the machine and UUIDv7 identifiers. */
export const systemPorts: Clock = {
  now: isoNow,
  newId: () => make(Date.now()),
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
