import { expect, test } from 'vitest';
import { buildReport } from '#data/formats/report/build-report.ts';
import { renderMarkdown } from '#data/formats/report/render-markdown.ts';
import { networkOf } from '#data/queries/network.ts';
import { seeded } from '../operations/seed.ts';
import type { TestCase } from '../operations/test-case.ts';

const markdown = (one: TestCase) =>
  renderMarkdown(
    buildReport(one.state, { title: 'S', now: '2026-03-04T10:42:07.000Z', generator: 'test' }),
  );

/** Relation r1 and claim c1 stand on words of d1, d2 and d3. */
function supported(): TestCase {
  const one = seeded();
  one.addText('d3', 'Alpha is in Beta.');
  one.do('highlight.add', { id: 'h6', document: 'd3', start: 0, end: 5 });
  one.do('relation.update', { id: 'r1', evidence: ['h1', 'h3', 'h6'] });
  one.do('claim.update', { id: 'c1', evidence: ['h1', 'h3', 'h6'] });
  return one;
}

const origins = (one: TestCase) => networkOf(one.state).edges[0]?.origins;

test('support counts documents and independent origins, and says what they share', () => {
  const one = supported();
  expect(markdown(one).match(/3 documents, 3 independent origins/g)).toHaveLength(2);
  expect(origins(one)).toBe(3);
  one.do('origin.add', { name: 'Reuters', documents: ['d1', 'd2'], reason: 'It says so.' });
  expect(markdown(one)).toContain('3 documents, 2 independent origins (shared: Reuters)');
  one.do('documentLink.add', { type: 'copy-of', from: 'd3', to: 'd1' });
  expect(markdown(one)).toContain('3 documents, one independent origin (shared: Reuters)');
  expect(origins(one)).toBe(1);
  one.do('undo', {});
  expect(origins(one)).toBe(2);
});

test('sources say what they go back to; evidence of one document has nothing to count', () => {
  const one = supported();
  one.do('origin.add', { name: 'Reuters', documents: ['d1'], reason: 'It says so.' });
  one.do('origin.add', { name: 'Tass', documents: ['d2'], reason: 'No.', state: 'refused' });
  one.do('documentLink.add', { type: 'version-of', from: 'd3', to: 'd1' });
  const printed = markdown(one);
  expect(printed).toMatch(/Goes back to.*Reuters/);
  expect(printed).toMatch(/Goes back to.*newer version of “Title of d1”/);
  expect(printed).not.toContain('Tass');
  expect(markdown(seeded())).not.toContain('independent origins (');
});
