/**
 * A table of numbers by id as a map: ids like `constructor` are ids. By key and not by entry, which
 * would make ten thousand little arrays when a large case is opened.
 */
export function mapOf(plain: Readonly<Record<string, number>>): Map<string, number> {
  const map = new Map<string, number>();
  for (const id of Object.keys(plain)) map.set(id, plain[id] as number);
  return map;
}
