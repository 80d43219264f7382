/** Where times and identifiers come from. */
export interface Clock {
  /** Current time as ISO 8601 in UTC with milliseconds. */
  now(): string;
  /** A new identifier (UUIDv7 in the program, counters in tests). */
  newId(): string;
}

/** What operations need from the outside world, so that they stay pure and repeatable in tests. */
export interface Ports extends Clock {
  /** Who signs the operation. */
  readonly author: string;
}
