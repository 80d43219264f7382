import fc from 'fast-check';
import type { TestCase } from './test-case.ts';

/** One operation to try, described so that it can be fitted to whatever the case holds by then. */
export interface Attempt {
  op: string;
  make: (one: TestCase) => unknown;
}

const small = fc.nat({ max: 9 });
const word = fc.constantFrom('Doubts', 'Ünïcode', 'Zwei Wörter', '新疆', 'Alpha');
const tags = fc.subarray(['doubt', 'deep-doubt', 'quote']);

/** Picks the id of an existing record; of none, an id that is not there. */
function pick(
  one: TestCase,
  kind:
    | 'entity'
    | 'document'
    | 'highlight'
    | 'relation'
    | 'event'
    | 'claim'
    | 'tag'
    | 'report'
    | 'region'
    | 'documentLink'
    | 'origin',
  index: number,
): string {
  const ids =
    kind === 'highlight'
      ? [...one.state.all('document')].flatMap(({ id }) =>
          [...one.state.highlightsOf(id)].map((mark) => mark.id),
        )
      : [...one.state.all(kind)].map(({ id }) => id);
  return ids.sort()[index % Math.max(1, ids.length)] ?? 'nobody';
}

const attempt = <T>(
  op: string,
  arbitrary: fc.Arbitrary<T>,
  make: (one: TestCase, given: T) => unknown,
): fc.Arbitrary<Attempt> => arbitrary.map((given) => ({ op, make: (one) => make(one, given) }));

const pair = fc.tuple(small, small);
const three = fc.tuple(small, small, small);

const adding = [
  attempt('entity.add', word, (_, name) => ({ type: 'person', name })),
  attempt('tag.add', fc.tuple(word, small), (one, [name, at]) => ({
    name,
    parent: pick(one, 'tag', at),
  })),
  attempt(
    'highlight.add',
    fc.tuple(small, fc.nat({ max: 50 }), small, tags),
    (one, [at, start, length, some]) => ({
      document: pick(one, 'document', at),
      start,
      end: start + length,
      tags: some,
      entity: pick(one, 'entity', at),
    }),
  ),
  attempt('relation.add', three, (one, [from, to, mark]) => ({
    type: 'meets',
    from: pick(one, 'entity', from),
    to: pick(one, 'entity', to),
    evidence: [pick(one, 'highlight', mark)],
  })),
  attempt('event.add', three, (one, [place, who, mark]) => ({
    type: 'meeting',
    place: pick(one, 'entity', place),
    participants: [{ entity: pick(one, 'entity', who) }],
    evidence: [pick(one, 'highlight', mark)],
  })),
  attempt('claim.add', three, (one, [by, mark, other]) => ({
    text: 'Somebody says so',
    attribution: { name: 'A paper', via: { entity: pick(one, 'entity', by) } },
    evidence: [pick(one, 'highlight', mark)],
    links: [{ kind: 'contradicts', claim: pick(one, 'claim', other) }],
  })),
  attempt('documentLink.add', pair, (one, [from, to]) => ({
    type: 'copy-of',
    from: pick(one, 'document', from),
    to: pick(one, 'document', to),
  })),
  attempt('origin.add', pair, (one, [first, other]) => ({
    name: 'Reuters',
    documents: [...new Set([pick(one, 'document', first), pick(one, 'document', other)])],
    reason: 'both say so',
  })),
  attempt('region.add', three, (one, [at, start, length]) => ({
    document: pick(one, 'document', at),
    start,
    end: start + length,
    kind: 'caption',
  })),
  attempt('report.add', word, (_, title) => ({ title })),
];
const updating = [
  attempt('case.update', word, (_, summary) => ({ summary })),
  attempt('entity.update', fc.tuple(small, word, small), (one, [at, name, mark]) => ({
    id: pick(one, 'entity', at),
    aliases: [{ name, evidence: pick(one, 'highlight', mark) }],
  })),
  attempt('tag.update', pair, (one, [at, parent]) => ({
    id: pick(one, 'tag', at),
    parent: pick(one, 'tag', parent),
  })),
  attempt('highlight.update', fc.tuple(small, tags, small), (one, [at, some, who]) => ({
    id: pick(one, 'highlight', at),
    tags: some,
    ...(who > 6
      ? { entity: null }
      : { entities: [pick(one, 'entity', who), pick(one, 'entity', at)] }),
  })),
  attempt('relation.update', pair, (one, [at, to]) => ({
    id: pick(one, 'relation', at),
    to: pick(one, 'entity', to),
    status: 'ended',
  })),
  attempt('document.update', fc.tuple(small, word), (one, [at, author]) => ({
    id: pick(one, 'document', at),
    author,
  })),
  attempt('document.reanchor', three, (one, [at, to, start]) => {
    const id = pick(one, 'document', at);
    const [first] = [...one.state.highlightsOf(id)];
    const found = first && { highlight: first.id, state: 'moved', score: 1, start, end: start + 2 };
    const link = `l-${one.journal.length}`;
    return { id, to: pick(one, 'document', to), link, anchors: found ? [found] : [] };
  }),
  attempt('highlight.reanchor', three, (one, [at, start, how]) => ({
    id: pick(one, 'highlight', at),
    ...(how > 6 ? { stays: true } : how > 2 && { start, end: start + 3 }),
  })),
  attempt('region.update', pair, (one, [at, end]) => ({ id: pick(one, 'region', at), end })),
  attempt('position.set', three, (one, [at, x, y]) => ({
    positions: [{ entity: pick(one, 'entity', at), x, y }],
  })),
];
const removing = (
  [
    'entity',
    'highlight',
    'relation',
    'event',
    'claim',
    'tag',
    'document',
    'report',
    'region',
    'documentLink',
    'origin',
  ] as const
).map((kind) =>
  attempt(`${kind}.remove`, fc.tuple(small, fc.boolean()), (one, [at, cascade]) => ({
    id: pick(one, kind, at),
    ...(kind === 'entity' || kind === 'highlight' ? { cascade } : {}),
  })),
);

/** Any operation on records that may or may not be there; some will be refused. */
export const anyAttempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(...adding) },
  { weight: 2, arbitrary: fc.oneof(...updating) },
  { weight: 2, arbitrary: fc.oneof(...removing) },
);

/** Steps through the history. */
export const historyStep: fc.Arbitrary<Attempt> = fc.oneof(
  fc.constant<Attempt>({ op: 'undo', make: () => ({}) }),
  fc.constant<Attempt>({ op: 'redo', make: () => ({}) }),
  small.map((back): Attempt => ({
    op: 'undo',
    make: (one) => ({ to: Math.max(1, one.journal.length - back) }),
  })),
);
