/** What a series of measurements comes to, in its own unit. */
export interface Summary {
  count: number;
  p50: number;
  p95: number;
  max: number;
}

/** Summary of a series. Throws when there is nothing to sum up. */
export function summaryOf(values: readonly number[]): Summary {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0;
  return { count: values.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** A number with as many digits as a noisy machine justifies. */
export function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** How many times larger one value is: “1.8x”. */
export const ratio = (value: number, base: number): string => `${figure(value / base)}x`;
