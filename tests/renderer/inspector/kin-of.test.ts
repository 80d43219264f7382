import { expect, test } from 'vitest';
import { kinOf, letGoOfOrigin, nameOrigin } from '../../../renderer/inspector/document/kin-of.ts';
import { seeded } from '../../data/operations/seed.ts';

test('the kin of a document is what was confirmed of it', () => {
  const one = seeded();
  one.do('documentLink.add', { id: 'l1', type: 'copy-of', from: 'd2', to: 'd1' });
  one.do('documentLink.add', { type: 'excerpt-of', from: 'd1', to: 'd2', state: 'refused' });
  one.do('origin.add', { id: 'o1', name: 'Tass', documents: ['d1'], reason: 'So.' });
  one.do('origin.add', { name: 'Kyodo', documents: ['d1'], reason: 'No.', state: 'refused' });
  const { links, origins } = kinOf(one.state, 'd1');
  expect([links, origins].map((list) => list.map(({ id }) => id))).toEqual([['l1'], ['o1']]);
  expect(kinOf(one.state, 'd2').origins).toEqual([]);
});

test('an origin is named once for all its documents, and goes with its last', () => {
  const one = seeded();
  const perform = ({ op, input }: { op: string; input: unknown }) => one.do(op, input);
  perform(nameOrigin(one.state, 'd1', 'Tass', 'So.'));
  perform(nameOrigin(one.state, 'd2', 'ТАСС', 'So.'));
  const origin = () => [...one.state.all('origin')][0];
  expect(origin()).toMatchObject({ name: 'Tass', documents: ['d1', 'd2'] });
  for (const id of ['d1', 'd2']) {
    const there = origin();
    if (there) perform(letGoOfOrigin(there, id));
  }
  expect(origin()).toBeUndefined();
});
