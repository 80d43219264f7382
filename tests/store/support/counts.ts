/** Whether the full counts are asked for (`npm run test:faults`). */
export const isFull = process.env.WAKHAN_FAULTS === 'full';

/** How often to try: the full count on demand, a small one in every run. */
export const count = (full: number, small: number): number => (isFull ? full : small);

/** Longest time of one fault in milliseconds. */
export const LIMIT = isFull ? 3_600_000 : 120_000;
