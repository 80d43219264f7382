import { describe, expect, test } from 'vitest';
import type { EntityType, Tag } from '#data/model/codebook.ts';
import type { Entity } from '#data/model/entity.ts';
import { entityRows } from '../../../renderer/rail/entity-rows.ts';
import { tagRows } from '../../../renderer/rail/tag-rows.ts';

const stored = {
  rev: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  by: 'Ada',
};

describe('tagRows', () => {
  const tag = (id: string, parent?: string): [string, Tag] => [
    id,
    { ...stored, id, name: id, ...(parent === undefined ? {} : { parent }) },
  ];
  const tags = new Map([
    tag('b'),
    tag('b2', 'b'),
    tag('b1', 'b'),
    tag('b1x', 'b1'),
    tag('a'),
    tag('lost', 'gone'),
  ]);
  const outline = (options: Partial<Parameters<typeof tagRows>[1]> = {}) =>
    tagRows(tags, { query: '', sort: 'codebook', closed: new Set(), ...options }).map(
      ({ id, depth }) => '-'.repeat(depth) + id,
    );

  test('is an outline in the order of the codebook', () => {
    expect(outline()).toEqual(['b', '-b2', '-b1', '--b1x', 'a', 'lost']);
  });

  test('can be sorted by name on every level', () => {
    expect(outline({ sort: 'name' })).toEqual(['a', 'b', '-b1', '--b1x', '-b2', 'lost']);
  });

  test('hides what is below a closed tag, unless something is looked for', () => {
    const closed = new Set(['b']);
    expect(outline({ closed })).toEqual(['b', 'a', 'lost']);
    expect(outline({ closed, query: '1x' })).toEqual(['b', '-b1', '--b1x']);
  });
});

describe('entityRows', () => {
  const types = ['state', 'person', 'place'].map((id): EntityType => ({
    ...stored,
    id,
    name: id,
    shape: 'ellipse',
    colour: '#000000',
  }));
  const actor = (id: string, type: string, ...aliases: string[]): Entity => ({
    ...stored,
    id,
    name: id,
    type,
    aliases: aliases.map((name) => ({ name })),
  });
  const entities = [
    actor('Pakistan', 'state'),
    actor('Ağa', 'person'),
    actor('China', 'state', 'PRC'),
  ];
  const list = (options: Partial<Parameters<typeof entityRows>[3]> = {}) =>
    entityRows(entities, types, (id) => (id === 'Pakistan' ? 7 : 0), {
      query: '',
      sort: 'name',
      closed: new Set(),
      ...options,
    }).map(({ id }) => id);

  test('groups actors under their types and leaves out empty ones', () => {
    expect(list()).toEqual([':state', 'China', 'Pakistan', ':person', 'Ağa']);
  });

  test('sorts by mentions', () => {
    expect(list({ sort: 'mentions' }).slice(0, 3)).toEqual([':state', 'Pakistan', 'China']);
  });

  test('finds other names, and without accents', () => {
    expect(list({ query: 'prc' })).toEqual([':state', 'China']);
    expect(list({ query: 'aga' })).toEqual([':person', 'Ağa']);
  });

  test('a closed type shows only its name', () => {
    expect(list({ closed: new Set(['state']) })).toEqual([':state', ':person', 'Ağa']);
  });
});
