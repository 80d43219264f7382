import { expect } from 'vitest';
import type { ExpectationTable } from './expectations.ts';

const evidence = ['h4'];

/** Claims, positions, reports, batches and history. */
export const expectReasoning: ExpectationTable = {
  'claim.add': {
    works: [
      {
        input: {
          text: 'Beta left',
          evidence,
          attribution: { entity: 'beta', via: { name: 'A paper' } },
          credibility: '2',
        },
        then: ({ state }, id) =>
          expect(state.get('claim', id)).toMatchObject({
            attribution: { entity: 'beta', via: { name: 'A paper' } },
            credibility: '2',
            links: [],
          }),
      },
      {
        input: {
          text: 'By id',
          evidence,
          attribution: 'alpha',
          links: [{ kind: 'corroborates', claim: 'c1' }],
        },
        then: ({ state }, id) =>
          expect(state.get('claim', id)?.attribution).toEqual({ entity: 'alpha' }),
      },
      {
        input: { text: 'By name', evidence, attribution: 'Somebody' },
        then: ({ state }, id) =>
          expect(state.get('claim', id)?.attribution).toEqual({ name: 'Somebody' }),
      },
    ],
    refuses: [
      [{ text: 'x' }, 'invalid-input'],
      [{ text: '', evidence }, 'invalid-input'],
      [{ text: 'x', evidence: ['nobody'] }, 'unknown-id'],
      [{ text: 'x', evidence, attribution: {} }, 'invalid-input'],
      [{ text: 'x', evidence, attribution: { name: 'y', via: {} } }, 'invalid-input'],
      [{ text: 'x', evidence, attribution: { entity: 'nobody' } }, 'unknown-id'],
      [
        { text: 'x', evidence, attribution: { name: 'y', via: { entity: 'nobody' } } },
        'unknown-id',
      ],
      [{ text: 'x', evidence, links: [{ kind: 'contradicts', claim: 'nobody' }] }, 'unknown-id'],
      [{ text: 'x', evidence, links: [{ kind: 'likes', claim: 'c1' }] }, 'invalid-input'],
      [{ text: 'x', evidence, credibility: '7' }, 'invalid-input'],
      [{ text: 'x', evidence, id: 'c1' }, 'duplicate-id'],
    ],
  },
  'claim.update': {
    works: [
      {
        input: {
          id: 'c1',
          text: 'Changed',
          attribution: null,
          credibility: '1',
          links: [{ kind: 'same-origin-as', claim: 'c2' }],
        },
        then: ({ state }) => {
          expect(state.get('claim', 'c1')).toMatchObject({
            text: 'Changed',
            credibility: '1',
            rev: 2,
          });
          expect(state.get('claim', 'c1')).not.toHaveProperty('attribution');
        },
      },
      {
        input: { id: 'c2', attribution: 'gamma' },
        then: ({ state }) =>
          expect(state.get('claim', 'c2')?.attribution).toEqual({ entity: 'gamma' }),
      },
    ],
    refuses: [
      [{ id: 'nobody' }, 'unknown-id'],
      [{ id: 'c1', text: null }, 'invalid-input'],
      [{ id: 'c1', evidence: [] }, 'invalid-input'],
      [{ id: 'c1', evidence: ['nobody'] }, 'unknown-id'],
      [{ id: 'c1', links: [{ kind: 'contradicts', claim: 'c1' }] }, 'invalid-input'],
      [{ id: 'c1', attribution: { entity: 'nobody' } }, 'unknown-id'],
    ],
  },
  'claim.remove': {
    works: [
      {
        input: { id: 'c1' },
        then: ({ state }) => {
          expect(state.get('claim', 'c1')).toBeUndefined();
          expect(state.get('claim', 'c2')).toMatchObject({ links: [], rev: 2 });
        },
      },
    ],
    refuses: [
      [{ id: 'nobody' }, 'unknown-id'],
      [{}, 'invalid-input'],
    ],
  },
  'position.set': {
    works: [
      {
        input: {
          positions: [
            { entity: 'alpha', x: 9, y: 9 },
            { entity: 'gamma', x: -1.5, y: 0 },
            { entity: 'alpha', x: 10, y: 11 },
          ],
        },
        then: ({ state }) => {
          expect(state.get('position', '@alpha')).toMatchObject({ x: 10, y: 11, rev: 2 });
          expect(state.get('position', '@gamma')).toMatchObject({ x: -1.5, y: 0, rev: 1 });
          expect(state.get('position', '@beta')).toMatchObject({ x: 3, y: 4, rev: 1 });
        },
      },
    ],
    refuses: [
      [{ positions: [] }, 'invalid-input'],
      [{ positions: [{ entity: 'alpha', x: 'left', y: 0 }] }, 'invalid-input'],
      [{ positions: [{ entity: 'alpha', x: Number.NaN, y: 0 }] }, 'invalid-input'],
      [{ positions: [{ entity: 'alpha', x: 1e9, y: 0 }] }, 'invalid-input'],
      [
        {
          positions: [
            { entity: 'alpha', x: 0, y: 0 },
            { entity: 'nobody', x: 0, y: 0 },
          ],
        },
        'unknown-id',
      ],
    ],
  },
  'report.add': {
    works: [
      {
        input: { title: 'Second', sections: ['summary', 'network'] },
        then: ({ state }, id) =>
          expect(state.get('report', id)?.sections).toEqual(['summary', 'network']),
      },
    ],
    refuses: [
      [{}, 'invalid-input'],
      [{ title: 'x', id: 'p1' }, 'duplicate-id'],
    ],
  },
  'report.update': {
    works: [
      {
        input: { id: 'p1', title: 'New', summary: null },
        then: ({ state }) => {
          expect(state.get('report', 'p1')).toMatchObject({ title: 'New', rev: 2 });
          expect(state.get('report', 'p1')).not.toHaveProperty('summary');
        },
      },
    ],
    refuses: [
      [{ id: 'nobody' }, 'unknown-id'],
      [{ id: 'p1', title: '' }, 'invalid-input'],
    ],
  },
  'report.remove': {
    works: [
      {
        input: { id: 'p1' },
        then: ({ state }) => expect(state.get('report', 'p1')).toBeUndefined(),
      },
    ],
    refuses: [
      [{ id: 'nobody' }, 'unknown-id'],
      [{}, 'invalid-input'],
    ],
  },
  batch: {
    works: [
      {
        input: {
          label: 'A pair',
          operations: [
            { op: 'entity.add', input: { id: 'zeta', type: 'person', name: 'Zeta' } },
            {
              op: 'highlight.add',
              input: { id: 'hz', document: 'd1', start: 0, end: 5, entity: 'zeta' },
            },
            {
              op: 'relation.add',
              input: { type: 'meets', from: 'zeta', to: 'alpha', evidence: ['hz'] },
            },
            { op: 'entity.update', input: { id: 'zeta', name: 'Zeta II' } },
          ],
        },
        then: (one) => {
          expect(one.state.get('entity', 'zeta')).toMatchObject({ name: 'Zeta II', rev: 2 });
          expect(one.journal.at(-1)?.changes).toHaveLength(3);
        },
      },
      {
        input: {
          operations: [
            { op: 'tag.add', input: { id: 'gone', name: 'Gone' } },
            { op: 'tag.remove', input: { id: 'gone' } },
          ],
        },
        then: (one) => expect(one.journal.at(-1)?.changes).toEqual([]),
      },
    ],
    refuses: [
      [{ operations: [] }, 'invalid-input'],
      [{ operations: [{ op: 'nothing', input: {} }] }, 'unknown-operation'],
      [{ operations: [{ op: 'undo', input: {} }] }, 'unknown-operation'],
      [{ operations: [{ op: 'batch', input: { operations: [] } }] }, 'unknown-operation'],
      [
        {
          operations: [
            { op: 'tag.add', input: { name: 'Good' } },
            { op: 'tag.add', input: {} },
          ],
        },
        'invalid-input',
      ],
      [
        {
          operations: [
            { op: 'tag.add', input: { id: 'twice', name: 'One' } },
            { op: 'entity.add', input: { id: 'twice', type: 'person', name: 'Two' } },
          ],
        },
        'duplicate-id',
      ],
      [
        {
          operations: [
            { op: 'highlight.remove', input: { id: 'h4' } },
            {
              op: 'relation.add',
              input: { type: 'meets', from: 'alpha', to: 'beta', evidence: ['h4'] },
            },
          ],
        },
        'unknown-id',
      ],
    ],
  },
  undo: {
    works: [
      {
        input: {},
        then: ({ state }) => expect(state.get('report', 'p1')).toBeUndefined(),
      },
      {
        input: { to: 3 },
        then: ({ state }) => {
          expect([...state.all('entity')]).toEqual([]);
          expect(state.get('document', 'd2')).toBeDefined();
          expect(state.get('highlight', 'h1')).toBeUndefined();
        },
      },
    ],
    refuses: [
      [{ to: 0 }, 'invalid-input'],
      [{ to: 'all' }, 'invalid-input'],
      [{ to: 100_000 }, 'nothing-to-undo'],
      [{ n: 1 }, 'invalid-input'],
    ],
  },
  redo: {
    works: [],
    refuses: [
      [{}, 'nothing-to-redo'],
      [{ n: 1 }, 'invalid-input'],
    ],
  },
};
