import { expect } from 'vitest';
import type { ExpectationTable } from './expectations.ts';
import { withMessage } from './seed.ts';

const sha = 'a'.repeat(64);
const source = {
  sha256: sha,
  size: 3,
  mediaType: 'text/plain',
  origin: 'note.txt',
  collectedAt: '2026-01-01T00:00:00.000Z',
  collector: 'tester',
  method: 'file import',
};
const text = { blob: sha, sha256: sha, length: 3 };
const title = 'Note';

/** Documents, what is proposed about them, and their custody. */
export const expectDocuments: ExpectationTable = {
  'document.add': {
    works: [
      {
        input: {
          title,
          source,
          text,
          published: '2016-08-03',
          language: 'en',
          url: 'https://a.example/',
        },
        then: ({ state }, id) => {
          expect(state.get('document', id)).toMatchObject({ title, state: 'unread', source, text });
          expect(state.get('document', id)).not.toHaveProperty('marking');
        },
      },
      {
        input: { id: 'own', title, source, text, marking: 'RED' },
        then: ({ state }) => expect(state.get('document', 'own')?.marking).toBe('RED'),
      },
      {
        input: { title, source, text, attachedTo: 'd1', reading: { damaged: 2 } },
        then: ({ state }, id) =>
          expect(state.get('document', id)).toMatchObject({ attachedTo: 'd1' }),
      },
    ],
    refuses: [
      [{ title, text }, 'invalid-input'],
      [{ title, source, text: { ...text, length: 0 } }, 'invalid-input'],
      [{ title, source: { ...source, sha256: 'short' }, text }, 'invalid-input'],
      [{ title, source, text, published: '2016-02-30' }, 'invalid-input'],
      [{ title, source, text, id: 'd1' }, 'duplicate-id'],
      [{ title, source, text, attachedTo: 'nobody' }, 'unknown-id'],
    ],
  },
  'document.update': {
    works: [
      {
        input: { id: 'd1', title: 'Better', author: 'Somebody', published: '2016~', state: 'done' },
        then: ({ state }) =>
          expect(state.get('document', 'd1')).toMatchObject({
            title: 'Better',
            published: '2016~',
            state: 'done',
          }),
      },
      {
        input: { id: 'd1', author: null },
        then: ({ state }) => expect(state.get('document', 'd1')).not.toHaveProperty('author'),
      },
    ],
    refuses: [
      [{ id: 'nobody', title: 'x' }, 'unknown-id'],
      [{ id: 'd1', title: null }, 'invalid-input'],
      [{ id: 'd1', text }, 'invalid-input'],
      [{ id: 'd1', source }, 'invalid-input'],
      [{ id: 'd1', state: 'read' }, 'invalid-input'],
    ],
  },
  'document.accept': {
    works: [
      {
        given: withMessage,
        input: { id: 'd3' },
        then: ({ state }) => {
          expect(state.get('document', 'd3')).toMatchObject({ author: 'A. Writer', place: 'Kesk' });
          expect(state.get('document', 'd3')).not.toHaveProperty('proposals');
        },
      },
      {
        given: withMessage,
        input: { id: 'd3', fields: ['place'] },
        then: ({ state }) => {
          const { place, proposals } = state.get('document', 'd3') ?? {};
          expect(place).toBe('Kesk');
          expect(proposals?.map(({ value }) => value)).toEqual(['A. Writer', 'Another']);
        },
      },
      {
        input: { id: 'd1' },
        then: ({ state }) => expect(state.get('document', 'd1')?.title).toBe('Title of d1'),
      },
    ],
    refuses: [
      [{ id: 'nobody' }, 'unknown-id'],
      [{ id: 'd1', fields: ['colour'] }, 'invalid-input'],
    ],
  },
  'document.refuse': {
    works: [
      {
        given: withMessage,
        input: { id: 'd3', fields: ['author'] },
        then: ({ state }) => {
          const { author, proposals } = state.get('document', 'd3') ?? {};
          expect(author).toBeUndefined();
          expect(proposals?.map(({ value }) => value)).toEqual(['Kesk']);
        },
      },
    ],
    refuses: [[{ id: 'nobody' }, 'unknown-id']],
  },
  'document.reread': {
    works: [
      {
        given: withMessage,
        input: {
          id: 'd3',
          text: { blob: sha, sha256: sha, length: 9 },
          regions: [{ start: 0, end: 4, kind: 'header' }],
          reading: { encoding: 'koi8-r' },
        },
        then: ({ state }) => {
          const document = state.get('document', 'd3');
          expect(document).toMatchObject({ text: { length: 9 }, reading: { encoding: 'koi8-r' } });
          expect(document).not.toHaveProperty('proposals');
          expect([...state.all('region')].filter((one) => one.document === 'd3')).toMatchObject([
            { id: 'd3~1', start: 0, end: 4, kind: 'header' },
          ]);
        },
      },
    ],
    refuses: [
      [{ id: 'd1', text }, 'in-use'],
      [{ id: 'nobody', text }, 'unknown-id'],
    ],
  },
  'document.copied': {
    works: [
      {
        input: { id: 'd1', name: 'copy.txt' },
        then: ({ state }) =>
          expect(state.get('document', 'd1')?.copies).toMatchObject([
            { by: 'Ada', name: 'copy.txt' },
          ]),
      },
    ],
    refuses: [
      [{ id: 'd1', name: '' }, 'invalid-input'],
      [{ id: 'nobody', name: 'x' }, 'unknown-id'],
    ],
  },
  'document.settle': {
    works: [
      {
        input: { id: 'd1', questions: ['encoding', 'pages', 'encoding'] },
        then: ({ state }) =>
          expect(state.get('document', 'd1')?.reading?.settled).toEqual(['encoding', 'pages']),
      },
    ],
    refuses: [
      [{ id: 'nobody', questions: ['pages'] }, 'unknown-id'],
      [{ id: 'd1', questions: [] }, 'invalid-input'],
      [{ id: 'd1', questions: ['words'] }, 'invalid-input'],
    ],
  },
  'document.remove': {
    works: [
      {
        given: withMessage,
        input: { id: 'd3' },
        then: ({ state }) => expect(state.get('document', 'd4')).not.toHaveProperty('attachedTo'),
      },
    ],
    refuses: [
      [{ id: 'd1' }, 'in-use'],
      [{ id: 'nobody' }, 'unknown-id'],
      [{}, 'invalid-input'],
    ],
  },
};
