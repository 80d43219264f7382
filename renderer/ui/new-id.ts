import { uuid7Maker } from '#data/uuid7.ts';

const make = uuid7Maker((bytes) => crypto.getRandomValues(bytes));

/**
 * A new UUIDv7, as the desktop makes them: records made in one step may then refer to each other before
 * they are stored.
 */
export function newId(): string {
  return make(Date.now());
}
