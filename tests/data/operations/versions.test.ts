import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FoundAnchor } from '#data/operations/carry.ts';
import { checkCase } from '#data/queries/check-case.ts';
import { checkQuotes } from '#data/queries/check-quotes.ts';
import { reanchor } from '#data/text/reanchor/reanchor.ts';
import { seeded, TEXT } from './seed.ts';
import { recordsOf, type TestCase } from './test-case.ts';

const sha = (nth: number): string => `${nth}`.padStart(64, '0');

/** Makes the next version of a document, its highlights found as the program finds them. */
function nextVersion(one: TestCase, id: string, text: string, nth: number): string {
  one.texts.set(sha(nth), text);
  const marks = [...one.state.highlightsOf(id)];
  const older = one.state.text(id).text;
  const anchors = reanchor(older, text, marks).map(({ id: highlight, ...found }): FoundAnchor => ({
    highlight,
    ...found,
  }));
  const stored = { blob: sha(nth), sha256: sha(nth), length: text.length };
  return one.do('document.version', {
    id,
    document: { text: stored },
    why: 'changed-source',
    anchors,
  });
}

const pieces = [...TEXT.split(' '), 'Alpha met Beta', 'Epsilon', '😀'];
const someText = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 })
  .map((words) => words.join(' '));

test('whatever a text becomes, no highlight is dropped, all evidence stands, and undo takes all back', () => {
  fc.assert(
    fc.property(fc.array(someText, { minLength: 1, maxLength: 4 }), (texts) => {
      const one = seeded();
      const before = JSON.stringify(recordsOf(one.state));
      let id = 'd1';
      texts.forEach((text, nth) => (id = nextVersion(one, id, text, nth)));
      const marks = [...one.state.all('document')].flatMap((document) => {
        const own = [...one.state.highlightsOf(document.id)];
        expect(checkQuotes(one.state, document, own)).toEqual([]);
        return own.map((mark) => mark.id);
      });
      expect(marks.sort()).toEqual(['h1', 'h2', 'h3', 'h4', 'h5']);
      expect([...checkCase(one.state)].flatMap(({ problems }) => problems)).toEqual([]);
      texts.forEach(() => one.do('undo', {}));
      expect(JSON.stringify(recordsOf(one.state))).toBe(before);
      texts.forEach(() => one.do('redo', {}));
      expect(one.state.get('relation', 'r1')?.evidence).toEqual(['h1', 'h2']);
    }),
    { numRuns: 100 },
  );
});

const area = { page: 1, x: 0.1, y: 0.1, width: 0.2, height: 0.2 };

test('a rectangle comes along to a text read from the same pages, and stays where they are others', () => {
  const one = seeded();
  one.do('highlight.add', { id: 'a1', document: 'd1', start: 0, end: 0, area, caption: 'A map' });
  one.texts.set(sha(1), `${TEXT} More.`);
  const stored = { blob: sha(1), sha256: sha(1), length: TEXT.length + 6 };
  const exact = { highlight: 'a1', state: 'exact', score: 1, start: 0, end: 0 };
  const input = {
    id: 'd1',
    document: { id: 'n1', text: stored },
    why: 'recognised',
    anchors: [exact],
  };
  one.do('document.version', input);
  expect(one.state.get('highlight', 'a1')).toMatchObject({ document: 'n1', area, quote: 'A map' });
  one.do('undo', {});
  const source = { ...one.state.get('document', 'd1')?.source, sha256: sha(2) };
  const other = { ...input, document: { id: 'n1', source, text: stored } };
  expect(() => one.do('document.version', other)).toThrow(/no piece|not a piece/);
  one.do('document.version', { ...other, anchors: [] });
  expect(one.state.get('highlight', 'a1')).toMatchObject({ document: 'd1', area });
  one.do('highlight.reanchor', { id: 'a1', start: 0, end: 5 });
  expect(one.state.get('highlight', 'a1')).toMatchObject({ document: 'n1', quote: 'Alpha' });
  expect(one.state.get('highlight', 'a1')).not.toHaveProperty('area');
});
