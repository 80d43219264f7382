import { say } from '#data/words/say.ts';

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium', hour12: false });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const both = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'short',
  hour12: false,
});

/** Local time of day of a UTC instant: 10:42:07. */
export function timeOf(instant: string): string {
  return clock.format(new Date(instant));
}

/** Local day of a UTC instant. */
export function dayOf(instant: string): string {
  return day.format(new Date(instant));
}

/** Local day and time of a UTC instant. */
export function dayAndTimeOf(instant: string): string {
  return both.format(new Date(instant));
}

/** A UTC instant as the record has it, to the second: 2026-11-30 10:42:07 UTC. */
export function utcOf(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}

const numbers = new Intl.NumberFormat();

/** A number with its thousands parted. */
export function count(value: number): string {
  return numbers.format(value);
}

/** A size in bytes in the largest unit that keeps it above one. */
export function sizeOf(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'] as const;
  const power = Math.min(3, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1000)));
  const value = bytes / 1000 ** power;
  const unit = units[power] ?? 'bytes';
  const size = power ? value.toPrecision(3) : value;
  return say(`ui.size-${unit}`, { size });
}
