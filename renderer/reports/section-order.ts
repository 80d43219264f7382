/**
 * The order in which all sections are shown: those of a stored report as it has them, each of the
 * others behind the one that usually stands before it. Stored ids that are gone are left out.
 */
export function orderOf(usual: readonly string[], stored: readonly string[] = []): string[] {
  const order = [...new Set(stored)].filter((id) => usual.includes(id));
  usual.forEach((id, index) => {
    if (order.includes(id)) return;
    const before = usual.slice(0, index).findLast((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}

/** The same with one section at another place; a place beyond an end is that end. */
export function moved(order: readonly string[], id: string, to: number): string[] {
  const others = order.filter((other) => other !== id);
  if (others.length === order.length) return others;
  others.splice(Math.max(0, Math.min(others.length, to)), 0, id);
  return others;
}
