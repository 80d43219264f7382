import type { CaseEvent } from '#data/model/event.ts';
import { orderOf } from '#data/queries/edtf-order.ts';

/** Orders events by the earliest day they may mean, “until” ones by their end; what the texts do not date stands last. */
export function byDate(a: CaseEvent, b: CaseEvent): number {
  const from = keyOf(a);
  const to = keyOf(b);
  return from < to ? -1 : from > to ? 1 : 0;
}

function keyOf({ date }: CaseEvent): string {
  return date === undefined ? '~' : orderOf(date);
}
