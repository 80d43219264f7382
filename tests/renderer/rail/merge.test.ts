import { describe, expect, test } from 'vitest';
import type { Entity } from '#data/model/entity.ts';
import { checkCase } from '#data/queries/check-case.ts';
import { mergeSteps } from '../../../renderer/rail/merge.ts';
import { seeded } from '../../data/operations/seed.ts';
import type { TestCase } from '../../data/operations/test-case.ts';

/** Merges actors of a case as the list does: all steps in one batch. */
function merge(one: TestCase, keepId: string, ...otherIds: string[]): void {
  const actor = (id: string): Entity => {
    const found = one.state.get('entity', id);
    if (!found) throw new Error(`${id} is there`);
    return found;
  };
  const operations = mergeSteps(actor(keepId), otherIds.map(actor), {
    relations: one.state.all('relation'),
    events: one.state.all('event'),
    claims: one.state.all('claim'),
    highlights: otherIds.flatMap((entity) => [...one.state.highlightsWith({ entity })]),
  });
  one.do('batch', { operations });
}

const problems = (one: TestCase) => [...checkCase(one.state)].flatMap((step) => step.problems);

describe('merging actors', () => {
  test('says everything of the one that was said of the others', () => {
    const one = seeded();
    one.do('relation.add', {
      id: 'r2',
      type: 'meets',
      from: 'beta',
      to: 'delta',
      evidence: ['h2'],
    });
    one.do('claim.update', {
      id: 'c1',
      attribution: { name: 'A paper', via: { entity: 'beta' } },
    });
    one.do('entity.update', { id: 'beta', note: 'Of beta.', attributes: { role: 'second' } });
    merge(one, 'gamma', 'beta', 'alpha');
    expect(one.state.get('entity', 'beta')).toBeUndefined();
    expect(one.state.get('entity', 'gamma')).toMatchObject({
      aliases: [
        { name: 'beta' },
        { name: 'The Second', evidence: 'h5' },
        { name: 'B.' },
        { name: 'alpha' },
      ],
      attributes: { role: 'second' },
      note: 'Of beta.',
    });
    expect(one.state.get('highlight', 'h1')?.entities).toEqual(['gamma']);
    expect(one.state.get('relation', 'r1')).toBeUndefined();
    expect(one.state.get('relation', 'r2')).toMatchObject({ from: 'gamma', to: 'delta' });
    expect(one.state.get('event', 'v1')).toMatchObject({
      place: 'gamma',
      participants: [{ entity: 'gamma', role: 'host' }],
    });
    expect(one.state.get('claim', 'c1')?.attribution).toEqual({
      name: 'A paper',
      via: { entity: 'gamma' },
    });
    expect(problems(one)).toEqual([]);
  });

  test('makes relations one that have become the same, with the evidence of both', () => {
    const one = seeded();
    one.do('relation.add', {
      id: 'r2',
      type: 'member',
      from: 'delta',
      to: 'beta',
      evidence: ['h5'],
    });
    one.do('relation.add', {
      id: 'r3',
      type: 'member',
      from: 'delta',
      to: 'beta',
      evidence: ['h5'],
      status: 'planned',
    });
    merge(one, 'delta', 'alpha');
    expect([...one.state.all('relation')].map(({ id }) => id)).toEqual(['r1', 'r3']);
    expect(one.state.get('relation', 'r1')).toMatchObject({
      from: 'delta',
      to: 'beta',
      evidence: ['h1', 'h2', 'h5'],
    });
    expect(problems(one)).toEqual([]);
  });

  test('is one step of undo', () => {
    const one = seeded();
    const before = one.bytes();
    merge(one, 'beta', 'alpha', 'delta');
    one.do('undo', {});
    const after = JSON.parse(one.bytes()) as { records: unknown };
    expect(after.records).toEqual((JSON.parse(before) as { records: unknown }).records);
  });

  test('leaves alone what does not name the others', () => {
    const one = seeded();
    const kept = one.state.get('claim', 'c2');
    merge(one, 'gamma', 'delta');
    expect(one.state.get('claim', 'c2')).toBe(kept);
    expect(one.state.get('relation', 'r1')?.from).toBe('alpha');
  });
});
