import { describe, expect, test } from 'vitest';
import type { Highlight } from '#data/model/highlight.ts';
import type { Relation } from '#data/model/relation.ts';
import { coMentions } from '../../../renderer/inspector/co-mentions.ts';
import { dateHint, understandDate } from '../../../renderer/ui/understand-date.ts';
import { readFrom, relationGroups } from '../../../renderer/inspector/relation-groups.ts';
import { fromVoices, toVoices } from '../../../renderer/inspector/voices.ts';
import { relationType } from '../network/networks.ts';

const stored = {
  rev: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  by: 'Ada',
};

const mark = (id: string, document: string, start: number): Highlight => ({
  ...stored,
  id,
  document,
  start,
  end: start + 5,
  quote: 'words',
  prefix: '',
  suffix: '',
  tags: [],
  entities: [],
});

describe('places that name two actors', () => {
  const a = [mark('a1', 'd1', 0), mark('a2', 'd1', 2000), mark('a3', 'd2', 10)];
  const b = [mark('b1', 'd1', 60), mark('b2', 'd1', 2400), mark('b3', 'd3', 0)];

  test('are found within documents, the nearest first', () => {
    const found = coMentions(a, b);
    expect(found.map(({ marks }) => marks.map(({ id }) => id).join())).toEqual(['a1,b1', 'a2,b2']);
    expect(found.map(({ distance }) => distance)).toEqual([55, 395]);
    expect(found[0]?.distance).toBe(55);
  });

  test('are in reading order whoever is asked first', () => {
    expect(coMentions(b, a)).toEqual(coMentions(a, b));
  });

  test('are none without a shared document', () => {
    expect(coMentions([mark('x', 'd9', 0)], b)).toEqual([]);
    expect(coMentions([], b)).toEqual([]);
  });
});

describe('relations of an actor', () => {
  const types = new Map(
    [
      relationType('member', { name: 'member of', inverse: 'has member' }),
      relationType('meets', { name: 'meets', directed: false }),
      relationType('leads', { name: 'leads' }),
    ].map((type) => [type.id, type]),
  );
  const relation = (id: string, from: string, type: string, to: string): Relation => ({
    ...stored,
    id,
    type,
    from,
    to,
    evidence: ['m'],
    status: 'asserted',
  });
  const relations = [
    relation('r1', 'zoe', 'meets', 'sco'),
    relation('r2', 'china', 'member', 'sco'),
    relation('r3', 'sco', 'meets', 'amy'),
    relation('r4', 'sco', 'member', 'un'),
    relation('r5', 'china', 'member', 'un'),
  ];

  test('are grouped as they read from the actor, in the order of the codebook', () => {
    const groups = relationGroups('sco', relations, types, (id) => id);
    expect(groups.map(({ label, links }) => [label, ...links.map(({ other }) => other)])).toEqual([
      ['has member', 'china'],
      ['member of', 'un'],
      ['meets', 'amy', 'zoe'],
    ]);
  });

  test('read backwards even where the codebook has no word for it', () => {
    expect(readFrom(relation('r', 'xi', 'leads', 'china'), 'china', types.get('leads'))).toBe(
      'leads (from the other)',
    );
    expect(readFrom(relation('r', 'xi', 'gone', 'china'), 'xi', undefined)).toBe('gone');
  });
});

describe('voices', () => {
  test('make an attribution and come back from it', () => {
    const voices = [{ entity: 'paper' }, { name: 'officials' }, { entity: 'service' }];
    expect(fromVoices(voices)).toEqual({
      entity: 'paper',
      via: { name: 'officials', via: { entity: 'service' } },
    });
    expect(toVoices(fromVoices(voices) ?? undefined)).toEqual(voices);
    expect(fromVoices([])).toBeNull();
  });
});

describe('dates in fields', () => {
  const understand = understandDate('event');

  test('are understood as people write them, and what was understood is said', () => {
    expect(understand('2016-08')).toEqual({ value: '2016-08', hint: 'August 2016' });
    expect(understand('3rd of august 2016')).toEqual({
      value: '2016-08-03',
      hint: '3 August 2016',
    });
    expect(understand('since 2016')).toEqual({ value: '2016/..', hint: 'after 2016' });
    expect(understandDate('state')('2016/..')).toMatchObject({ hint: 'since 2016' });
  });

  test('are asked about when two days may be meant', () => {
    expect(understand('3/4/2016')).toEqual({
      wrong: 'Which day is it?',
      choices: [
        { value: '2016-04-03', words: '3 April 2016' },
        { value: '2016-03-04', words: '4 March 2016' },
      ],
    });
  });

  test('are refused with what is wrong with them', () => {
    expect(understand('next Tuesday')).toEqual({
      wrong: 'Not a date as in 3 August 2016, Aug 2016, 2016–2020, about 2015 or since 2016.',
    });
    expect(understand('30 February 2016').wrong).toBe('There is no 2016-02-30.');
  });

  test('are explained in words where that says more', () => {
    expect(dateHint('2016-08-03/..', 'state')).toEqual({ hint: 'since 3 August 2016' });
    expect(dateHint('1992', 'event')).toEqual({});
    expect(dateHint(undefined, 'event')).toEqual({});
  });
});
