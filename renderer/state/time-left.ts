/** What a file costs beside its bytes, as so many bytes: opening, hashing, writing. */
const PER_FILE = 40_000;
/** Milliseconds before anything can be said. */
const SOONEST = 2_000;

/** How much work a file is; only its share of all of it means anything. */
export const workOf = (size: number | undefined): number => (size ?? 0) + PER_FILE;

/**
 * Milliseconds that are left, from what was done in `elapsed` milliseconds; undefined as long as that says
 * nothing.
 */
export function timeLeft(done: number, total: number, elapsed: number): number | undefined {
  if (done <= 0 || elapsed < SOONEST) return undefined;
  return ((total - done) * elapsed) / done;
}

/** A span of time as people say it: a moment, so many seconds (in tens), minutes or hours. */
export function spanOf(milliseconds: number): {
  unit: 'moment' | 'seconds' | 'minutes' | 'hours';
  n: number;
} {
  const seconds = milliseconds / 1000;
  if (seconds < 5) return { unit: 'moment', n: 0 };
  if (seconds < 55) return { unit: 'seconds', n: Math.max(10, Math.round(seconds / 10) * 10) };
  if (seconds < 90 * 60) return { unit: 'minutes', n: Math.max(1, Math.round(seconds / 60)) };
  return { unit: 'hours', n: Math.round(seconds / 3600) };
}
