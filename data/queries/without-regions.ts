import type { Span } from '../text/finder.ts';

/**
 * What of some places lies outside every region: what is folded away is not found, suggested or counted
 * unless somebody asks for it. Both stand in order, regions do not overlap. Cost: one pass.
 */
export function withoutRegions<T extends Span>(spans: readonly T[], regions: readonly Span[]): T[] {
  if (regions.length === 0) return [...spans];
  let next = 0;
  return spans.filter(({ start, end }) => {
    while (next < regions.length && (regions[next]?.end ?? 0) <= start) next++;
    const region = regions[next];
    return region === undefined || region.start >= end;
  });
}

/** The region that an offset lies in. Regions stand in order and do not overlap. Cost: a binary search. */
export function regionAt<T extends Span>(regions: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  const found = regions[low];
  return found && found.start <= offset ? found : undefined;
}
