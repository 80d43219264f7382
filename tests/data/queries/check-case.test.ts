import { describe, expect, it } from 'vitest';
import type { Highlight } from '#data/model/highlight.ts';
import type { Kind, RecordOf, ResidentKind } from '#data/model/records.ts';
import { checkCase } from '#data/queries/check-case.ts';
import type { TestCase } from '../operations/test-case.ts';
import { seeded } from '../operations/seed.ts';

/** All problems as `check where: message`, and how much was checked. */
function check({ state }: TestCase) {
  const steps = [...checkCase(state)];
  const sum = (key: 'quotes' | 'references') => steps.reduce((all, step) => all + step[key], 0);
  const problems = steps.flatMap((step) => step.problems);
  return {
    quotes: sum('quotes'),
    references: sum('references'),
    problems: problems.map(({ check: what, where, message }) => `${what} ${where}: ${message}`),
  };
}

/** Damages a record behind the operations' back. */
function damage<K extends Kind>(one: TestCase, kind: K, id: string, patch: Partial<RecordOf<K>>) {
  const before = one.state.get(kind, id);
  if (!before) throw new Error(`no ${kind} ${id}`);
  const after = { ...before, ...patch };
  if (kind === 'highlight') one.state.highlights.apply(before as Highlight, after as Highlight);
  else one.state.put(kind, id, after as RecordOf<ResidentKind>);
}

describe('checking a case', () => {
  it('finds nothing wrong with a sound case, and says how much it looked at', () => {
    expect(check(seeded())).toEqual({ quotes: 5, references: 31, problems: [] });
  });

  it('works in steps of at most 10 records, then one for each document', () => {
    const one = seeded();
    const before = [...checkCase(one.state)].length;
    const entity = [...one.state.all('entity')][0];
    if (!entity) throw new Error('no entity');
    const missing = 24 - one.state.size('entity');
    for (let n = 0; n < missing; n++) {
      one.state.put('entity', `more-${n}`, { ...entity, id: `more-${n}` });
    }
    expect([...checkCase(one.state)]).toHaveLength(before + 2);
  });

  it('meets every quote in the step of its document', () => {
    const quotes = [...checkCase(seeded().state)].map((step) => step.quotes);
    expect(quotes.slice(-2)).toEqual([3, 2]);
    expect(quotes.slice(0, -2).every((count) => count === 0)).toBe(true);
  });

  it.each([
    [{ quote: 'Alpho' }, 'The words at 0-5 are not those of the quote.'],
    [{ end: 500 }, 'The range 0-500 is not a piece of the text (50 characters).'],
    [{ start: 5 }, 'The range 5-5 is not a piece of the text (50 characters).'],
    [{ prefix: 'x' }, 'The words before 0 are not those kept with the quote.'],
    [{ suffix: 'x' }, 'The words after 5 are not those kept with the quote.'],
  ])('finds a highlight that was tampered with: %o', (patch, message) => {
    const one = seeded();
    damage(one, 'highlight', 'h1', patch);
    expect(check(one).problems).toEqual([`quote h1: ${message}`]);
  });

  it('finds a text of another length', () => {
    const one = seeded();
    const text = one.state.get('document', 'd2')?.text;
    if (!text) throw new Error('d2 has a text');
    damage(one, 'document', 'd2', { text: { ...text, length: 7 } });
    expect(check(one).problems).toEqual([
      'text d2: The text of “Title of d2” has 40 characters; the record says 7.',
    ]);
  });

  it('names a text that cannot be read once, not for every quote', () => {
    const one = seeded();
    one.texts.clear();
    const problems = check(one).problems.filter((line) => line.startsWith('text'));
    expect(problems).toHaveLength(2);
  });

  it.each([
    ['relation', 'r1', { from: 'ghost' }, 'from', 'entity'],
    ['relation', 'r1', { type: 'ghost' }, 'type', 'relationType'],
    ['relation', 'r1', { evidence: ['ghost'] }, 'evidence', 'highlight'],
    ['event', 'v1', { place: 'ghost' }, 'place', 'entity'],
    ['event', 'v1', { participants: [{ entity: 'ghost' }] }, 'participants', 'entity'],
    ['claim', 'c2', { links: [{ kind: 'contradicts', claim: 'ghost' }] }, 'links', 'claim'],
    [
      'claim',
      'c1',
      { attribution: { name: 'a', via: { entity: 'ghost' } } },
      'attribution',
      'entity',
    ],
    ['entity', 'alpha', { type: 'ghost' }, 'type', 'entityType'],
    ['entity', 'alpha', { aliases: [{ name: 'a', evidence: 'ghost' }] }, 'aliases', 'highlight'],
    ['highlight', 'h4', { tags: ['ghost'] }, 'tags', 'tag'],
    ['highlight', 'h4', { entities: ['ghost'] }, 'entities', 'entity'],
    ['region', 'd2~0', { document: 'ghost' }, 'document', 'document'],
    ['tag', 'quote', { parent: 'ghost' }, 'parent', 'tag'],
  ] as const)(
    'finds a reference of a %s (%s) that leads nowhere: %o',
    (kind, id, patch, field, to) => {
      const one = seeded();
      damage(one, kind, id, patch as Partial<RecordOf<typeof kind>>);
      expect(check(one).problems).toEqual([
        `reference ${id}: The ${field} of this ${kind} names the ${to} ghost, which is not in the case.`,
      ]);
    },
  );

  it('does not take a record of another kind for the right one', () => {
    const one = seeded();
    damage(one, 'relation', 'r1', { from: 'h1' });
    expect(check(one).problems).toEqual([
      'reference r1: The from of this relation names the entity h1, which is not in the case.',
    ]);
  });

  it('finds tags that are their own ancestors', () => {
    const one = seeded();
    damage(one, 'tag', 'doubt', { parent: 'deep-doubt' });
    expect(check(one).problems).toEqual([
      'reference doubt: The tag “Doubts” is its own ancestor.',
      'reference deep-doubt: The tag “Deep doubts” is its own ancestor.',
    ]);
  });

  it('misses the record of the case', () => {
    const one = seeded();
    one.state.put('case', 'case', null);
    expect(check(one).problems).toEqual(['reference case: The record of the case is missing.']);
  });
});
