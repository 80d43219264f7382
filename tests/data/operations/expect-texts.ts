import { expect } from 'vitest';
import type { ExpectationTable } from './expectations.ts';
import { TEXT } from './seed.ts';

const AREA = { page: 1, x: 0, y: 0, width: 1, height: 0.5 };

/** Regions and highlights. */
export const expectTexts: ExpectationTable = {
  'region.add': {
    works: [
      {
        input: { document: 'd1', start: 31, end: 33, kind: 'caption' },
        then: ({ state }, id) =>
          expect(state.get('region', id)).toMatchObject({
            document: 'd1',
            start: 31,
            end: 33,
            kind: 'caption',
            origin: 'analyst',
            by: 'Ada',
          }),
      },
    ],
    refuses: [
      [{ document: 'd2', start: 0, end: 5, kind: 'caption' }, 'invalid-input'], // d2~0 lies there
      [{ document: 'd1', start: 5, end: 5, kind: 'caption' }, 'outside-text'],
      [{ document: 'd1', start: 0, end: 500, kind: 'caption' }, 'outside-text'],
      [{ document: 'd1', start: 0, end: 5, kind: 'chatter' }, 'invalid-input'],
      [{ document: 'nobody', start: 0, end: 5, kind: 'caption' }, 'unknown-id'],
    ],
  },
  'region.update': {
    works: [
      {
        input: { id: 'd2~0', start: 2, kind: 'navigation' },
        then: ({ state }) =>
          expect(state.get('region', 'd2~0')).toMatchObject({
            start: 2,
            end: 4,
            kind: 'navigation',
            origin: 'analyst',
            rev: 2,
          }),
      },
    ],
    refuses: [
      [{ id: 'd2~0', start: 4 }, 'outside-text'],
      [{ id: 'd2~0', end: 400 }, 'outside-text'],
      [{ id: 'd2~7', end: 4 }, 'unknown-id'],
      [{ id: '~', end: 4 }, 'invalid-input'],
    ],
  },
  'region.remove': {
    works: [
      {
        input: { id: 'd2~0' },
        then: ({ state }) => expect(state.get('region', 'd2~0')).toBeUndefined(),
      },
    ],
    refuses: [
      [{ id: 'd1~0' }, 'unknown-id'],
      [{}, 'invalid-input'],
    ],
  },
  'highlight.add': {
    works: [
      {
        input: { document: 'd1', start: 0, end: 14, entity: 'alpha', entities: ['beta', 'alpha'] },
        then: ({ state }, id) =>
          expect(state.get('highlight', id)?.entities).toEqual(['alpha', 'beta']),
      },
      {
        input: {
          document: 'd1',
          start: 31,
          end: 33,
          tags: ['doubt', 'Key quote', 'quote'],
          entity: 'alpha',
          note: 'n',
        },
        then: ({ state }, id) =>
          expect(state.get('highlight', id)).toMatchObject({
            quote: '😀',
            prefix: TEXT.slice(0, 31),
            suffix: TEXT.slice(33),
            tags: ['doubt', 'quote'],
            entities: ['alpha'],
            by: 'Ada',
            note: 'n',
          }),
      },
      {
        input: {
          document: 'd1',
          start: 5,
          end: 5,
          area: { page: 1, x: 0.1, y: 0.2, width: 0.9, height: 0.3 },
          caption: 'A map',
          translation: { text: 'Eine Karte', language: 'de' },
        },
        then: ({ state }, id) =>
          expect(state.get('highlight', id)).toMatchObject({
            quote: 'A map',
            prefix: TEXT.slice(0, 5),
            area: { page: 1, width: 0.9 },
            translation: { text: 'Eine Karte', language: 'de', by: 'Ada' },
          }),
      },
      {
        input: { document: 'd1', start: 0, end: TEXT.length },
        then: ({ state }, id) =>
          expect(state.get('highlight', id)).toMatchObject({
            quote: TEXT,
            prefix: '',
            suffix: '',
            tags: [],
          }),
      },
    ],
    refuses: [
      [{ document: 'd1', start: 0, end: TEXT.length + 1 }, 'outside-text'],
      [{ document: 'd1', start: 5, end: 5 }, 'outside-text'],
      [{ document: 'd1', start: 5, end: 5, area: AREA }, 'invalid-input'],
      [{ document: 'd1', start: 5, end: 4, area: AREA, caption: 'x' }, 'outside-text'],
      [{ document: 'd1', start: 5, end: 6, area: { ...AREA, x: 0.5 } }, 'invalid-input'],
      [{ document: 'd1', start: 5, end: 6, translation: { text: ' ' } }, 'invalid-input'],
      [{ document: 'd1', start: 6, end: 5 }, 'outside-text'],
      [{ document: 'd1', start: 31, end: 32 }, 'outside-text'],
      [{ document: 'd1', start: 32, end: 33 }, 'outside-text'],
      [{ document: 'd1', start: -1, end: 5 }, 'invalid-input'],
      [{ document: 'd1', start: 0.5, end: 5 }, 'invalid-input'],
      [{ document: 'd1', start: '0', end: 5 }, 'invalid-input'],
      [{ document: 'nobody', start: 0, end: 5 }, 'unknown-id'],
      [{ document: 'd1', start: 0, end: 5, entity: 'nobody' }, 'unknown-id'],
      [{ document: 'd1', start: 0, end: 5, entities: ['alpha', 'nobody'] }, 'unknown-id'],
      [{ document: 'd1', start: 0, end: 5, entity: 'doubt' }, 'unknown-id'],
      [{ document: 'd1', start: 0, end: 5, tags: ['nothing'] }, 'unknown-id'],
      [{ document: 'd1', start: 0, end: 5, id: 'h1' }, 'duplicate-id'],
      [{ document: 'd1', start: 0, end: 5, id: 'r1' }, 'duplicate-id'],
      [{ document: 'd1', start: 0, end: 5, quote: 'Alpha' }, 'invalid-input'],
    ],
  },
  'highlight.update': {
    works: [
      {
        input: { id: 'h1', start: 10, end: 14, entity: 'beta', tags: ['Doubts'], note: 'moved' },
        then: ({ state }) =>
          expect(state.get('highlight', 'h1')).toMatchObject({
            quote: 'Beta',
            prefix: 'Alpha met ',
            entities: ['beta'],
            tags: ['doubt'],
            note: 'moved',
            rev: 2,
          }),
      },
      {
        input: { id: 'h1', entity: null, tags: [] },
        then: ({ state }) => {
          expect(state.get('highlight', 'h1')).not.toHaveProperty('entity');
          expect(state.get('highlight', 'h1')).toMatchObject({ quote: 'Alpha', tags: [] });
        },
      },
    ],
    refuses: [
      [{ id: 'nobody', note: 'x' }, 'unknown-id'],
      [{ id: 'h1', entity: 'nobody' }, 'unknown-id'],
      [{ id: 'h1', tags: ['nothing'] }, 'unknown-id'],
      [{ id: 'h1', end: 1000 }, 'outside-text'],
      [{ id: 'h1', start: 5 }, 'outside-text'],
      [{ id: 'h1', document: 'd2' }, 'invalid-input'],
      [{ id: 'h1', tags: null }, 'invalid-input'],
    ],
  },
  'highlight.remove': {
    works: [
      {
        input: { id: 'h4' },
        then: ({ state }) => expect(state.get('highlight', 'h4')).toBeUndefined(),
      },
      {
        input: { id: 'h1', cascade: true },
        then: ({ state }) => {
          expect(state.get('relation', 'r1')?.evidence).toEqual(['h2']);
          expect(state.get('event', 'v1')).toBeUndefined();
        },
      },
      {
        input: { id: 'h3', cascade: true },
        then: ({ state }) => expect([...state.all('claim')]).toEqual([]),
      },
      {
        input: { id: 'h5' },
        then: ({ state }) =>
          expect(state.get('entity', 'beta')?.aliases).toEqual([
            { name: 'The Second' },
            { name: 'B.' },
          ]),
      },
    ],
    refuses: [
      [{ id: 'h1' }, 'in-use'],
      [{ id: 'h3', cascade: false }, 'in-use'],
      [{ id: 'nobody' }, 'unknown-id'],
      [{ id: 'h1', cascade: 'yes' }, 'invalid-input'],
    ],
  },
};
