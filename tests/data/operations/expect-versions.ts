import { expect } from 'vitest';
import type { ExpectationTable } from './expectations.ts';
import { TEXT } from './seed.ts';
import type { TestCase } from './test-case.ts';

const sha = 'c'.repeat(64);
/** What became of {@link TEXT}: something before it, another town, and Delta is gone. */
const NEWER = 'News. Alpha met Beta in Gamna today. 😀';
const text = { blob: sha, sha256: sha, length: NEWER.length };
const withText = (one: TestCase): void => void one.texts.set(sha, NEWER);

const anchors = [
  { highlight: 'h1', state: 'exact', score: 1, start: 6, end: 11 },
  { highlight: 'h2', state: 'uncertain', score: 0.8, start: 16, end: 20 },
];
const version = { id: 'd1', document: { id: 'n1', text }, why: 'changed-source', anchors };

const withVersion = (one: TestCase): void => {
  withText(one);
  one.do('document.version', version);
};
const withBeside = (one: TestCase): void => {
  one.addText('n1', NEWER);
};

const mark = ({ state }: TestCase, id: string) => state.get('highlight', id);

/** New versions of documents, and what becomes of highlights. */
export const expectVersions: ExpectationTable = {
  'document.version': {
    works: [
      {
        given: (one) => {
          withText(one);
          one.do('document.update', { id: 'd1', publisher: 'A paper', state: 'done' });
          one.do('origin.add', { id: 'o1', name: 'AFP', documents: ['d1'], reason: 'says so' });
        },
        input: version,
        then: (one, id) => {
          const { state } = one;
          expect(id).toBe('n1');
          expect(state.get('document', 'n1')).toMatchObject({
            title: 'Title of d1',
            publisher: 'A paper',
            state: 'done',
            rev: 1,
            text,
          });
          expect([...state.all('documentLink')]).toMatchObject([
            { type: 'version-of', from: 'n1', to: 'd1', state: 'confirmed', why: 'changed-source' },
          ]);
          expect(state.get('origin', 'o1')?.documents).toEqual(['d1', 'n1']);
          expect(mark(one, 'h1')).toMatchObject({
            document: 'n1',
            start: 6,
            quote: 'Alpha',
            prefix: 'News. ',
            entities: ['alpha'],
            anchoring: { state: 'exact', score: 1, from: { document: 'd1', start: 0, end: 5 } },
          });
          expect(mark(one, 'h2')).toMatchObject({
            document: 'd1',
            quote: 'Beta',
            anchoring: { state: 'uncertain', to: { document: 'n1', start: 16, end: 20 } },
          });
          // Nobody spoke of it: it is lost, and not dropped.
          expect(mark(one, 'h5')).toMatchObject({
            document: 'd1',
            anchoring: { state: 'lost', score: 0, to: { document: 'n1' } },
          });
          expect(state.get('relation', 'r1')?.evidence).toEqual(['h1', 'h2']);
          expect(state.text('d1').text).toBe(TEXT);
        },
      },
      {
        given: (one) => {
          withText(one);
          one.do('document.update', { id: 'd1', author: 'A. Writer' });
        },
        input: {
          ...version,
          document: {
            title: 'Another title',
            text,
            regions: [{ start: 0, end: 5, kind: 'boilerplate' }],
            proposals: [
              { field: 'author', value: 'B. Writer', from: 'file' },
              { field: 'place', value: 'Gamna', from: 'file' },
            ],
          },
        },
        then: ({ state }, id) => {
          expect(state.get('document', id)).toMatchObject({
            title: 'Another title',
            author: 'A. Writer',
            proposals: [{ field: 'place' }],
          });
          expect(state.get('region', `${id}~0`)).toMatchObject({ document: id, end: 5 });
        },
      },
      {
        // What waits for the version in between goes along, too.
        given: (one) => {
          withVersion(one);
          one.texts.set(sha.replaceAll('c', 'd'), `More ${NEWER}`);
        },
        input: {
          id: 'n1',
          document: { id: 'n2', text: { ...text, blob: sha.replaceAll('c', 'd'), length: 44 } },
          why: 'corrected',
          anchors: [
            { highlight: 'h1', state: 'exact', score: 1, start: 11, end: 16 },
            { highlight: 'h2', state: 'moved', score: 0.9, start: 21, end: 25 },
          ],
        },
        then: (one) => {
          expect(mark(one, 'h1')).toMatchObject({ document: 'n2', quote: 'Alpha' });
          expect(mark(one, 'h2')).toMatchObject({ document: 'n2', quote: 'Beta' });
          expect(mark(one, 'h5')?.anchoring?.to).toEqual({ document: 'n2' });
        },
      },
    ],
    refuses: [
      [{ ...version, id: 'nobody' }, 'unknown-id'],
      [{ ...version, document: { id: 'd2', text } }, 'duplicate-id'],
      [{ ...version, why: 'because' }, 'invalid-input'],
      [{ ...version, document: { text: { ...text, length: 0 } } }, 'invalid-input'],
    ],
  },
  'document.reanchor': {
    works: [
      {
        given: withBeside,
        input: { id: 'd1', to: 'n1', anchors },
        then: (one) => {
          const { state } = one;
          expect([...state.all('documentLink')]).toMatchObject([
            { type: 'version-of', from: 'n1', to: 'd1', state: 'confirmed' },
          ]);
          expect(mark(one, 'h1')).toMatchObject({ document: 'n1', start: 6 });
          expect(mark(one, 'h5')?.anchoring?.state).toBe('lost');
        },
      },
      {
        given: (one) => {
          withBeside(one);
          const link = { type: 'version-of', from: 'n1', to: 'd1', state: 'refused' };
          one.do('documentLink.add', link);
        },
        input: { id: 'd1', to: 'n1', anchors: [] },
        then: ({ state }) =>
          expect([...state.all('documentLink')]).toMatchObject([{ state: 'confirmed' }]),
      },
    ],
    refuses: [
      [{ id: 'd1', to: 'd1', anchors: [] }, 'invalid-input'],
      [{ id: 'd1', to: 'nobody', anchors: [] }, 'unknown-id'],
      [
        { id: 'd1', to: 'd2', anchors: [{ highlight: 'h3', state: 'lost', score: 0 }] },
        'unknown-id',
      ],
      [
        { id: 'd1', to: 'd2', anchors: [{ highlight: 'h1', state: 'exact', score: 1 }] },
        'invalid-input',
      ],
      [
        {
          id: 'd1',
          to: 'd2',
          anchors: [{ highlight: 'h1', state: 'exact', score: 1, start: 0, end: 400 }],
        },
        'outside-text',
      ],
      [
        {
          id: 'd1',
          to: 'd2',
          anchors: [
            { highlight: 'h1', state: 'lost', score: 0 },
            { highlight: 'h1', state: 'lost', score: 0 },
          ],
        },
        'invalid-input',
      ],
    ],
  },
  'highlight.reanchor': {
    works: [
      {
        given: withVersion,
        input: { id: 'h2' },
        then: (one) =>
          expect(mark(one, 'h2')).toMatchObject({
            document: 'n1',
            start: 16,
            quote: 'Beta',
            tags: ['doubt'],
            anchoring: { state: 'exact', score: 1, from: { document: 'd1', start: 10, end: 14 } },
          }),
      },
      {
        given: withVersion,
        input: { id: 'h5', start: 24, end: 29 },
        then: (one) => expect(mark(one, 'h5')).toMatchObject({ document: 'n1', quote: 'Gamna' }),
      },
      {
        given: withVersion,
        input: { id: 'h5', stays: true },
        then: (one) => {
          expect(mark(one, 'h5')?.document).toBe('d1');
          expect(mark(one, 'h5')).not.toHaveProperty('anchoring');
        },
      },
      {
        given: (one) => {
          withText(one);
          const moved = { ...anchors[0], state: 'moved', score: 0.7 };
          one.do('document.version', { ...version, anchors: [moved] });
        },
        input: { id: 'h1' },
        then: (one) =>
          expect(mark(one, 'h1')).toMatchObject({
            document: 'n1',
            anchoring: { state: 'exact', score: 1, from: { document: 'd1' } },
          }),
      },
    ],
    refuses: [
      [{ id: 'nobody' }, 'unknown-id'],
      [{ id: 'h1' }, 'invalid-input'],
    ],
  },
};
