import type { Highlight } from '#data/model/highlight.ts';

/** Two highlights of one document that name two actors. */
export interface CoMention {
  document: string;
  /** In reading order; the same highlight twice when one carries both. */
  marks: readonly [Highlight, Highlight];
  /** Code units between them; 0 when they touch or overlap. */
  distance: number;
}

/**
 * Where two actors are named near each other: possible evidence of a relation, the nearest first. Each
 * mention of the first actor is paired with the nearest of the second in its document, and the other
 * way round. Cost: mentions squared within each document.
 */
export function coMentions(a: readonly Highlight[], b: readonly Highlight[]): CoMention[] {
  const found = new Map<string, CoMention>();
  for (const [one, others] of [...paired(a, b), ...paired(b, a)]) {
    const near = nearest(one, others);
    if (near) found.set(`${near.marks[0].id} ${near.marks[1].id}`, near);
  }
  return [...found.values()].sort(
    (x, y) => x.distance - y.distance || x.marks[0].start - y.marks[0].start,
  );
}

function paired(
  some: readonly Highlight[],
  others: readonly Highlight[],
): [Highlight, Highlight[]][] {
  return some.map((one) => [one, others.filter(({ document }) => document === one.document)]);
}

function nearest(one: Highlight, others: readonly Highlight[]): CoMention | undefined {
  let best: CoMention | undefined;
  for (const other of others) {
    const [first, second] = other.start < one.start ? [other, one] : [one, other];
    const distance = Math.max(0, second.start - first.end);
    if (best && best.distance <= distance) continue;
    best = { document: one.document, marks: [first, second], distance };
  }
  return best;
}
