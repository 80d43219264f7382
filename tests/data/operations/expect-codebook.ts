import { expect } from 'vitest';
import type { ExpectationTable } from './expectations.ts';
import { codebook } from './seed.ts';

const look = { shape: 'ellipse', colour: '#010203' };

/** The case itself and its codebook. */
export const expectCodebook: ExpectationTable = {
  'case.create': {
    works: [],
    refuses: [
      [{ uid: 'u2', title: 'Again', codebook }, 'case-exists'],
      [{ uid: 'u2', title: '', codebook }, 'invalid-input'],
      [{ uid: 'u2', title: 'No codebook' }, 'invalid-input'],
    ],
  },
  // What it does is not taken back, see upgrade.test.ts.
  'case.upgrade': {
    works: [],
    refuses: [
      [{ from: 1 }, 'invalid-input'],
      [{ from: 0, to: 2 }, 'invalid-input'],
    ],
  },
  'case.update': {
    works: [
      {
        input: { title: 'Renamed', summary: 'Long\nwords', marking: 'AMBER+STRICT' },
        then: ({ state }) =>
          expect(state.get('case', 'case')).toMatchObject({
            uid: 'u1',
            title: 'Renamed',
            summary: 'Long\nwords',
            marking: 'AMBER+STRICT',
            rev: 2,
          }),
      },
      {
        input: { summary: null },
        then: ({ state }) => expect(state.get('case', 'case')).not.toHaveProperty('summary'),
      },
    ],
    refuses: [
      [{ title: null }, 'invalid-input'],
      [{ marking: 'SECRET' }, 'invalid-input'],
      [{ uid: 'other' }, 'invalid-input'],
    ],
  },
  'tag.add': {
    works: [
      {
        input: { name: 'Top' },
        then: ({ state }, id) =>
          expect(state.get('tag', id)).toMatchObject({ name: 'Top', rev: 1 }),
      },
      {
        input: {
          id: 'own',
          name: 'Below',
          parent: 'doubt',
          colour: '#ABCDEF',
          key: '7',
          description: 'x',
        },
        then: ({ state }) =>
          expect(state.get('tag', 'own')).toMatchObject({
            parent: 'doubt',
            colour: '#ABCDEF',
            key: '7',
          }),
      },
    ],
    refuses: [
      [{}, 'invalid-input'],
      [{ name: 'two\nlines' }, 'invalid-input'],
      [{ name: 'x', colour: 'red' }, 'invalid-input'],
      [{ name: 'x', key: '??' }, 'invalid-input'],
      [{ name: 'x', unknown: 1 }, 'invalid-input'],
      [{ name: 'x', parent: 'nobody' }, 'unknown-id'],
      [{ name: 'x', parent: 'alpha' }, 'unknown-id'],
      [{ name: 'x', id: 'doubt' }, 'duplicate-id'],
      [{ name: 'x', id: 'alpha' }, 'duplicate-id'],
      [{ name: 'x', id: 'h1' }, 'duplicate-id'],
      [{ name: 'x', id: 'not an id' }, 'invalid-input'],
      [{ name: 'x', id: 'own', parent: 'own' }, 'unknown-id'],
      [{ name: ' doubts ' }, 'duplicate-name'],
      [{ name: 'DEEP\u00a0doubts', parent: 'doubt' }, 'duplicate-name'],
      [{ name: 'Doubts\u200b' }, 'duplicate-name'],
      [{ name: '\u200b' }, 'invalid-input'],
      [{ name: 'half \ud83d pair' }, 'invalid-input'],
      [{ name: 'x', description: 'half \ud83d pair' }, 'invalid-input'],
    ],
  },
  'tag.update': {
    works: [
      {
        input: { id: 'deep-doubt', name: 'Deeper', parent: null, colour: null, key: 'd' },
        then: ({ state }) => {
          expect(state.get('tag', 'deep-doubt')).toMatchObject({
            name: 'Deeper',
            key: 'd',
            rev: 2,
          });
          expect(state.get('tag', 'deep-doubt')).not.toHaveProperty('parent');
          expect(state.get('tag', 'deep-doubt')).not.toHaveProperty('colour');
        },
      },
      {
        input: { id: 'doubt', name: 'DOUBTS' },
        then: ({ state }) => expect(state.get('tag', 'doubt')?.name).toBe('DOUBTS'),
      },
      {
        input: { id: 'quote', name: 'Doubts', parent: 'deep-doubt' },
        then: ({ state }) => expect(state.get('tag', 'quote')?.name).toBe('Doubts'),
      },
      {
        input: { id: 'quote', parent: 'deep-doubt' },
        then: ({ state }) => expect(state.get('tag', 'quote')?.parent).toBe('deep-doubt'),
      },
    ],
    refuses: [
      [{ id: 'nobody', name: 'x' }, 'unknown-id'],
      [{ id: 'quote', parent: 'nobody' }, 'unknown-id'],
      [{ id: 'doubt', parent: 'doubt' }, 'invalid-input'],
      [{ id: 'doubt', parent: 'deep-doubt' }, 'invalid-input'],
      [{ id: 'doubt', name: null }, 'invalid-input'],
      [{ id: 'quote', name: 'doubts' }, 'duplicate-name'],
      [{ id: 'quote', name: 'deep DOUBTS', parent: 'doubt' }, 'duplicate-name'],
      [{ name: 'no id' }, 'invalid-input'],
    ],
  },
  'tag.remove': {
    works: [
      {
        input: { id: 'quote' },
        then: ({ state }) => {
          expect(state.get('tag', 'quote')).toBeUndefined();
          expect(state.get('highlight', 'h3')?.tags).toEqual(['doubt']);
        },
      },
    ],
    refuses: [
      [{ id: 'doubt' }, 'in-use'],
      [{ id: 'nobody' }, 'unknown-id'],
      [{}, 'invalid-input'],
    ],
  },
  'entityType.add': {
    works: [
      {
        input: { name: 'Place', plural: 'Places', icon: 'pin', ...look },
        then: ({ state }, id) =>
          expect(state.get('entityType', id)).toMatchObject({ plural: 'Places' }),
      },
    ],
    refuses: [
      [{ name: 'No look' }, 'invalid-input'],
      [{ name: 'x', ...look, id: 'person' }, 'duplicate-id'],
      [{ name: 'person', ...look }, 'duplicate-name'],
      [{ name: 'x', ...look, key: 'P' }, 'duplicate-name'],
    ],
  },
  'entityType.update': {
    works: [
      {
        input: { id: 'person', name: 'Human', key: null, colourDark: '#000000' },
        then: ({ state }) => {
          expect(state.get('entityType', 'person')).toMatchObject({
            name: 'Human',
            colourDark: '#000000',
          });
          expect(state.get('entityType', 'person')).not.toHaveProperty('key');
        },
      },
    ],
    refuses: [
      [{ id: 'nobody', name: 'x' }, 'unknown-id'],
      [{ id: 'person', colour: 'blue' }, 'invalid-input'],
      [{ id: 'person', name: 'STATE' }, 'duplicate-name'],
      [{ id: 'state', key: 'p' }, 'duplicate-name'],
      [{ id: 'person', colour: null }, 'invalid-input'],
    ],
  },
  'entityType.remove': {
    works: [
      {
        input: { id: 'unused-type' },
        then: ({ state }) => expect(state.get('entityType', 'unused-type')).toBeUndefined(),
      },
    ],
    refuses: [
      [{ id: 'person' }, 'in-use'],
      [{ id: 'nobody' }, 'unknown-id'],
      [{ id: '' }, 'invalid-input'],
    ],
  },
  'relationType.add': {
    works: [
      {
        input: { name: 'borders', directed: false, colour: '#010203' },
        then: ({ state }, id) =>
          expect(state.get('relationType', id)).toMatchObject({ directed: false }),
      },
    ],
    refuses: [
      [{ name: 'borders', colour: '#010203' }, 'invalid-input'],
      [{ name: 'x', directed: true, colour: '#010203', id: 'member' }, 'duplicate-id'],
    ],
  },
  'relationType.update': {
    works: [
      {
        input: { id: 'member', inverse: null, directed: false },
        then: ({ state }) => {
          expect(state.get('relationType', 'member')).toMatchObject({ directed: false, rev: 2 });
          expect(state.get('relationType', 'member')).not.toHaveProperty('inverse');
        },
      },
    ],
    refuses: [
      [{ id: 'nobody', name: 'x' }, 'unknown-id'],
      [{ id: 'member', directed: 'yes' }, 'invalid-input'],
    ],
  },
  'relationType.remove': {
    works: [
      {
        input: { id: 'meets' },
        then: ({ state }) => expect(state.get('relationType', 'meets')).toBeUndefined(),
      },
    ],
    refuses: [
      [{ id: 'member' }, 'in-use'],
      [{ id: 'nobody' }, 'unknown-id'],
      [{}, 'invalid-input'],
    ],
  },
};
