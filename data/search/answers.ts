import type { Highlight } from '../model/highlight.ts';
import type { Span } from '../text/finder.ts';
import type { SearchedText } from './hits.ts';
import type { Plan } from './plan.ts';
import type { Filter } from './query.ts';

/** Who knows which highlights of a document fit a filter. */
export interface MarkFacts {
  /** Undefined for a filter that is not about highlights. */
  marksOf(filter: Filter, document: string): Pick<Highlight, 'start' | 'end'>[] | undefined;
}

/**
 * Where a document answers a search in which nothing is looked for in words: its highlights that fit all
 * filters about highlights, else those that fit one; or its regions of the kind that is asked for. None: it
 * answers as a whole.
 */
export function answeringSpans(
  facts: MarkFacts,
  { filters, where }: Plan,
  document: string,
  { regions }: SearchedText,
): Span[] {
  const asked = filters.flatMap((filter) => facts.marksOf(filter, document) ?? []);
  const about = filters.filter((filter) => facts.marksOf(filter, document) !== undefined).length;
  const fitting = new Map<string, { span: Span; times: number }>();
  for (const { start, end } of asked) {
    if (start === end) continue;
    const key = `${start}:${end}`;
    const { times } = fitting.get(key) ?? { times: 0 };
    fitting.set(key, { span: { start, end }, times: times + 1 });
  }
  const all = [...fitting.values()];
  const every = all.filter(({ times }) => times >= about);
  const spans = (every.length > 0 ? every : all).map(({ span }) => span);
  const kept = spans.length > 0 ? spans : regions.filter((one) => one.kind === where);
  return kept
    .map(({ start, end }) => ({ start, end }))
    .sort((one, other) => one.start - other.start || one.end - other.end);
}
