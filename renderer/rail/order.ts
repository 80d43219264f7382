import { fold } from '#data/text/fold.ts';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Compares as people sort names: accents and case last, numbers by value. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Whether any of the texts contains what was typed; nothing typed matches all. */
export function matches(query: string, ...texts: (string | undefined)[]): boolean {
  const wanted = fold(query);
  return wanted === '' || texts.some((text) => text !== undefined && fold(text).includes(wanted));
}
