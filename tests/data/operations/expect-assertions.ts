import { expect } from 'vitest';
import type { ExpectationTable } from './expectations.ts';

const evidence = ['h1'];
const link = { type: 'member', from: 'alpha', to: 'gamma', evidence };

/** Actors, relations and events. */
export const expectAssertions: ExpectationTable = {
  'entity.add': {
    works: [
      {
        input: {
          type: 'PERSON',
          name: 'Epsilon',
          aliases: ['E.', 'E.', { name: 'Eps', evidence: 'h1' }],
          attributes: { role: 'chief' },
        },
        then: ({ state }, id) =>
          expect(state.get('entity', id)).toMatchObject({
            type: 'person',
            name: 'Epsilon',
            aliases: [{ name: 'E.' }, { name: 'Eps', evidence: 'h1' }],
            attributes: { role: 'chief' },
          }),
      },
      {
        input: { id: 'own', type: 'state', name: ' padded ' },
        then: ({ state }) =>
          expect(state.get('entity', 'own')).toMatchObject({ name: 'padded', aliases: [] }),
      },
    ],
    refuses: [
      [{ type: 'nothing', name: 'x' }, 'unknown-id'],
      [{ type: 'person', name: 'x', aliases: [{ name: 'y', evidence: 'nobody' }] }, 'unknown-id'],
      [{ type: 'person', name: 'x', id: 'alpha' }, 'duplicate-id'],
      [{ type: 'person', name: 'x', id: 'c1' }, 'duplicate-id'],
      [{ type: 'person' }, 'invalid-input'],
      [{ name: 'x' }, 'invalid-input'],
      [{ type: 'person', name: '   ' }, 'invalid-input'],
      [{ type: 'person', name: 'x'.repeat(501) }, 'invalid-input'],
      [null, 'invalid-input'],
      ['alpha', 'invalid-input'],
    ],
  },
  'entity.update': {
    works: [
      {
        input: { id: 'alpha', type: 'State', name: 'Alpha II', aliases: [], note: 'x' },
        then: ({ state }) =>
          expect(state.get('entity', 'alpha')).toMatchObject({
            type: 'state',
            name: 'Alpha II',
            note: 'x',
            rev: 2,
          }),
      },
    ],
    refuses: [
      [{ id: 'nobody', name: 'x' }, 'unknown-id'],
      [{ id: 'alpha', type: 'nothing' }, 'unknown-id'],
      [{ id: 'alpha', aliases: [{ name: 'y', evidence: 'alpha' }] }, 'unknown-id'],
      [{ id: 'alpha', name: null }, 'invalid-input'],
    ],
  },
  'entity.remove': {
    works: [
      {
        input: { id: 'delta' },
        then: ({ state }) => expect(state.get('entity', 'delta')).toBeUndefined(),
      },
      {
        input: { id: 'alpha', cascade: true },
        then: ({ state }) => {
          expect(state.get('relation', 'r1')).toBeUndefined();
          expect(state.get('event', 'v1')?.participants).toEqual([{ entity: 'beta' }]);
          expect(state.get('highlight', 'h1')).not.toHaveProperty('entity');
          expect(state.get('position', '@alpha')).toBeUndefined();
        },
      },
      {
        input: { id: 'beta', cascade: true },
        then: ({ state }) => {
          expect(state.get('claim', 'c1')).toBeUndefined();
          expect(state.get('claim', 'c2')?.links).toEqual([]);
        },
      },
      {
        input: { id: 'gamma', cascade: true },
        then: ({ state }) => expect(state.get('event', 'v1')).not.toHaveProperty('place'),
      },
    ],
    refuses: [
      [{ id: 'alpha' }, 'in-use'],
      [{ id: 'beta' }, 'in-use'],
      [{ id: 'gamma' }, 'in-use'],
      [{ id: 'nobody' }, 'unknown-id'],
      [{}, 'invalid-input'],
    ],
  },
  'relation.add': {
    works: [
      {
        input: link,
        then: ({ state }, id) =>
          expect(state.get('relation', id)).toMatchObject({ ...link, status: 'asserted' }),
      },
      {
        input: { ...link, type: 'Member-Of', period: '2016/..', status: 'disputed', note: 'n' },
        then: ({ state }, id) =>
          expect(state.get('relation', id)).toMatchObject({
            type: 'member',
            period: '2016/..',
            status: 'disputed',
          }),
      },
    ],
    refuses: [
      [{ ...link, evidence: [] }, 'invalid-input'],
      [{ ...link, evidence: ['h1', 'h1'] }, 'invalid-input'],
      [{ ...link, evidence: undefined }, 'invalid-input'],
      [{ ...link, evidence: ['nobody'] }, 'unknown-id'],
      [{ ...link, evidence: ['alpha'] }, 'unknown-id'],
      [{ ...link, type: 'likes' }, 'unknown-id'],
      [{ ...link, from: 'nobody' }, 'unknown-id'],
      [{ ...link, to: 'nobody' }, 'unknown-id'],
      [{ ...link, to: 'alpha' }, 'invalid-input'],
      [{ ...link, period: 'last year' }, 'invalid-input'],
      [{ ...link, status: 'maybe' }, 'invalid-input'],
      [{ ...link, id: 'r1' }, 'duplicate-id'],
    ],
  },
  'relation.update': {
    works: [
      {
        input: {
          id: 'r1',
          type: 'meets',
          to: 'gamma',
          evidence: ['h4'],
          period: '2021',
          status: 'ended',
        },
        then: ({ state }) =>
          expect(state.get('relation', 'r1')).toMatchObject({
            type: 'meets',
            from: 'alpha',
            to: 'gamma',
            evidence: ['h4'],
          }),
      },
    ],
    refuses: [
      [{ id: 'nobody' }, 'unknown-id'],
      [{ id: 'r1', to: 'alpha' }, 'invalid-input'],
      [{ id: 'r1', to: 'nobody' }, 'unknown-id'],
      [{ id: 'r1', type: 'likes' }, 'unknown-id'],
      [{ id: 'r1', evidence: [] }, 'invalid-input'],
      [{ id: 'r1', evidence: ['nobody'] }, 'unknown-id'],
      [{ id: 'r1', status: null }, 'invalid-input'],
    ],
  },
  'relation.remove': {
    works: [
      {
        input: { id: 'r1' },
        then: ({ state }) => {
          expect(state.get('relation', 'r1')).toBeUndefined();
          expect(state.get('highlight', 'h2')).toBeDefined();
        },
      },
    ],
    refuses: [
      [{ id: 'nobody' }, 'unknown-id'],
      [{ id: 'alpha' }, 'unknown-id'],
      [{}, 'invalid-input'],
    ],
  },
  'event.add': {
    works: [
      {
        input: {
          type: 'attack',
          title: 'An attack',
          date: '201X',
          place: 'gamma',
          participants: [{ entity: 'beta' }],
          evidence,
        },
        then: ({ state }, id) =>
          expect(state.get('event', id)).toMatchObject({
            date: '201X',
            place: 'gamma',
            participants: [{ entity: 'beta' }],
          }),
      },
      {
        input: { type: 'attack', evidence },
        then: ({ state }, id) => expect(state.get('event', id)?.participants).toEqual([]),
      },
      {
        // Scripts may give the actor alone.
        input: {
          type: 'attack',
          evidence,
          participants: ['beta', { entity: 'alpha', role: 'host' }],
        },
        then: ({ state }, id) =>
          expect(state.get('event', id)?.participants).toEqual([
            { entity: 'beta' },
            { entity: 'alpha', role: 'host' },
          ]),
      },
    ],
    refuses: [
      [{ type: 'attack' }, 'invalid-input'],
      [{ type: 'attack', evidence: [] }, 'invalid-input'],
      [{ type: 'attack', evidence, date: 'Thursday' }, 'invalid-input'],
      [{ type: 'attack', evidence, place: 'nowhere' }, 'unknown-id'],
      [{ type: 'attack', evidence, participants: [{ entity: 'nobody' }] }, 'unknown-id'],
      [{ type: 'attack', evidence: ['nobody'] }, 'unknown-id'],
      [{ type: 'attack', evidence, id: 'v1' }, 'duplicate-id'],
    ],
  },
  'event.update': {
    works: [
      {
        input: {
          id: 'v1',
          type: 'summit',
          date: null,
          place: null,
          participants: [],
          evidence: ['h4'],
        },
        then: ({ state }) => {
          expect(state.get('event', 'v1')).toMatchObject({
            type: 'summit',
            participants: [],
            evidence: ['h4'],
          });
          expect(state.get('event', 'v1')).not.toHaveProperty('date');
          expect(state.get('event', 'v1')).not.toHaveProperty('place');
        },
      },
    ],
    refuses: [
      [{ id: 'nobody' }, 'unknown-id'],
      [{ id: 'v1', place: 'nowhere' }, 'unknown-id'],
      [{ id: 'v1', participants: [{ entity: 'nobody' }] }, 'unknown-id'],
      [{ id: 'v1', participants: ['nobody'] }, 'unknown-id'],
      [{ id: 'v1', evidence: ['nobody'] }, 'unknown-id'],
      [{ id: 'v1', evidence: null }, 'invalid-input'],
    ],
  },
  'event.remove': {
    works: [
      {
        input: { id: 'v1' },
        then: ({ state }) => expect(state.get('event', 'v1')).toBeUndefined(),
      },
    ],
    refuses: [
      [{ id: 'nobody' }, 'unknown-id'],
      [{ id: 5 }, 'invalid-input'],
    ],
  },
};
