import { TestCase } from './test-case.ts';

/** A codebook with two types of each kind and two tags, one below the other. */
export const codebook = {
  id: 'test',
  name: 'Test codebook',
  entityTypes: [
    { id: 'person', name: 'Person', shape: 'ellipse', colour: '#112233', key: 'p' },
    { id: 'state', name: 'State', shape: 'hexagon', colour: '#445566' },
    { id: 'unused-type', name: 'Unused', shape: 'ellipse', colour: '#445566' },
  ],
  relationTypes: [
    { id: 'member', name: 'member of', inverse: 'has member', directed: true, colour: '#778899' },
    { id: 'meets', name: 'meets', directed: false, colour: '#99aabb' },
  ],
  tags: [
    { id: 'doubt', name: 'Doubts' },
    { id: 'deep-doubt', name: 'Deep doubts', parent: 'doubt', colour: '#ccddee' },
    { id: 'quote', name: 'Key quote' },
  ],
};

/** Text of document d1. The face takes two code units: 31 and 32. */
export const TEXT = 'Alpha met Beta in Gamma today. 😀 Delta left Beta.';

/**
 * A case in which everything refers to something: d1 and d2 with highlights h1-h5, actors alpha to
 * delta, relation r1 (h1, h2), event v1 (h1), claims c1 (h3) and c2 (h3, links to c1), positions of
 * alpha and beta, report p1, region d2~0. Alias “The Second” of beta stands on h5. h4 carries nothing.
 */
export function seeded(): TestCase {
  const one = new TestCase();
  one.do('case.create', { uid: 'u1', title: 'A case', codebook });
  one.addText('d1', TEXT);
  one.addText('d2', 'Beta said that Alpha lies.\nGamma agrees.', [
    { start: 0, end: 4, kind: 'boilerplate' },
  ]);
  for (const [id, type] of [
    ['alpha', 'person'],
    ['beta', 'person'],
    ['gamma', 'state'],
    ['delta', 'state'],
  ]) {
    one.do('entity.add', { id, type, name: id });
  }
  one.do('highlight.add', { id: 'h1', document: 'd1', start: 0, end: 5, entity: 'alpha' });
  one.do('highlight.add', { id: 'h2', document: 'd1', start: 10, end: 14, tags: ['doubt'] });
  one.do('highlight.add', {
    id: 'h3',
    document: 'd2',
    start: 0,
    end: 26,
    tags: ['doubt', 'quote'],
  });
  one.do('highlight.add', { id: 'h4', document: 'd2', start: 27, end: 32, note: 'idle' });
  one.do('highlight.add', { id: 'h5', document: 'd1', start: 34, end: 39 });
  one.do('entity.update', { id: 'beta', aliases: [{ name: 'The Second', evidence: 'h5' }, 'B.'] });
  one.do('relation.add', {
    id: 'r1',
    type: 'member',
    from: 'alpha',
    to: 'beta',
    evidence: ['h1', 'h2'],
  });
  one.do('event.add', {
    id: 'v1',
    type: 'meeting',
    date: '2016-08',
    place: 'gamma',
    participants: [{ entity: 'alpha', role: 'host' }, { entity: 'beta' }],
    evidence: ['h1'],
  });
  one.do('claim.add', { id: 'c1', text: 'Alpha lies', attribution: 'beta', evidence: ['h3'] });
  one.do('claim.add', {
    id: 'c2',
    text: 'Alpha never lies',
    attribution: 'A paper',
    evidence: ['h3'],
    links: [{ kind: 'contradicts', claim: 'c1' }],
  });
  one.do('position.set', {
    positions: [
      { entity: 'alpha', x: 1, y: 2 },
      { entity: 'beta', x: 3, y: 4 },
    ],
  });
  one.do('report.add', { id: 'p1', title: 'A report', summary: 'Words.' });
  return one;
}

/** Puts d3 beside: a message with proposals, region d3~0 and the attachment d4, without highlights. */
export function withMessage(one: TestCase): void {
  const proposals = [
    { field: 'author', value: 'A. Writer', from: { start: 3, end: 12 } },
    { field: 'place', value: 'Kesk', from: { start: 17, end: 21 } },
    { field: 'author', value: 'Another', from: 'file' },
  ];
  one.addText('d3', 'By A. Writer, in Kesk.', [{ start: 0, end: 3, kind: 'credit' }], {
    proposals,
  });
  one.addText('d4', 'Attached.', [], { attachedTo: 'd3' });
}
