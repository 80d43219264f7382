import { describe, expect, it } from 'vitest';
import { networkOf } from '#data/queries/network.ts';
import { seeded } from '../operations/seed.ts';

describe('network', () => {
  it('gives actors with their mentions and degrees, and relations with their quotes', () => {
    expect(networkOf(seeded().state)).toEqual({
      nodes: [
        { id: 'alpha', name: 'alpha', type: 'person', mentions: 1, degree: 1 },
        { id: 'beta', name: 'beta', type: 'person', mentions: 0, degree: 1 },
        { id: 'gamma', name: 'gamma', type: 'state', mentions: 0, degree: 0 },
        { id: 'delta', name: 'delta', type: 'state', mentions: 0, degree: 0 },
      ],
      edges: [
        {
          id: 'r1',
          type: 'member',
          typeName: 'member of',
          directed: true,
          from: 'alpha',
          to: 'beta',
          status: 'asserted',
          evidence: [
            { highlight: 'h1', document: 'd1', title: 'Title of d1', quote: 'Alpha' },
            { highlight: 'h2', document: 'd1', title: 'Title of d1', quote: 'Beta' },
          ],
          documents: 1,
          origins: 1,
        },
      ],
    });
  });

  it('counts documents of one publisher as one origin', () => {
    const one = seeded();
    one.addText('d3', 'Alpha is in Beta.');
    one.do('highlight.add', { id: 'h6', document: 'd3', start: 0, end: 5 });
    one.do('relation.update', { id: 'r1', evidence: ['h1', 'h3', 'h6'], period: '2016/..' });
    const counts = () => {
      const [edge] = networkOf(one.state).edges;
      return [edge?.documents, edge?.origins, edge?.period];
    };
    expect(counts()).toEqual([3, 3, '2016/..']);
    one.do('document.update', { id: 'd1', publisher: 'The Wire' });
    one.do('document.update', { id: 'd3', publisher: ' the wire' });
    expect(counts()).toEqual([3, 2, '2016/..']);
  });
});
