/** Whether the full counts are asked for (`npm run test:faults`). */
export const isFull = process.env.WAKHAN_FAULTS === 'full';

/** How often or what to try: everything on demand, a little in every run. */
export const count = <T>(full: T, small: T): T => (isFull ? full : small);

/** Longest time of one fault in milliseconds. */
export const LIMIT = isFull ? 3_600_000 : 120_000;
