import { expect } from 'vitest';
import type { ExpectationTable } from './expectations.ts';
import type { TestCase } from './test-case.ts';

const copy = { id: 'l1', type: 'copy-of', from: 'd1', to: 'd2', score: 0.9 };
const wire = { id: 'o1', name: 'Reuters', documents: ['d1', 'd2'], reason: 'both say so' };

const withCopy = (one: TestCase): void => void one.do('documentLink.add', copy);
const withWire = (one: TestCase): void =>
  void one.do('origin.add', { ...wire, from: { document: 'd2', start: 0, end: 4 } });

/** How documents go back to each other, and to an origin. */
export const expectLinks: ExpectationTable = {
  'documentLink.add': {
    works: [
      {
        input: copy,
        then: ({ state }) =>
          expect(state.get('documentLink', 'l1')).toMatchObject({ ...copy, state: 'confirmed' }),
      },
      {
        given: withCopy,
        input: { type: 'translation-of', from: 'd2', to: 'd1', pairs: [{ from: 0, to: 3 }] },
        then: ({ state }, id) =>
          expect(state.get('documentLink', id)?.pairs).toEqual([{ from: 0, to: 3 }]),
      },
      {
        input: { ...copy, state: 'refused' },
        then: ({ state }) => expect(state.get('documentLink', 'l1')?.state).toBe('refused'),
      },
    ],
    refuses: [
      [{ ...copy, to: 'd1' }, 'invalid-input'],
      [{ ...copy, to: 'nobody' }, 'unknown-id'],
      [{ ...copy, type: 'like' }, 'invalid-input'],
      [{ ...copy, score: 2 }, 'invalid-input'],
    ],
  },
  'documentLink.update': {
    works: [
      {
        given: withCopy,
        input: { id: 'l1', type: 'excerpt-of', from: 'd2', to: 'd1' },
        then: ({ state }) =>
          expect(state.get('documentLink', 'l1')).toMatchObject({
            type: 'excerpt-of',
            from: 'd2',
            to: 'd1',
          }),
      },
    ],
    refuses: [[{ id: 'nobody' }, 'unknown-id']],
  },
  'documentLink.remove': {
    works: [
      {
        given: withCopy,
        input: { id: 'l1' },
        then: ({ state }) => expect(state.get('documentLink', 'l1')).toBeUndefined(),
      },
    ],
    refuses: [[{ id: 'nobody' }, 'unknown-id']],
  },
  'origin.add': {
    works: [
      {
        input: wire,
        then: ({ state }) =>
          expect(state.get('origin', 'o1')).toMatchObject({ ...wire, state: 'confirmed' }),
      },
    ],
    refuses: [
      [{ ...wire, documents: [] }, 'invalid-input'],
      [{ ...wire, documents: ['d1', 'd1'] }, 'invalid-input'],
      [{ ...wire, documents: ['nobody'] }, 'unknown-id'],
      [{ ...wire, from: { document: 'nobody', start: 0, end: 1 } }, 'unknown-id'],
    ],
  },
  'origin.update': {
    works: [
      {
        given: withWire,
        input: { id: 'o1', name: 'AFP', documents: ['d1'], from: null },
        then: ({ state }) => {
          expect(state.get('origin', 'o1')).toMatchObject({ name: 'AFP', documents: ['d1'] });
          expect(state.get('origin', 'o1')).not.toHaveProperty('from');
        },
      },
    ],
    refuses: [[{ id: 'nobody' }, 'unknown-id']],
  },
  'origin.remove': {
    works: [
      {
        given: withWire,
        input: { id: 'o1' },
        then: ({ state }) => expect(state.get('origin', 'o1')).toBeUndefined(),
      },
    ],
    refuses: [[{ id: 'nobody' }, 'unknown-id']],
  },
};
